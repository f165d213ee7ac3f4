"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _case()
    _code_counter()
    _evening()
    _group()
    _journal_entry()
    _journal_state()
    _member()
    _print_run()
    _attendance()
    _bulletin()
    _decision()
    _journal_row()
    _offer()
    _addressee()
    _demand()
    _file()
    _shared_text()
    _letter()
    _print_run_piece()
    _sender()
    _step()
    op.execute("INSERT INTO journal_state (id, entry_id) VALUES (1, NULL)")
    op.execute("INSERT INTO code_counter (id, given) VALUES (1, 0)")


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=null)


def _word(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(16), nullable=null)


def _case() -> None:
    op.create_table(
        "case",
        _number(),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=True),
        sa.Column("extra", sa.Boolean(), nullable=True),
        _text("title"),
        _text("country"),
        _text("country_code", null=True),
        sa.Column("act_until", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _text("closed_reason", null=True),
        sa.Column("current_bulletin_id", sa.Integer(), nullable=True),
        _text("folded"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["current_bulletin_id"], ["bulletin.id"], name=op.f("fk_case_current_bulletin_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("year", "sequence", "extra", name=op.f("uq_case_year_sequence_extra")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_case_act_until"), "case", ["act_until"], unique=False)
    op.create_index(op.f("ix_case_closed_on"), "case", ["closed_on"], unique=False)
    op.create_index(op.f("ix_case_country"), "case", ["country"], unique=False)


def _code_counter() -> None:
    op.create_table(
        "code_counter",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_counter")),
    )


def _evening() -> None:
    op.create_table(
        "evening",
        _number(),
        sa.Column("day", sa.Date(), nullable=False),
        _text("place"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evening")),
        sa.UniqueConstraint("day", name=op.f("uq_evening_day")),
        sqlite_autoincrement=True,
    )


def _group() -> None:
    op.create_table(
        "group",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("name"),
        _text("number"),
        _text("address_lines"),
        _text("country"),
        _text("coordinator"),
        _text("email"),
        _word("paper", null=True),
        _text("envelope", null=True),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group")),
    )


def _journal_entry() -> None:
    op.create_table(
        "journal_entry",
        _number(),
        _text("act"),
        _text("merge"),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sqlite_autoincrement=True,
    )


def _journal_state() -> None:
    op.create_table(
        "journal_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_state")),
    )


