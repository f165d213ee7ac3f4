"""A whole evening through the window alone: from four bulletins to the report for the office, every number recounted.

One of the four is the outcome of a case on which letters lie in the house already. What the report says is counted
again from the PDFs that went to paper and from the rows of the desk.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from tests.press.paper import Sheet, open_sheets
from tests.ui.hands import Hands
from tests.ui.kit import answer
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.groups import save_group
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member
from uadesk.desk.sample_texts import sample_bulletins, sample_group
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterRow
from uadesk.ui.dialogs.office_report import OfficeReportDialog
from uadesk.ui.dialogs.post import PostDialog
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.dialogs.reply import ReplyDialog
from uadesk.ui.hand_over import HandOver
from uadesk.ui.letter.writer import WriterLetters
from uadesk.ui.main_window import MainWindow
from uadesk.ui.pages.letters import LettersPage
from uadesk.ui.pages.reports import ReportsPage
from uadesk.ui.review.window import ReviewWindow

TODAY = date(2025, 6, 3)
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "I am a midwife in Ottawa and think of you often."


@pytest.fixture
def desk(home: Home) -> Iterator[Desk]:
    """A group of four, and no case yet."""
    made = open_desk(home, fixed_clock(TODAY))
    save_group(made, sample_group())
    for name in ("Amir Haddad", "Bertha Nguyen", "Jun Sato", "Zoë Łukaszewska"):
        add_member(made, Person(name, ("5 Elm Road", "Ottawa ON  K2B 1A1"), "CA"))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, home: Home) -> MainWindow:
    made = MainWindow(lambda: desk, home, Settings(), fixed_clock(TODAY))
    qtbot.addWidget(made)
    made.furnish()
    made.show()
    made.attach(desk)
    return made


@pytest.fixture
def bulletins(tmp_path: Path) -> dict[str, Path]:
    """The sample bulletins as files, by the first words of their names."""
    files = {}
    for name, text in sample_bulletins(TODAY + timedelta(40)):  # there is time left on all of them, for the post too
        files[name.split(".")[0][2:]] = tmp_path / name
        (tmp_path / name).write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hands:
    return Hands(qtbot, monkeypatch)


def read(hands: Hands, window: MainWindow, *files: Path) -> None:
    """Drop bulletins on the window, settle what is in doubt, and save each."""
    hands.drop(window, *files)
    for _file in files:
        review = hands.window(ReviewWindow, lambda each: each.isEnabled())
        while review.doubts.cards:
            hands.click(review.doubts, "Yes")
        hands.click(review, "Save the case")


def to_paper(hands: Hands, printing: PrintDialog) -> None:
    """Save the batch as a PDF and say that all of it is fine."""
    hands.press(printing, Qt.Key.Key_S, CTRL)
    hands.click(printing, "All fine")


@pytest.mark.slow
def test_a_whole_evening(
    qtbot: QtBot, window: MainWindow, desk: Desk, bulletins: dict[str, Path], hands: Hands, tmp_path: Path
) -> None:
    paper = [tmp_path / name for name in ("letters.pdf", "envelopes.pdf", "report.eml", "report.xlsx")]
    hands.save_to(*paper)

    # three bulletins, and who came
    read(hands, window, bulletins["peru-first"], bulletins["serbia-first"], bulletins["turkiye-first"])
    hands.click(window, "Everybody")
    page = window.stack.page()
    assert page is not None
    hands.fill(page.guest, "Anna")  # type: ignore[attr-defined]  # it is Tonight
    hands.press(page.guest, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    hands.press(window, Qt.Key.Key_Return, CTRL)
    assert len(list_letters(desk)) == len(pieces(desk, PieceKind.APPEAL)) + len(pieces(desk, PieceKind.COPY)) > 15

    # the keyboard goes round
    hands.click(window, "Hand over the keyboard")
    round_ = hands.window(HandOver)
    hands.click(round_, "Zoë")
    letter = hands.window(WriterLetters)
    for _letter in range(3):
        hands.fill(letter.form.words, WORDS)
        hands.press(letter, Qt.Key.Key_Return, CTRL)
    hands.click(round_, "Back to the evening")

    # the outcome of one case comes in the middle of it
    read(hands, window, bulletins["serbia-outcome"])
    pull = hands.window(PullDialog)
    stopped = {row.code for row in list_letters(desk) if row.case_closed}
    assert stopped
    assert f"{len(stopped)} drafts stand in the program only" in pull.said
    hands.click(pull, "Withdraw them all")

    # letters and envelopes, and into the box but for one
    hands.press(window, Qt.Key.Key_1, CTRL)
    hands.press(window, Qt.Key.Key_Return, CTRL)
    printing = hands.window(PrintDialog, lambda dialog: dialog.pdf_button.isVisible())
    to_paper(hands, printing)
    hands.click(printing, "Now the envelopes")
    qtbot.waitUntil(printing.pdf_button.isVisible)
    to_paper(hands, printing)
    hands.click(printing, "Close")
    kept_back: list[LetterRow] = []
    answer(PostDialog, lambda dialog: leave_one(hands, desk, dialog, kept_back))
    hands.press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(kept_back))

    # an answer to one of them
    hands.press(window, Qt.Key.Key_4, CTRL)
    letters = hands.window(LettersPage)
    gone = next(place for place in range(len(list_letters(desk))) if letters.model.row(place).status == "posted")
    letters.table.clearSelection()
    hands.click_at(letters.table.viewport(), letters.table.visualRect(letters.model.index(gone, 1)).center())
    answer(ReplyDialog, log_it)
    hands.click(letters, "Log a reply")

    # the report for the office
    hands.press(window, Qt.Key.Key_5, CTRL)
    reports = hands.window(ReportsPage)
    reports.span.kinds.setCurrentText("This evening")
    hands.click(reports, "Report for the office")
    office = hands.window(OfficeReportDialog)
    hands.press(office, Qt.Key.Key_M, CTRL)
    hands.click(office, "Close")
    hands.click(reports, "Spreadsheet")
    qtbot.waitUntil(paper[3].exists)

    recount(desk, open_sheets(paper[0].read_bytes()), open_sheets(paper[1].read_bytes()), kept_back[0], *paper[2:])


def leave_one(hands: Hands, desk: Desk, dialog: PostDialog, kept_back: list[LetterRow]) -> None:
    """Take the first piece out of the stack."""
    dialog.list.setCurrentIndex(dialog.model.index(0))
    hands.press(dialog.list, Qt.Key.Key_Space)
    [ident] = {int(key) for key in dialog.model.everything} - set(dialog.posted)
    kept_back += [row for row in list_letters(desk) if row.ident == ident]
    dialog.accept()


def log_it(dialog: ReplyDialog) -> None:
    dialog.says.setPlainText("The ministry will look into it.")
    dialog.accept()


def pieces(desk: Desk, kind: PieceKind) -> list[LetterRow]:
    return [row for row in list_letters(desk) if row.kind is kind]


def recount(
    desk: Desk, letters: list[Sheet], envelopes: list[Sheet], kept_back: LetterRow, mail: Path, book: Path
) -> None:
    """Count the pages and the rows again, and compare them with what the report says."""
    rows = {row.code: row for row in list_letters(desk)}
    printed = [rows[page.lines[-1].split()[0]] for page in letters]
    assert len(printed) == len(set(printed)) == len(envelopes)
    assert not any(row.case_closed or row.status is LetterStatus.WITHDRAWN for row in printed)
    assert [page.lines[-1] for page in envelopes] == [row.code for row in printed]
    hers = [page for page in letters if WORDS in " ".join(page.text.split())]
    assert len(hers) == 4  # Zoë's two letters that may go, and their copies
    copies = ["Copy of a letter to" in page.text for page in letters]
    assert copies == [row.kind is PieceKind.COPY for row in printed]

    went = [row for row in printed if row != kept_back]
    assert {row.status for row in went} == {LetterStatus.POSTED, LetterStatus.REPLIED}
    appeals = Counter(row.case for row in went if row.kind is PieceKind.APPEAL)
    copied = Counter(row.case for row in went if row.kind is PieceKind.COPY)
    left = Counter([kept_back.case] if kept_back.kind is PieceKind.APPEAL else [])
    [sheet] = report_in(mail)
    for case in appeals | copied:
        [line] = [line for line in sheet.lines if line.startswith(f"{case} ")]
        assert line.split()[-4:] == [str(each[case]) for each in (appeals, left, copied)] + ["0"]
    assert "1 reply received" in sheet.lines
    people = {row.member for row in went if row.kind is PieceKind.APPEAL}
    assert all(any(line.startswith(name) for line in sheet.lines) for name in people)

    [_heads, totals, *_rest] = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("Total").to_python()
    assert totals[1:] == [appeals.total(), left.total(), copied.total(), 0]


def report_in(mail: Path) -> list[Sheet]:
    """The page that is attached to the mail."""
    message = message_from_bytes(mail.read_bytes(), policy=default)
    assert message["To"]
    [attached] = message.iter_attachments()
    return open_sheets(attached.get_content())
