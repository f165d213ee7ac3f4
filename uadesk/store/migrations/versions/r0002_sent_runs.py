"""A print run knows when it was sent and what stood on its paper, so that it can be asked about later."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_COUNTED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("print_run", recreate="always", table_kwargs=_COUNTED) as run:
        run.add_column(sa.Column("sent", sa.DateTime(), nullable=True))
    with op.batch_alter_table("print_run_piece", recreate="always") as piece:
        piece.add_column(sa.Column("piece", sa.String(), nullable=True))