def _member() -> None:
    op.create_table(
        "member",
        _number(),
        _text("name"),
        _text("address_lines"),
        _text("country", null=True),
        _text("email"),
        _text("phone"),
        _text("about"),
        _word("kind"),
        _word("return_address"),
        sa.Column("left_on", sa.Date(), nullable=True),
        _text("folded"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_member_folded"), "member", ["folded"], unique=False)


def _print_run() -> None:
    op.create_table(
        "print_run",
        _number(),
        _text("what"),
        _text("stationery"),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("confirmed", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
        sqlite_autoincrement=True,
    )


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("evening_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evening_id"], ["evening.id"], name=op.f("fk_attendance_evening_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attendance_member_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("evening_id", "member_id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_member_id"), "attendance", ["member_id"], unique=False)


def _bulletin() -> None:
    op.create_table(
        "bulletin",
        _number(),
        sa.Column("case_id", sa.Integer(), nullable=False),
        _word("stage", null=True),
        sa.Column("stage_ordinal", sa.Integer(), nullable=True),
        _text("index", null=True),
        sa.Column("issued", sa.Date(), nullable=True),
        sa.Column("imported", sa.DateTime(), nullable=False),
        _text("language", null=True),
        sa.Column("further_action", sa.Boolean(), nullable=True),
        _text("title", null=True),
        _text("country", null=True),
        _text("country_code", null=True),
        sa.Column("act_until", sa.Date(), nullable=True),
        _text("demand_lead", null=True),
        _text("summary", null=True),
        _text("background", null=True),
        _text("model_letter", null=True),
        _text("issuer", null=True),
        _text("previous"),
        _text("text"),
        _text("text_hash"),
        _text("bold"),
        _text("source"),
        _text("checks"),
        _text("spans"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_bulletin_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_bulletin_case_id"), "bulletin", ["case_id"], unique=False)
    op.create_index(op.f("ix_bulletin_index"), "bulletin", ["index"], unique=False)
    op.create_index(op.f("ix_bulletin_issued"), "bulletin", ["issued"], unique=False)
    op.create_index(op.f("ix_bulletin_text_hash"), "bulletin", ["text_hash"], unique=False)


def _decision() -> None:
    op.create_table(
        "decision",
        _number(),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        _text("reason"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_decision_case_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decision_case_id"), "decision", ["case_id"], unique=False)


def _journal_row() -> None:
    op.create_table(
        "journal_row",
        _number(),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        _text("table_name"),
        _text("before", null=True),
        _text("after", null=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_journal_row_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_row")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_row_entry_id"), "journal_row", ["entry_id"], unique=False)


def _offer() -> None:
    op.create_table(
        "offer",
        sa.Column("evening_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_offer_case_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["evening_id"], ["evening.id"], name=op.f("fk_offer_evening_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("evening_id", "case_id", name=op.f("pk_offer")),
    )
    op.create_index(op.f("ix_offer_case_id"), "offer", ["case_id"], unique=False)


def _addressee() -> None:
    op.create_table(
        "addressee",
        _number(),
        sa.Column("bulletin_id", sa.Integer(), nullable=False),
        _word("role"),
        sa.Column("place", sa.Integer(), nullable=False),
        _text("lines"),
        _text("name"),
        _text("title", null=True),
        _text("address_lines"),
        _text("country_code", null=True),
        _text("email"),
        _text("phone"),
        _text("fax"),
        _text("salutation", null=True),
        _text("folded"),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletin.id"], name=op.f("fk_addressee_bulletin_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addressee")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_addressee_bulletin_id"), "addressee", ["bulletin_id"], unique=False)


def _demand() -> None:
    op.create_table(
        "demand",
        _number(),
        sa.Column("bulletin_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        _text("text"),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletin.id"], name=op.f("fk_demand_bulletin_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demand")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_demand_bulletin_id"), "demand", ["bulletin_id"], unique=False)


def _file() -> None:
    op.create_table(
        "file",
        _number(),
        sa.Column("bulletin_id", sa.Integer(), nullable=False),
        _text("name"),
        _text("sha256"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("imported", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name=op.f("fk_file_bulletin_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_file_bulletin_id"), "file", ["bulletin_id"], unique=False)
    op.create_index(op.f("ix_file_sha256"), "file", ["sha256"], unique=False)


def _shared_text() -> None:
    op.create_table(
        "shared_text",
        sa.Column("bulletin_id", sa.Integer(), nullable=False),
        _text("subject"),
        _text("case_text", null=True),
        _text("lead"),
        _text("demands"),
        _text("body"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletin.id"], name=op.f("fk_shared_text_bulletin_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("bulletin_id", name=op.f("pk_shared_text")),
    )


def _letter() -> None:
    op.create_table(
        "letter",
        _number(),
        _text("code"),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("bulletin_id", sa.Integer(), nullable=False),
        sa.Column("addressee_id", sa.Integer(), nullable=True),
        sa.Column("evening_id", sa.Integer(), nullable=True),
        sa.Column("original_id", sa.Integer(), nullable=True),
        _word("kind"),
        _word("channel"),
        _word("status"),
        sa.Column("changed", sa.DateTime(), nullable=False),
        _text("language"),
        _text("recipient", null=True),
        _text("country_code", null=True),
        _text("salutation", null=True),
        _text("own_words"),
        _word("return_address", null=True),
        _text("frozen", null=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        _text("folded"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["addressee_id"], ["addressee.id"], name=op.f("fk_letter_addressee_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletin.id"], name=op.f("fk_letter_bulletin_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_letter_case_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["evening_id"], ["evening.id"], name=op.f("fk_letter_evening_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_letter_member_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["original_id"], ["letter.id"], name=op.f("fk_letter_original_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("code", name=op.f("uq_letter_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_letter_addressee_id"), "letter", ["addressee_id"], unique=False)
    op.create_index(op.f("ix_letter_bulletin_id"), "letter", ["bulletin_id"], unique=False)
    op.create_index(op.f("ix_letter_case_id"), "letter", ["case_id"], unique=False)
    op.create_index(op.f("ix_letter_changed"), "letter", ["changed"], unique=False)
    op.create_index(op.f("ix_letter_evening_id"), "letter", ["evening_id"], unique=False)
    op.create_index(op.f("ix_letter_member_id"), "letter", ["member_id"], unique=False)
    op.create_index(op.f("ix_letter_original_id"), "letter", ["original_id"], unique=False)
    op.create_index(op.f("ix_letter_status_case_id"), "letter", ["status", "case_id"], unique=False)


def _print_run_piece() -> None:
    op.create_table(
        "print_run_piece",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_print_run_piece_letter_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["print_run.id"], name=op.f("fk_print_run_piece_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", "place", name=op.f("pk_print_run_piece")),
    )
    op.create_index(op.f("ix_print_run_piece_letter_id"), "print_run_piece", ["letter_id"], unique=False)


def _sender() -> None:
    op.create_table(
        "sender",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        _text("name"),
        _text("address_lines"),
        _text("country"),
        sa.Column("shows_name", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_sender_letter_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_sender")),
    )


def _step() -> None:
    op.create_table(
        "step",
        _number(),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        _word("status"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_step_letter_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_step_day_status"), "step", ["day", "status"], unique=False)
    op.create_index(op.f("ix_step_letter_id"), "step", ["letter_id"], unique=False)
