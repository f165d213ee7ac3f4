"""The sheets for the table, each shown as its real pages, to print or to save."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from uadesk.base.jobs import Job
from uadesk.base.language import _
from uadesk.desk.desk import Desk
from uadesk.desk.sheets import SheetStack, case_sheet, news_sheet, sign_in_sheet, tonight_stack
from uadesk.ui.context import Context
from uadesk.ui.dialogs.sheet import SheetDialog

T = TypeVar("T")


def show_case_sheet(context: Context, case_id: int, parent: QWidget) -> SheetDialog:
    """One case on one page, for those who write by hand."""
    desk = context.desk
    return SheetDialog.show_pages(
        context, _("Case sheet"), lambda: _one(case_sheet, desk, case_id), _("case.pdf"), parent
    )


def show_news_sheet(context: Context, case_id: int, parent: QWidget) -> SheetDialog:
    """What became of a case, to read aloud."""
    desk, title = context.desk, _("News to read aloud")
    return SheetDialog.show_pages(context, title, lambda: _one(news_sheet, desk, case_id), _("news.pdf"), parent)


def show_sign_in_sheet(context: Context, day: date, parent: QWidget) -> SheetDialog:
    """Where those who come to an evening sign."""
    desk = context.desk
    return SheetDialog.show_pages(
        context, _("Sign-in sheet"), lambda: _one(sign_in_sheet, desk, day), _("sign-in.pdf"), parent
    )


def show_evening_sheets(context: Context, day: date, parent: QWidget) -> SheetDialog:
    """Everything for the table of an evening as one stack."""
    desk, title = context.desk, _("Everything for the evening")
    return SheetDialog.show_pages(context, title, lambda: tonight_stack(desk, day), _("evening.pdf"), parent)


def _one(make: Callable[[Desk, T], bytes], desk: Desk, of: T) -> Job[SheetStack]:
    """A single sheet as a job, so that it is made off the window's thread too."""
    yield from ()
    return SheetStack(make(desk, of), ())
