"""What the list of letters offers on the record: a letter's history, and the replies."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.replies import add_reply, still_to_report
from uadesk.domain.letters import LetterStatus, may_follow
from uadesk.domain.rows import LetterRow
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.history import HistoryDialog
from uadesk.ui.dialogs.replies import RepliesDialog
from uadesk.ui.dialogs.reply import ReplyChoice, ReplyDialog, new_reply
from uadesk.ui.widgets.buttons import allow, button, set_text, set_tip


class LetterRecordButtons:
    """The buttons of a page, and what they do with its current letter."""

    def __init__(self, context: Context, page: QWidget, current: Callable[[], LetterRow | None]) -> None:
        self._context = context
        self._page = page
        self._current = current
        self.history = button(_("History…"), self.show_history, key="Ctrl+H")
        self.reply = button(_("Log a reply…"), self.log_reply, key="Ctrl+R")
        self.replies = button(_("Replies…"), self.show_replies, icon="letters", key="Ctrl+Shift+R")

    def refresh(self) -> None:
        """Say on the button how many replies the office has still to hear of."""
        waiting = still_to_report(self._context.desk)
        late = sum(1 for row in waiting if row.reply.report_by and row.reply.report_by < self._context.today)
        words = _("Replies…")
        if late:
            words = ngettext("Replies: {n} overdue…", "Replies: {n} overdue…", late).format(n=late)
        elif waiting:
            words = ngettext("Replies: {n} to report…", "Replies: {n} to report…", len(waiting)).format(n=len(waiting))
        set_text(self.replies, words)
        set_tip(self.replies, _("All replies, and which the office has still to hear of"))

    def settle(self) -> None:
        """Enable what the current letter allows, and say why not."""
        row = self._current()
        none = "" if row is not None else _("Choose one letter in the list first.")
        allow(self.history, none)
        can_be_answered = row is not None and (
            row.status is LetterStatus.REPLIED or may_follow(row.status, LetterStatus.REPLIED, row.channel)
        )
        allow(self.reply, none or ("" if can_be_answered else _("This letter has not gone yet; mark it posted first.")))

    def show_history(self) -> None:
        """Show every step of the current letter."""
        row = self._current()
        if row is not None:
            with self._context.acting():
                HistoryDialog(self._context, row, self._page.window()).open()

    def log_reply(self) -> None:
        """Ask for a reply to the current letter; it is answered by that."""
        row = self._current()
        if row is None:
            return
        title = _("Reply to letter {code} ({case})").format(code=row.code, case=row.case)

        def keep(choice: ReplyChoice) -> None:
            self._context.noting(add_reply)(
                self._context.desk, row.case_id, choice.reply, letter_id=row.ident, scan=choice.scan
            )

        if ReplyDialog.ask(title, new_reply(self._context.today, row.addressee), self._page, keep):
            said = _("The reply was logged; letter {code} is answered.").format(code=row.code)
            self._context.tell_kept(What.LETTERS, What.EVENING, said=said)

    def show_replies(self) -> None:
        """Show all replies."""
        dialog = RepliesDialog(self._context, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
