"""The print window: what will come out, as real pages; then one question about what did come out."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _, ngettext
from uadesk.desk.batches import BatchChangedError
from uadesk.desk.desk import Skipped
from uadesk.desk.groups import group
from uadesk.desk.letters import list_letters
from uadesk.desk.printing import (
    NothingToPrintError,
    PrintJob,
    confirm_printed,
    confirming,
    print_envelopes,
    print_letters,
)
from uadesk.desk.runs import note_not_sent, note_sent
from uadesk.desk.saving import save_file
from uadesk.desk.steps import Marked
from uadesk.desk.words import sentence
from uadesk.domain.pieces import RunKind
from uadesk.domain.rows import LetterFilter, LetterRow
from uadesk.printing.printer import PrinterRefusedError
from uadesk.ui.context import MANY, Context, What
from uadesk.ui.dialogs import print_words
from uadesk.ui.dialogs.case_text import edit_case_text
from uadesk.ui.dialogs.job_dialog import JobDialog
from uadesk.ui.dialogs.print_parts import NextPart, QuestionPart, ReadyPart
from uadesk.ui.preview import draw_page
from uadesk.ui.printer import PageJob, choose_printer, new_printer, print_pages, set_page
from uadesk.ui.save_as import ask_pdf_place
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit, foot
from uadesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintDialog(JobDialog):
    """Takes a batch of letters, or of envelopes, to paper and asks how it came out."""

    batch_confirmed = Signal(object)
    """The rows of the letters that a person confirmed as printed."""

    def __init__(
        self,
        context: Context,
        idents: Sequence[int],
        *,
        envelopes: bool = False,
        again: bool = False,
        sent: PrintJob | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`idents` are letters; what cannot be printed of them is named. `again` takes printed ones too.

        `sent` is a batch that went to paper before: it is only asked how it came out.
        """
        super().__init__(context, parent)
        self.choose_printer: Callable[[QPrinter, QWidget], bool] = choose_printer
        self._batch = self._idents = tuple(idents)
        self._envelopes, self._again = envelopes, again
        self._late_allowed = False
        self._is_sending = self._is_sent = False
        self._made_anew = ""
        self.job: PrintJob | None = None
        self._rows: dict[str, LetterRow] = {}
        self._group = group(context.desk)
        self._lay_out()
        self._connect()
        fit(self, (1080, 860))
        if sent is None:
            self._prepare()
        else:
            self._ask_about(sent)

    @property
    def _what(self) -> RunKind:
        return RunKind.ENVELOPES if self._envelopes else RunKind.LETTERS

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Print"))
        self.stack = QStackedWidget()
        self.ready = ReadyPart()
        self.stack.addWidget(self.busy)
        self.stack.addWidget(self.ready)
        self.trouble = plain_label("", "amber", wraps=True)
        self.close_button = button(_("Close"), self.reject)
        self.pdf_button = button(_("Save as PDF…"), self.save_pdf, icon="save", key="Ctrl+S")
        self.print_button = button(_("Print…"), self.print_it, icon="print", look="filled", key="Ctrl+P")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.stack, 1)
        column.addLayout(foot(self.close_button, self.trouble, self.pdf_button, self.print_button))

    def _connect(self) -> None:
        self.queue.idle.connect(self._end_sending)
        self.ready.late_allowed.connect(self._allow_late)
        self.ready.late_left_out.connect(self._leave_late_out)
        self.ready.texts_wanted.connect(self._look_at_texts)

    def _show(self, part: QWidget) -> None:
        if self.stack.indexOf(part) < 0:
            self.stack.addWidget(part)
        self.stack.setCurrentWidget(part)
        is_ready = part is self.ready
        for each in (self.pdf_button, self.print_button):
            each.setVisible(is_ready)
        self.close_button.setVisible(not isinstance(part, QuestionPart))

    # -- making the batch

    def _prepare(self) -> None:
        self._say("")
        self._is_sent = False
        self.busy.begin(_("Making the envelopes…") if self._envelopes else _("Making the letters…"))
        self._show(self.busy)
        self._run(self._pressing, self._take_job, on_cancelled=self.reject)

    def _pressing(self) -> Job[PrintJob]:
        desk, idents = self._context.desk, self._idents
        if self._envelopes:
            return print_envelopes(desk, idents)
        return print_letters(desk, idents, again=self._again, fold_marks=self._context.settings.fold_marks)

    def _take_job(self, job: PrintJob) -> None:
        self.job = job
        self._name_pieces((*job.codes, *(each.what for each in job.refused)))
        self.ready.clear()
        self.ready.heading.setText(print_words.comes_out(job, self._group))
        self.ready.then.setText(print_words.follows(job, self._group))
        self._show_refused(job.refused)
        if job.silent and job.what is RunKind.LETTERS:
            self.ready.show_silent(job.silent)
        if job.late and not self._late_allowed:
            late = {case.ident for case in job.late}
            left = sum(row.case_id not in late for code, row in self._rows.items() if code in job.codes)
            self.ready.ask_late([print_words.late(case) for case in job.late], left)
        self._allow_printing()
        self.ready.pages.show_pdf(job.pdf)
        self._show(self.ready)
        self._say(self._made_anew)
        self._made_anew = ""
        self.print_button.setFocus()

    def _name_pieces(self, codes: Iterable[str]) -> None:
        """Learn who writes these pieces, and to whom."""
        rows = list_letters(self._context.desk, LetterFilter(codes=frozenset(codes)))
        self._rows |= {row.code: row for row in rows}

    def _show_refused(self, refused: Sequence[Skipped]) -> None:
        if refused:
            self.ready.show_refused([(self._who(each.what), sentence(each.why)) for each in refused])

    def _who(self, code: str) -> str:
        return print_words.piece(code, self._rows.get(code))

    def _look_at_texts(self) -> None:
        """Show the paragraphs that nobody has looked at, then the letters with them."""
        assert self.job is not None
        silent = {row.case_id: row.case for row in self._rows.values() if row.case in self.job.silent}
        kept = [edit_case_text(self._context, ident, name, self) for ident, name in silent.items()]
        if any(kept):
            self._prepare()

    # -- letters past their date

    def _allow_late(self) -> None:
        self._late_allowed = True
        self.ready.late_answered()
        self._allow_printing()
        self.print_button.setFocus()

    def _leave_late_out(self) -> None:
        assert self.job is not None
        late = {case.ident for case in self.job.late}
        out = {row.ident for row in self._rows.values() if row.case_id in late}
        self._idents = tuple(ident for ident in self._idents if ident not in out)
        self._prepare()

    def _allow_printing(self) -> None:
        asked = self.job is not None and bool(self.job.late) and not self._late_allowed
        why = _("First answer the question about letters past their date.") if asked else ""
        for each in (self.pdf_button, self.print_button):
            allow(each, why)

    # -- onto paper

    def print_it(self) -> None:
        """Ask for a printer and send the pages."""
        assert self.job is not None
        pages = self._page_job(self.job)
        printer = new_printer(pages)
        if not self.choose_printer(printer, self):
            return
        set_page(printer, pages)
        if not self._note_sent(self.job):
            return
        self.busy.begin(_("Sending the pages to the printer…"))
        self._show(self.busy)
        self._is_sending, self._is_sent = True, False
        self._run(lambda: print_pages(printer, pages), lambda _sent: self._ask(), on_cancelled=self._stop_sending)

    def save_pdf(self) -> None:
        """Ask for a place and write the PDF there; the question is the same as after printing."""
        assert self.job is not None
        path = ask_pdf_place(self, _("envelopes.pdf") if self._envelopes else _("letters.pdf"))
        if path is None or not self._note_sent(self.job):
            return
        try:
            save_file(path, self.job.pdf)
        except UADeskError as error:
            with self._context.acting():
                note_not_sent(self._context.desk, self.job)
            self._say(sentence(error))
            return
        self._ask(print_words.saved(path))

    def _note_sent(self, job: PrintJob) -> bool:
        """Keep that these pages go now; where one holds no more, they are made anew, and that is said."""
        try:
            note_sent(self._context.desk, job)
        except BatchChangedError as error:
            self._prepare_anew(error)
        except UADeskError as error:
            self._say(sentence(error))
        else:
            return True
        return False

    def _prepare_anew(self, error: BatchChangedError) -> None:
        self._made_anew = sentence(error)
        self._prepare()

    def _page_job(self, job: PrintJob) -> PageJob:
        pdf, title = job.pdf, print_words.comes_out(job, self._group)
        size = print_words.page_size(job.what, self._group)
        return PageJob(title, job.pages, *size, lambda page, width: draw_page(pdf, page, width))

    @override
    def _show_progress(self, progress: Progress) -> None:
        if self._is_sending:
            self._is_sent = progress.done > 0
        self.busy.show_progress(progress)

    def _end_sending(self) -> None:
        self._is_sending = False

    def _stop_sending(self, why: str = "") -> None:
        """The sending was stopped: where a page had gone, what came out is asked as ever."""
        if self._is_sent:
            self._ask(print_words.stopped(why))
        else:
            assert self.job is not None
            with self._context.acting():
                note_not_sent(self._context.desk, self.job)
            self._show(self.ready)
            self._say(why or _("Stopped. Nothing went to the printer."))

    # -- how did it come out

    def _ask_about(self, sent: PrintJob) -> None:
        self.job = sent
        self._name_pieces(sent.codes)
        self._ask()

    def _ask(self, before: str = "") -> None:
        """The stack came out, or will: how did it? `before` says what went before the question."""
        assert self.job is not None
        self._say("")
        self._is_sent = True
        words = print_words.question(self.job.what, len(self.job.codes))
        question = QuestionPart(words, before, [(code, self._who(code)) for code in self.job.codes])
        question.all_fine.connect(lambda: self._settle(()))
        question.some_bad.connect(self._settle)
        question.later_wanted.connect(lambda: self._put_off(question))
        self._show(question)
        question.fine.setFocus()

    def _put_off(self, question: QuestionPart) -> None:
        """Nobody knows yet how it came out: nothing is marked, and that is said."""
        self._say("")
        part = NextPart(_("Nothing was marked."), print_words.later(self._what))
        part.offer(_("Answer now"), lambda: self._show(question), main=True)
        self._show(part)

    def _settle(self, bad: Sequence[str]) -> None:
        assert self.job is not None
        desk, job = self._context.desk, self.job
        good = [code for code in job.codes if code not in bad]
        changes = () if self._envelopes else (What.LETTERS, What.EVENING)
        if len(good) > MANY:
            question = self.stack.currentWidget()
            assert question is not None
            self.busy.begin(_("Marking the letters…"), can_stop=False)
            self._show(self.busy)
            back = partial(self._ask_again, question)
            take = partial(self._take_confirmed, bad)
            self._run_change(lambda: confirming(desk, job, good), take, *changes, on_failed=back)
            return
        try:
            marked = confirm_printed(desk, job, good)
        except UADeskError as error:
            self._say(sentence(error))
            return
        self._context.tell_change(*changes)
        self._take_confirmed(bad, marked)

    def _ask_again(self, question: QWidget, error: UADeskError) -> None:
        """It could not be marked, or not all of it: the question stands as it was answered."""
        self._show(question)
        self._say(sentence(error))

    def _take_confirmed(self, bad: Sequence[str], marked: Marked) -> None:
        if not self._envelopes:
            self.batch_confirmed.emit(marked.done)
        self._offer_next([row.code for row in marked.done], bad, marked)

    def _offer_next(self, good: Sequence[str], bad: Sequence[str], marked: Marked) -> None:
        part = NextPart(print_words.done(self._what, len(good)), print_words.after(self._what, len(bad)))
        said = [f"{self._who(each.what)}: {sentence(each.why)}" for each in marked.skipped]
        part.name([*said, *(print_words.behind(self._who(code)) for code in marked.behind)])
        if bad:
            words = ngettext("Print it again", "Print those {n} again", len(bad)).format(n=len(bad))
            part.offer(words, lambda: self._print_again(bad), main=True)
        if good and not self._envelopes:
            part.offer(_("Now the envelopes"), lambda: self._go_to_envelopes(good), main=not bad)
        self._show(part)
        if self._envelopes and not bad:
            self.close_button.setFocus()

    def _print_again(self, codes: Sequence[str]) -> None:
        self._idents = self._idents_of(codes)
        self._again = True  # some may count as printed, where marking them failed on the way
        self._prepare()

    def _go_to_envelopes(self, codes: Sequence[str]) -> None:
        self._idents, self._envelopes = self._idents_of(codes) + self._by_hand(), True
        self._prepare()

    def _by_hand(self) -> tuple[int, ...]:
        """Letters of the batch that are not printed but may need an envelope: those written by hand."""
        printed = {row.ident for row in self._rows.values()}
        return tuple(ident for ident in self._batch if ident not in printed)

    def _idents_of(self, codes: Sequence[str]) -> tuple[int, ...]:
        return tuple(self._rows[code].ident for code in codes)

    # -- jobs and trouble

    @override
    def _leave_busy(self) -> None:
        if self._is_sent:
            self._ask()
        else:
            self._show(NextPart(_("Nothing was printed."), ""))

    @override
    def _fail(self, error: UADeskError) -> None:
        if isinstance(error, PrinterRefusedError):
            self._stop_sending(sentence(error))
            return
        if isinstance(error, BatchChangedError):
            self._prepare_anew(error)
            return
        part = NextPart(_("Nothing was printed."), sentence(error))
        if isinstance(error, NothingToPrintError) and error.refused:
            self._name_pieces(each.what for each in error.refused)
            part.name([f"{self._who(each.what)}: {sentence(each.why)}" for each in error.refused])
        elif isinstance(error, NothingToPrintError) and not self._envelopes:
            part.offer(_("Print envelopes"), lambda: self._go_to_envelopes(()), main=True)
        self._show(part)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)

    @override
    def reject(self) -> None:
        if self._is_sending:  # what is on its way is asked about once it is stopped
            self.busy.cancel.click()
            return
        if self.is_changing:  # what is being marked comes to its end
            return
        question = self.stack.currentWidget()
        if isinstance(question, QuestionPart):  # paper is out, and nothing closes the question away
            self._say(_("First say how it came out, or choose Ask me later."))
            question.later.setFocus()
            return
        super().reject()

    @override
    def _stop(self) -> None:
        self.ready.pages.stop()
        self._context.tell_change(What.EVENING)  # a batch may be waiting for its answer now
        super()._stop()
