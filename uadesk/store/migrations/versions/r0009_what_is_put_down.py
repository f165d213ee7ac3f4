"""A letter, and each of its papers, remembers where it was to go; drafts of old name whom their own block names."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_COUNTED = {"sqlite_autoincrement": True}
_LETTER = sa.table(
    "letter",
    *map(sa.column, ("id", "addressee_id", "bulletin_id", "channel", "recipient", "country_code", "frozen")),
    *map(sa.column, ("addressee_name", "where_then")),
)
_ADDRESSEE = sa.table("addressee", *map(sa.column, ("id", "name", "lines", "country_code")))
_PIECE = sa.table(
    "print_run_piece",
    *map(sa.column, ("run_id", "place", "letter_id", "piece", "block", "bulletin_id", "addressee_id")),
)


def upgrade() -> None:
    for name in ("kept_where", "where_then"):  # columns added together come in any order
        with op.batch_alter_table("letter", recreate="always", table_kwargs=_COUNTED) as letter:
            letter.add_column(sa.Column(name, sa.String(), nullable=True))
    for column in (
        sa.Column("block", sa.String(), nullable=False, server_default="[]"),
        sa.Column("bulletin_id", sa.Integer(), nullable=True),
        sa.Column("addressee_id", sa.Integer(), nullable=True),
    ):
        with op.batch_alter_table("print_run_piece", recreate="always") as piece:
            piece.add_column(column)
    _fill_letters()
    _fill_pieces()
    with op.batch_alter_table("print_run_piece", recreate="always") as piece:
        piece.alter_column("block", server_default=None)


def _fill_letters() -> None:
    """What was typed or is written by hand stands beside what the bulletin says; the name is one of its lines."""
    connection = op.get_bind()
    apart = sa.or_(
        _LETTER.c.recipient.is_not(None), _LETTER.c.country_code.is_not(None), _LETTER.c.channel == "handwritten"
    )
    found = connection.execute(
        sa.select(_LETTER, _ADDRESSEE.c.name, _ADDRESSEE.c.lines, _ADDRESSEE.c.country_code.label("code"))
        .join_from(_LETTER, _ADDRESSEE, _LETTER.c.addressee_id == _ADDRESSEE.c.id, isouter=True)
        .where(apart)
    ).all()
    for row in found:
        where = None if row.lines is None else json.dumps([*json.loads(row.lines), row.code or ""], ensure_ascii=False)
        connection.execute(
            sa.update(_LETTER)
            .where(_LETTER.c.id == row.id)
            .values(where_then=where, addressee_name=row.addressee_name or _name(row))
        )


def _name(row: Any) -> str | None:
    """Whom a letter's own block names: the addressee, unless it does not hold that name."""
    if row.recipient is None:
        return None
    lines = json.loads(row.recipient)
    return row.name if row.name and any(row.name in line for line in lines) else next(iter(lines), "")


def _fill_pieces() -> None:
    """A piece went to whom its paper says, where that was kept; else to whom its letter goes."""
    connection = op.get_bind()
    found = connection.execute(
        sa.select(
            _PIECE.c.run_id,
            _PIECE.c.place,
            _PIECE.c.piece,
            *(_LETTER.c[name] for name in ("frozen", "recipient", "bulletin_id", "addressee_id")),
            _ADDRESSEE.c.lines,
        )
        .join_from(_PIECE, _LETTER, _PIECE.c.letter_id == _LETTER.c.id)
        .join(_ADDRESSEE, _LETTER.c.addressee_id == _ADDRESSEE.c.id, isouter=True)
    ).all()
    for row in found:
        printed = json.loads(row.piece or row.frozen or "{}").get("recipient")
        block = json.dumps(printed, ensure_ascii=False) if printed else row.recipient or row.lines or "[]"
        connection.execute(
            sa.update(_PIECE)
            .where(_PIECE.c.run_id == row.run_id, _PIECE.c.place == row.place)
            .values(block=block, bulletin_id=row.bulletin_id, addressee_id=row.addressee_id)
        )
