"""The first tables."""

from datetime import date, datetime

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


_COUNTED = {"sqlite_autoincrement": True}  # numbers are never given twice


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _integer(*names: str, null: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), autoincrement=False, nullable=null) for name in names]


def _flag(*names: str, null: bool = False) -> list[sa.Column[bool]]:
    return [sa.Column(name, sa.Boolean(), nullable=null) for name in names]


def _date(*names: str, null: bool = False) -> list[sa.Column[date]]:
    return [sa.Column(name, sa.Date(), nullable=null) for name in names]


def _moment(*names: str, null: bool = False) -> list[sa.Column[datetime]]:
    return [sa.Column(name, sa.DateTime(), nullable=null) for name in names]


def _text(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=null) for name in names]


def _word(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(16), nullable=null) for name in names]


def _refers(table: str, column: str, to: str, *, then: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=then)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _case() -> None:
    op.create_table(
        "case",
        _number(),
        *_integer("year", "sequence", null=True),
        *_flag("extra", null=True),
        *_text("title", "country"),
        *_text("country_code", null=True),
        *_date("act_until", "closed_on", null=True),
        *_text("closed_reason", null=True),
        *_integer("current_bulletin_id", null=True),
        *_text("folded"),
        *_integer("version"),
        _refers("case", "current_bulletin_id", "bulletin", then="SET NULL"),
        sa.UniqueConstraint("year", "sequence", "extra", name="uq_case_year_sequence_extra"),
        **_COUNTED,
    )
    _index("case", "act_until")
    _index("case", "closed_on")
    _index("case", "country")


def _code_counter() -> None:
    op.create_table(
        "code_counter",
        *_integer("id", "given"),
        sa.PrimaryKeyConstraint("id", name="pk_code_counter"),
    )


def _evening() -> None:
    op.create_table(
        "evening",
        _number(),
        *_date("day"),
        *_text("place"),
        sa.UniqueConstraint("day", name="uq_evening_day"),
        **_COUNTED,
    )


def _group() -> None:
    op.create_table(
        "group",
        *_integer("id"),
        *_text("name", "number", "address_lines", "country", "coordinator", "email"),
        *_word("paper", null=True),
        *_text("envelope", null=True),
        *_flag("is_sample"),
        *_integer("version"),
        sa.PrimaryKeyConstraint("id", name="pk_group"),
    )


def _journal_entry() -> None:
    op.create_table(
        "journal_entry",
        _number(),
        *_text("act", "merge"),
        *_flag("undone"),
        **_COUNTED,
    )


