"""The sheets for the table, each shown as its real pages, to print or to save."""

from datetime import date

from PySide6.QtWidgets import QWidget

from uadesk.base.language import _
from uadesk.desk.sheets import case_sheet, news_sheet, sign_in_sheet, tonight_stack
from uadesk.ui.context import Context
from uadesk.ui.dialogs.sheet import SheetDialog


def show_case_sheet(context: Context, case_id: int, parent: QWidget) -> SheetDialog:
    """One case on one page, for those who write by hand."""
    desk = context.desk
    return SheetDialog.show_pdf(context, _("Case sheet"), lambda: case_sheet(desk, case_id), _("case.pdf"), parent)


def show_news_sheet(context: Context, case_id: int, parent: QWidget) -> SheetDialog:
    """What became of a case, to read aloud."""
    desk, title = context.desk, _("News to read aloud")
    return SheetDialog.show_pdf(context, title, lambda: news_sheet(desk, case_id), _("news.pdf"), parent)


def show_sign_in_sheet(context: Context, day: date, parent: QWidget) -> SheetDialog:
    """Where those who come to an evening sign."""
    desk = context.desk
    return SheetDialog.show_pdf(context, _("Sign-in sheet"), lambda: sign_in_sheet(desk, day), _("sign-in.pdf"), parent)


def show_evening_sheets(context: Context, day: date, parent: QWidget) -> SheetDialog:
    """Everything for the table of an evening as one stack."""
    return SheetDialog.show_pdf(
        context, _("Everything for the evening"), tonight_stack(context.desk, day), _("evening.pdf"), parent
    )
