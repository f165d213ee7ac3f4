import pytest

from uadesk.domain.holding import Block, PutDown, SaidNow, replaced

OLD, NEW = ("Palace", "Old Street"), ("Palace", "New Street")
HERE, THERE = (*OLD, "CR"), (*NEW, "CR")
MOVED = SaidNow(THERE, NEW)


@pytest.mark.parametrize(
    ("put", "now", "found"),
    [
        (PutDown(), MOVED, None),
        (PutDown(papers=(NEW,)), MOVED, None),
        (PutDown(papers=(OLD,)), MOVED, OLD),
        (PutDown(papers=(NEW, OLD)), MOVED, OLD),
        (PutDown(papers=((*OLD, "CUBA"),)), SaidNow((*OLD, "PA"), (*OLD, "PANAMA")), (*OLD, "CUBA")),
        (PutDown(papers=(OLD,)), SaidNow((), OLD), OLD),
        (PutDown(then=HERE), SaidNow(HERE, NEW), None),
        (PutDown(papers=(OLD,), then=HERE), SaidNow(HERE, NEW), OLD),
        (PutDown(then=HERE), MOVED, OLD),
        (PutDown(then=(*OLD, "")), SaidNow(HERE, OLD), OLD),
        (PutDown(then=HERE), SaidNow((), OLD), OLD),
        (PutDown(papers=(NEW,), quotes=(OLD,)), SaidNow(THERE, NEW, OLD), None),
        (PutDown(papers=(NEW,), quotes=(OLD,)), SaidNow(THERE, NEW, NEW), OLD),
        (PutDown(papers=(OLD,), then=HERE, kept=THERE), MOVED, None),
        (PutDown(papers=(OLD,), kept=HERE), MOVED, OLD),
        (PutDown(papers=(OLD,), kept=()), SaidNow((), OLD), None),
    ],
)
def test_what_was_put_down_is_held_once_another_address_holds(put: PutDown, now: SaidNow, found: Block | None) -> None:
    assert replaced(put, now) == found
