"""Who looks alike and is not the same: said once, remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "distinct_people",
        _member("first_id"),
        _member("second_id"),
        _refers("first_id"),
        _refers("second_id"),
        sa.PrimaryKeyConstraint("first_id", "second_id", name="pk_distinct_people"),
    )
    op.create_index("ix_distinct_people_second_id", "distinct_people", ["second_id"])


def _member(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _refers(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["member.id"], name=f"fk_distinct_people_{column}", ondelete="CASCADE")
