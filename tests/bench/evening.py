"""The program's own share of an evening, and the board of a large one.

Run it: python -m tests.bench.evening. From a bulletin not yet in UADesk to twelve people's letters, copies and all
envelopes as PDF; and how long the board of sixty people and twelve cases takes to paint and to answer a click.
"""

import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.from_desk import bulletin
from uadesk.base.clock import system_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import finish
from uadesk.base.settings import Settings
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import everybody_here, tonight
from uadesk.desk.groups import save_group
from uadesk.desk.members import import_members
from uadesk.desk.printing import confirm_printed, print_envelopes, print_letters
from uadesk.desk.sample_texts import sample_bulletins, sample_group
from uadesk.desk.source_files import SourceFile
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person

WRITERS, SHARE_S = 12, 5.0
PEOPLE, CASES, PAINT_MS = 60, 12, 16
ROUNDS = 9


def own_share() -> float:
    """Seconds from the bytes of a bulletin to both PDFs, the child that reads it already warm."""
    with TemporaryDirectory() as folder, closing(_desk(folder, WRITERS)) as desk:
        desk.reader.warm()
        name, text = sample_bulletins(desk.today)[0]
        began = time.perf_counter()
        [draft] = desk.reader.read(name, text.encode())
        case = import_draft(desk, draft, SourceFile(name, text.encode())).case_id
        everybody_here(desk)
        writers = [person.ident for person in tonight(desk).people]
        made = [row.ident for row in draft_letters(desk, case, writers, copies=True, evening=desk.today).done]
        letters = finish(print_letters(desk, made))
        confirm_printed(desk, letters)
        envelopes = finish(print_envelopes(desk, made))
        seconds = time.perf_counter() - began
        assert letters.pages == envelopes.pages == 2 * WRITERS
        return seconds


def board() -> tuple[float, float]:
    """Milliseconds to paint the board, all of it seen, and to answer a click that drafts a letter."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from uadesk.ui.context import Context
    from uadesk.ui.pages.tonight import TonightPage
    from uadesk.ui.start import make_app

    app = make_app(Settings())
    with TemporaryDirectory() as folder, closing(_desk(folder, PEOPLE)) as desk:
        for number in range(CASES):
            draft = bulletin(UANumber(desk.today.year % 100, 100 + number), f"Case {number}")
            import_draft(desk, replace(draft, index=f"X {number}", act_until=None))
        everybody_here(desk)
        people = [person.ident for person in tonight(desk).people]
        for case in tonight(desk).cases[:-1]:
            draft_letters(desk, case.ident, people, evening=desk.today)
        page = TonightPage(Context(desk, Settings()))
        page.resize(1920, 1080)
        page.show()
        app.processEvents()
        painted = median(_milliseconds(page.board.viewport().repaint) for _round in range(ROUNDS))
        empty = [page.board_model.cell(page.board_model.index(row, CASES - 1)) for row in range(ROUNDS)]
        clicked = median(_milliseconds(partial(page.board.pressed_cell.emit, cell)) for cell in empty)
        page.close()
    return painted, clicked


def _desk(folder: str, people: int) -> Desk:
    desk = open_desk(Home(Path(folder) / "desk"), system_clock())
    save_group(desk, sample_group())
    names = [f"Writer {number:03}" for number in range(people)]
    import_members(desk, [Person(name, (f"{number} Elm Road", "Ottawa ON")) for number, name in enumerate(names)])
    return desk


def _milliseconds(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    painted, clicked = board()
    print(f"{'an evening':58}{'measured':>10}{'promised':>10}")
    print(f"{'bulletin to 12 letters, copies and envelopes, seconds':58}{own_share():>10.2f}{SHARE_S:>10}")
    print(f"{f'board of {PEOPLE} people and {CASES} cases painted, ms':58}{painted:>10.1f}{PAINT_MS:>10}")
    print(f"{'a click on it that drafts a letter, ms':58}{clicked:>10.1f}{50:>10}")


if __name__ == "__main__":
    main()
