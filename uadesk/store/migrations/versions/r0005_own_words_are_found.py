"""A letter is found by its writer's own words too: they join its folded text."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_PLAIN = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
)
_LETTER = sa.table("letter", sa.column("id"), sa.column("own_words"), sa.column("folded"))


def upgrade() -> None:
    connection = op.get_bind()
    written = connection.execute(sa.select(_LETTER).where(_LETTER.c.own_words != "")).all()
    for ident, own_words, folded in written:
        words = f"{folded} {_fold(own_words)}".strip()
        connection.execute(sa.update(_LETTER).where(_LETTER.c.id == ident).values(folded=words))


def _fold(text: str) -> str:
    """The folding of the day on which this step was made."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().translate(_PLAIN).split())
