"""Replies to letters and on cases, and their scans."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "reply",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("case_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("letter_id", sa.Integer(), autoincrement=False, nullable=True),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("report_by", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_reply_case_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_reply_letter_id", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    for column in ("case_id", "letter_id", "received", "report_by"):
        op.create_index(f"ix_reply_{column}", "reply", [column])
    op.create_table(
        "reply_scan",
        sa.Column("reply_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["reply_id"], ["reply.id"], name="fk_reply_scan_reply_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reply_id", name="pk_reply_scan"),
    )
