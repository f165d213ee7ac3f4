"""A letter remembers the block on its paper once that was corrected for the case."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_COUNTED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("letter", recreate="always", table_kwargs=_COUNTED) as letter:
        letter.add_column(sa.Column("replaced", sa.String(), nullable=True))
