"""The members and guests as a table."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from uadesk.base.language import N_, _
from uadesk.domain.people import MemberKind
from uadesk.domain.rows import MemberRow, Order, Pages
from uadesk.ui.models.rows import Column, RowsModel


def _kind(row: MemberRow) -> str:
    if row.left_on is not None:
        return _("left")
    return _("guest") if row.person.kind is MemberKind.GUEST else _("member")


COLUMNS = (
    Column[MemberRow](N_("Name"), lambda row: row.person.name, "name"),
    Column[MemberRow](
        N_("Address"),
        lambda row: ", ".join(row.person.address_lines),
        tip=lambda row: "\n".join(row.person.address_lines),
    ),
    Column[MemberRow](N_("Email"), lambda row: row.person.email),
    Column[MemberRow](N_("Kind"), _kind),
    Column[MemberRow](N_("Letters"), lambda row: str(row.letters), "letters", right=True),
)


class MembersModel(RowsModel[MemberRow]):
    """Everybody who writes, by name."""

    def __init__(self, fetch: Callable[[Order], Pages[MemberRow]], parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, fetch, Order("name"), parent)
