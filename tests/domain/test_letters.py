"""Steps and match codes of letters."""

from itertools import pairwise

import pytest

from uadesk.domain.letters import CODE_LETTERS, Channel, LetterStatus, match_code, may_follow, next_steps

S = LetterStatus


@pytest.mark.parametrize(
    ("channel", "way"),
    [
        (Channel.POST, (S.DRAFT, S.PRINTED, S.SIGNED, S.POSTED, S.REPLIED)),
        (Channel.POST, (S.DRAFT, S.PRINTED, S.POSTED, S.RETURNED, S.REPLIED)),
        (Channel.HANDWRITTEN, (S.DRAFT, S.POSTED, S.REPLIED)),
        (Channel.EMAIL, (S.DRAFT, S.SENT, S.REPLIED)),
        (Channel.FAX, (S.DRAFT, S.SENT, S.RETURNED)),
        (Channel.POST, (S.DRAFT, S.WITHDRAWN)),
        (Channel.POST, (S.DRAFT, S.PRINTED, S.WITHDRAWN)),
    ],
)
def test_the_ways_a_letter_goes(channel: Channel, way: tuple[LetterStatus, ...]) -> None:
    for before, after in pairwise(way):
        assert may_follow(before, after, channel)


@pytest.mark.parametrize("channel", list(Channel))
def test_what_has_gone_is_never_pulled_or_drafted_again(channel: Channel) -> None:
    for gone in (S.POSTED, S.SENT, S.REPLIED, S.RETURNED, S.WITHDRAWN):
        assert not {S.WITHDRAWN, S.DRAFT, S.PRINTED} & set(next_steps(gone, channel))


def test_a_letter_by_hand_is_never_printed() -> None:
    assert not may_follow(S.DRAFT, S.PRINTED, Channel.HANDWRITTEN)


def test_no_code_comes_twice_while_codes_grow() -> None:
    codes = [match_code(count) for count in range(32**2 + 32**3 // 4)]
    assert len(set(codes)) == len(codes)
    assert {len(code) for code in codes[: 32**2]} == {2}
    assert len(codes[32**2]) == 3
    assert set("".join(codes)) <= set(CODE_LETTERS)


def test_neighbours_in_time_differ_in_both_signs() -> None:
    for count in range(60):
        one, other = match_code(count), match_code(count + 1)
        assert all(a != b for a, b in zip(one, other, strict=True))
