"""A bulletin's text is known by its letters and digits alone, so that it is the same in another format."""

import hashlib
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_PLAIN = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
)
_BULLETIN = sa.table("bulletin", sa.column("id"), sa.column("text"), sa.column("text_hash"))


def upgrade() -> None:
    connection = op.get_bind()
    for ident, text in connection.execute(sa.select(_BULLETIN.c.id, _BULLETIN.c.text)).all():
        changed = sa.update(_BULLETIN).where(_BULLETIN.c.id == ident).values(text_hash=_hash(text))
        connection.execute(changed)


def _hash(text: str) -> str:
    """The folding of the day on which this step was made."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    signs = "".join(sign for sign in bare.casefold().translate(_PLAIN) if sign.isalnum())
    return hashlib.sha256(signs.encode()).hexdigest()