def _journal_state() -> None:
    op.create_table(
        "journal_state",
        *_integer("id"),
        *_integer("entry_id", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal_state"),
    )


def _member() -> None:
    op.create_table(
        "member",
        _number(),
        *_text("name", "address_lines"),
        *_text("country", null=True),
        *_text("email", "phone", "about"),
        *_word("kind", "return_address"),
        *_date("left_on", null=True),
        *_text("folded"),
        *_integer("version"),
        **_COUNTED,
    )
    _index("member", "folded")


def _print_run() -> None:
    op.create_table(
        "print_run",
        _number(),
        *_text("what", "stationery"),
        *_moment("made"),
        *_moment("confirmed", null=True),
        **_COUNTED,
    )


def _attendance() -> None:
    op.create_table(
        "attendance",
        *_integer("evening_id", "member_id"),
        _refers("attendance", "evening_id", "evening"),
        _refers("attendance", "member_id", "member"),
        sa.PrimaryKeyConstraint("evening_id", "member_id", name="pk_attendance"),
    )
    _index("attendance", "member_id")


def _bulletin() -> None:
    op.create_table(
        "bulletin",
        _number(),
        *_integer("case_id"),
        *_word("stage", null=True),
        *_integer("stage_ordinal", null=True),
        *_text("index", null=True),
        *_date("issued", null=True),
        *_moment("imported"),
        *_text("language", null=True),
        *_flag("further_action", null=True),
        *_text("title", "country", "country_code", null=True),
        *_date("act_until", null=True),
        *_text("demand_lead", "summary", "background", "model_letter", "issuer", null=True),
        *_text("previous", "text", "text_hash", "bold", "source", "checks", "spans"),
        *_integer("version"),
        _refers("bulletin", "case_id", "case"),
        **_COUNTED,
    )
    _index("bulletin", "case_id")
    _index("bulletin", "index")
    _index("bulletin", "issued")
    _index("bulletin", "text_hash")


def _decision() -> None:
    op.create_table(
        "decision",
        _number(),
        *_integer("case_id"),
        *_flag("closes"),
        *_date("day"),
        *_moment("made"),
        *_text("reason"),
        _refers("decision", "case_id", "case"),
        **_COUNTED,
    )
    _index("decision", "case_id")


def _journal_row() -> None:
    op.create_table(
        "journal_row",
        _number(),
        *_integer("entry_id"),
        *_text("table_name"),
        *_text("before", "after", null=True),
        _refers("journal_row", "entry_id", "journal_entry"),
        **_COUNTED,
    )
    _index("journal_row", "entry_id")


def _offer() -> None:
    op.create_table(
        "offer",
        *_integer("evening_id", "case_id"),
        _refers("offer", "case_id", "case"),
        _refers("offer", "evening_id", "evening"),
        sa.PrimaryKeyConstraint("evening_id", "case_id", name="pk_offer"),
    )
    _index("offer", "case_id")


def _addressee() -> None:
    op.create_table(
        "addressee",
        _number(),
        *_integer("bulletin_id"),
        *_word("role"),
        *_integer("place"),
        *_text("lines", "name"),
        *_text("title", null=True),
        *_text("address_lines"),
        *_text("country_code", null=True),
        *_text("email", "phone", "fax"),
        *_text("salutation", null=True),
        *_flag("gone"),
        *_text("folded"),
        _refers("addressee", "bulletin_id", "bulletin"),
        **_COUNTED,
    )
    _index("addressee", "bulletin_id")


def _demand() -> None:
    op.create_table(
        "demand",
        _number(),
        *_integer("bulletin_id", "place"),
        *_text("text"),
        _refers("demand", "bulletin_id", "bulletin"),
        **_COUNTED,
    )
    _index("demand", "bulletin_id")


def _file() -> None:
    op.create_table(
        "file",
        _number(),
        *_integer("bulletin_id"),
        *_text("name", "sha256"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *_moment("imported"),
        _refers("file", "bulletin_id", "bulletin"),
        **_COUNTED,
    )
    _index("file", "bulletin_id")
    _index("file", "sha256")


def _shared_text() -> None:
    op.create_table(
        "shared_text",
        *_integer("bulletin_id"),
        *_text("subject"),
        *_text("case_text", null=True),
        *_text("lead", "demands", "body"),
        *_integer("version"),
        _refers("shared_text", "bulletin_id", "bulletin"),
        sa.PrimaryKeyConstraint("bulletin_id", name="pk_shared_text"),
    )


def _letter() -> None:
    op.create_table(
        "letter",
        _number(),
        *_text("code"),
        *_integer("member_id", null=True),
        *_integer("case_id", "bulletin_id"),
        *_integer("addressee_id", "evening_id", "original_id", null=True),
        *_word("kind", "channel", "status"),
        *_moment("changed"),
        *_text("language"),
        *_text("recipient", "country_code", "salutation", null=True),
        *_text("own_words"),
        *_word("return_address", null=True),
        *_text("frozen", "addressee_name", null=True),
        *_moment("created"),
        *_text("folded"),
        *_integer("version"),
        _refers("letter", "addressee_id", "addressee", then="SET NULL"),
        _refers("letter", "bulletin_id", "bulletin"),
        _refers("letter", "case_id", "case"),
        _refers("letter", "evening_id", "evening", then="SET NULL"),
        _refers("letter", "member_id", "member", then="SET NULL"),
        _refers("letter", "original_id", "letter", then="SET NULL"),
        sa.UniqueConstraint("code", name="uq_letter_code"),
        **_COUNTED,
    )
    _index("letter", "addressee_id")
    _index("letter", "bulletin_id")
    _index("letter", "case_id")
    _index("letter", "changed")
    _index("letter", "evening_id")
    _index("letter", "member_id")
    _index("letter", "original_id")
    _index("letter", "status", "case_id")


def _print_run_piece() -> None:
    op.create_table(
        "print_run_piece",
        *_integer("run_id", "place", "letter_id"),
        _refers("print_run_piece", "letter_id", "letter"),
        _refers("print_run_piece", "run_id", "print_run"),
        sa.PrimaryKeyConstraint("run_id", "place", name="pk_print_run_piece"),
    )
    _index("print_run_piece", "letter_id")


def _sender() -> None:
    op.create_table(
        "sender",
        *_integer("letter_id"),
        *_text("name", "address_lines", "country"),
        *_flag("shows_name"),
        *_text("folded"),
        _refers("sender", "letter_id", "letter"),
        sa.PrimaryKeyConstraint("letter_id", name="pk_sender"),
    )


def _step() -> None:
    op.create_table(
        "step",
        _number(),
        *_integer("letter_id"),
        *_word("status"),
        *_moment("at"),
        *_date("day"),
        _refers("step", "letter_id", "letter"),
        **_COUNTED,
    )
    _index("step", "day", "status")
    _index("step", "letter_id")
