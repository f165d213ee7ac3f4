"""A print run, and how it goes on after a jam."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.printing.printer import Printer, PrintTask
from uadesk.printing.run import NoSuchPieceError, Run, RunState, WrongRunStepError, start_run

CODES = ("A2", "B3", "C4", "D5", "E6")


def test_pieces_go_in_their_order_until_all_are_sent() -> None:
    run = start_run(CODES).send(2)
    assert (run.state, run.left, run.unconfirmed) == (RunState.RUNNING, ("C4", "D5", "E6"), ("A2", "B3"))
    run = run.send(3)
    assert (run.state, run.left) == (RunState.SENT, ())
    assert run.confirm().state is RunState.CONFIRMED


def test_after_a_jam_the_run_goes_on_at_the_piece_that_is_named() -> None:
    run = start_run(CODES).send(4).pause().resume(3)
    assert run.left == ("C4", "D5", "E6")
    assert run.confirmed == 2
    assert run.send(3).confirm().confirmed == 5


def test_without_a_piece_the_run_goes_on_where_it_stopped() -> None:
    run = start_run(CODES).send(2).pause().resume()
    assert (run.left, run.unconfirmed) == (("C4", "D5", "E6"), ("A2", "B3"))


def test_a_part_can_be_confirmed_before_the_rest() -> None:
    run = start_run(CODES).send(3).confirm(2)
    assert (run.state, run.unconfirmed) == (RunState.RUNNING, ("C4",))


@pytest.mark.parametrize(
    ("run", "step"),
    [
        (start_run(CODES), "pause"),
        (start_run(CODES), "confirm"),
        (start_run(CODES), "resume"),
        (start_run(CODES).send(5), "send"),
        (start_run(CODES).send(5).confirm(), "pause"),
        (start_run(CODES).send(1).pause(), "send"),
    ],
)
def test_a_step_that_does_not_follow_is_refused(run: Run, step: str) -> None:
    with pytest.raises(WrongRunStepError) as caught:
        getattr(run, step)()
    assert (caught.value.state, caught.value.step) == (run.state, step)


@pytest.mark.parametrize("piece", [0, -1, 4])
def test_a_run_cannot_go_on_at_a_piece_it_never_reached(piece: int) -> None:
    with pytest.raises(NoSuchPieceError) as caught:
        start_run(CODES).send(2).pause().resume(piece)
    assert caught.value.pieces == 5


def test_more_than_there_is_cannot_be_sent_nor_confirmed() -> None:
    with pytest.raises(NoSuchPieceError):
        start_run(CODES).send(6)
    with pytest.raises(NoSuchPieceError):
        start_run(CODES).send(2).confirm(3)
    with pytest.raises(NoSuchPieceError):
        start_run(())


@given(st.lists(st.sampled_from(["send", "pause", "resume", "confirm"]), max_size=20))
def test_whatever_is_tried_confirmed_never_passes_sent(steps: list[str]) -> None:
    run = start_run(CODES)
    for step in steps:
        try:
            run = getattr(run, step)()
        except (WrongRunStepError, NoSuchPieceError):
            continue
        assert 0 <= run.confirmed <= run.sent <= len(run.codes)


class PaperTray:
    """A printer that stops when its paper is gone."""

    name = "tray"

    def __init__(self, sheets: int) -> None:
        self.sheets = sheets
        self.printed: list[int] = []

    def send(self, task: PrintTask) -> int:
        pages = range(task.first_page, min(task.first_page + self.sheets, len(CODES)))
        self.printed.extend(pages)
        return len(pages)


def test_a_run_on_a_printer_that_runs_out_prints_each_piece() -> None:
    tray = PaperTray(2)
    printer: Printer = tray
    run = start_run(CODES)
    while run.left:
        run = run.send(printer.send(PrintTask(b"", "letters", first_page=run.sent)))
        if run.left:
            run = run.pause().resume(run.sent + 1)
    assert tray.printed == [0, 1, 2, 3, 4]
    assert run.confirm().state is RunState.CONFIRMED
