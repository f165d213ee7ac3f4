"""A letter can have a text of its own, follow its case to a later bulletin, or be left as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COUNTED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("letter", recreate="always", table_kwargs=_COUNTED) as letter:
        letter.add_column(sa.Column("own_text", sa.String(), nullable=True))
        letter.add_column(sa.Column("begun_on", sa.Integer(), autoincrement=False, nullable=True))
        letter.add_column(sa.Column("kept_for", sa.Integer(), autoincrement=False, nullable=True))
