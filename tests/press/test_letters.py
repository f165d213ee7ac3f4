"""Letters on paper, judged by what stands where on the page."""

import io
import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.press.paper import Sheet, open_sheets
from tests.press.pieces import CASE, EMBASSY, OWN_WORDS, SECRETARY, SENDER, TEXT, piece
from uadesk.base.jobs import Progress, finish
from uadesk.domain.letters import PieceKind
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.domain.pieces import Piece
from uadesk.press.fonts import LackingCharacterError
from uadesk.press.letters import letters_pdf
from uadesk.press.pressed import Pressed
from uadesk.press.preview import render


def press(
    pieces: Sequence[Piece], paper: Paper = Paper.LETTER, *, fold_marks: bool = False
) -> tuple[Pressed, list[Sheet], bytes]:
    out = io.BytesIO()
    pressed = finish(letters_pdf(pieces, paper, out, fold_marks=fold_marks))
    return pressed, open_sheets(out.getvalue()) if out.getvalue() else [], out.getvalue()


def is_dark(pdf: bytes, x: float, y: float) -> bool:
    """Whether something is drawn within half a millimetre of this place, mm from the top left."""
    picture = render(pdf, 0, 2159)
    rows = range(round(y * 10) - 5, round(y * 10) + 6)
    return any(picture.bgrx[row * picture.stride + round(x * 10) * 4] < 200 for row in rows)


def flat(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (215.9, 279.4)), (Paper.A4, (210.0, 297.0))])
def test_a_letter_is_one_sheet_of_the_chosen_size(paper: Paper, size: tuple[float, float]) -> None:
    pressed, [sheet], _pdf = press([piece()], paper)
    assert pressed == Pressed(1, ("K7",))
    assert (sheet.width, sheet.height) == pytest.approx(size, abs=0.02)


def test_the_parts_stand_in_the_order_of_a_letter() -> None:
    _pressed, [sheet], _pdf = press([piece(text=replace(TEXT, own_words=(OWN_WORDS,)))])
    parts = [
        *("Łukasz Şahin", "14 Rue de l’Église, app. 3", "Trois-Rivières, QC G9A 2L3", "CANADA", "June 1, 2025"),
        *SECRETARY,
        *(
            TEXT.subject,
            "Dear Secretary Noem,",
            "I teach history",
            "I am writing about",
            "I urge the administration to:",
        ),
        *("• bring home all", "• end every further", "I would be grateful for a reply.", "Yours sincerely,"),
    ]
    tops = [sheet.find(part).bottom for part in parts]
    assert tops == sorted(tops)
    assert all(later - earlier > 3 for earlier, later in itertools.pairwise(tops))


def test_there_is_room_to_sign_above_the_name() -> None:
    _pressed, [sheet], _pdf = press([piece()])
    names = [word for word in sheet.words if word.text == "Şahin"]
    assert len(names) == 2
    assert 11 < names[1].top - sheet.find("Yours sincerely,").bottom < 25


def test_all_text_stays_inside_the_margins() -> None:
    wide = "Ministry of " + "Administration, " * 12 + "and Interior Affairs"
    for sheet in press([piece(recipient=("Hon. A. Example", wide, "W" * 90, "KENYA"))], Paper.A4)[1]:
        assert all(word.right < 210 - 20 for word in sheet.words)
        assert all(word.left > 29 or word.top > 280 for word in sheet.words)


def test_the_lines_of_a_demand_hang_behind_its_bullet() -> None:
    _pressed, [sheet], _pdf = press([piece()])
    bullet, second = sheet.find("• bring"), sheet.find("cases can go on before a court;").left
    first = next(word for word in sheet.words if word.text == "bring")
    assert bullet.left < first.left
    assert second == pytest.approx(first.left, abs=0.6)


def test_a_copy_names_the_letter_it_is_a_copy_of_and_has_no_salutation_of_its_own() -> None:
    text = replace(TEXT, copy_of=("Copy of a letter to", *SECRETARY), cc=())
    _pressed, [sheet], _pdf = press([piece("A4", text, recipient=EMBASSY, kind=PieceKind.COPY)])
    order = [
        sheet.find(words).top for words in (EMBASSY[0], "Copy of a letter to", SECRETARY[0], "Dear Secretary Noem,")
    ]
    assert order == sorted(order)
    assert sheet.text.count("Dear") == 1
    assert "CANADA" not in sheet.text


def test_without_a_return_address_the_letter_starts_with_its_date() -> None:
    sender = replace(SENDER, address_lines=())
    _pressed, [sheet], _pdf = press([piece(sender=sender)])
    assert sheet.lines[0] == "June 1, 2025"
    assert sheet.text.count("Łukasz Şahin") == 1


def test_the_code_stands_small_in_the_bottom_corner() -> None:
    _pressed, [sheet], _pdf = press([piece("Q9")])
    code = sheet.find("Q9")
    assert code.left == pytest.approx(11, abs=0.5)
    assert sheet.height - code.bottom == pytest.approx(9, abs=0.5)
    assert code.bottom - code.top < 2.5


def test_a_long_letter_is_set_smaller_before_it_takes_a_second_sheet() -> None:
    short, longer = piece(), piece(text=replace(TEXT, own_words=(OWN_WORDS,) * 3, case=f"{CASE} {CASE}"))
    _pressed, [first, second], _pdf = press([short, longer])
    heights = [sheet.find("Washington,").bottom - sheet.find("Washington,").top for sheet in (first, second)]
    assert heights[1] < heights[0] * 0.97


def test_a_letter_too_long_for_a_sheet_goes_on_and_loses_nothing() -> None:
    text = replace(TEXT, own_words=tuple(f"Paragraph {n}. {OWN_WORDS}" for n in range(14)))
    pressed, sheets, _pdf = press([piece(text=text)])
    assert pressed.pages == len(sheets) == 2
    whole = flat(" ".join(sheet.text for sheet in sheets))
    for n in range(14):
        assert flat(f"Paragraph {n}. {OWN_WORDS}") in whole.replace("K7 1/2 ", "")
    assert "1/2" in sheets[0].text
    assert "2/2" in sheets[1].text
    assert max(word.bottom for word in sheets[0].words if word.text not in ("K7", "1/2")) < 279.4 - 20


@pytest.mark.parametrize("paragraphs", range(6, 22))
def test_the_close_never_stands_alone_on_a_sheet(paragraphs: int) -> None:
    text = replace(TEXT, own_words=tuple(f"Number {n}: {OWN_WORDS}" for n in range(paragraphs)))
    sheets = press([piece(text=text)])[1]
    ending = [sheet for sheet in sheets if "Yours sincerely," in sheet.text]
    assert len(ending) == 1
    assert sheets[-1] is ending[0]
    above = [line for line in sheets[-1].lines if sheets[-1].find(line).top < sheets[-1].find("Yours sincerely,").top]
    assert len(above) >= 2
    assert sheets[-1].text.count("Łukasz Şahin") == (2 if len(sheets) == 1 else 1)


@pytest.mark.parametrize("paragraphs", range(7, 30, 3))
def test_no_paragraph_leaves_a_single_line_on_a_sheet(paragraphs: int) -> None:
    own = tuple(f"Number {n} of them. {OWN_WORDS} {OWN_WORDS}" for n in range(paragraphs))
    sheets = press([piece(text=replace(TEXT, own_words=own))])[1]
    for earlier, later in itertools.pairwise(sheets):
        body = [line for line in earlier.lines if not line.startswith("K7")]
        assert "of them." not in body[-1]
        ends = [n for n, line in enumerate(later.lines[:6]) if line.endswith("for news.")]
        assert not ends or ends[0] > 0


def test_pieces_keep_their_order_and_their_own_words() -> None:
    pieces = [
        piece(f"A{n}", replace(TEXT, own_words=(f"My number is {n}.",)), sender=replace(SENDER, name=f"Writer {n}"))
        for n in range(2, 9)
    ]
    pressed, sheets, _pdf = press(pieces)
    assert pressed.codes == tuple(f"A{n}" for n in range(2, 9))
    for n, sheet in enumerate(sheets, 2):
        assert sheet.text.count(f"Writer {n}") == 2
        assert f"My number is {n}." in sheet.text
        assert sheet.text.count("Writer") == 2
        assert sheet.text.count("My number") == 1


def test_what_looks_like_markup_is_printed_as_it_stands() -> None:
    nasty = '<b>bold</b> <img src="file:x"/> </para> &#0; &amp; {{ 7*7 }} (a\\b) %s'
    text = replace(TEXT, subject=nasty, case=nasty, demands=(nasty,), own_words=(nasty,), cc=(nasty,))
    sender = replace(SENDER, name=nasty, address_lines=(nasty,))
    _pressed, [sheet], pdf = press([piece(text=text, sender=sender, recipient=(nasty, "x", "USA"))])
    assert flat(sheet.text).count(nasty) == 9
    assert b"/URI" not in pdf
    assert b"/Image" not in pdf


def test_a_piece_with_a_character_no_font_has_is_refused_by_name_and_the_others_go_on() -> None:
    bad = piece("B2", replace(TEXT, own_words=("Greetings 你.",)))
    devanagari = piece("B3", sender=replace(SENDER, name="नेहा"))
    pressed, sheets, _pdf = press([piece("A2"), bad, devanagari, piece("C2")])
    assert pressed.codes == ("A2", "C2")
    assert [refused.code for refused in pressed.refused] == ["B2", "B3"]
    error = pressed.refused[0].error
    assert isinstance(error, LackingCharacterError)
    assert error.characters == ("你",)
    assert error.names == ("CJK UNIFIED IDEOGRAPH-4F60",)
    assert len(sheets) == 2


def test_where_no_page_is_left_nothing_is_written() -> None:
    pressed, _sheets, pdf = press([piece(text=replace(TEXT, case="你"))])
    assert (pressed.pages, pdf) == (0, b"")


def test_a_letter_written_by_hand_has_no_sheet() -> None:
    pressed, sheets, _pdf = press([piece("A2"), piece("H2", None)])
    assert pressed == Pressed(1, ("A2",))
    assert len(sheets) == 1


def test_accents_are_composed_and_invisible_signs_are_left_out() -> None:
    decomposed = "S\u0327ahin \u0141ukasz e\u0301\u200b\u202e"
    _pressed, [sheet], _pdf = press([piece(sender=replace(SENDER, name=decomposed))])
    assert "Şahin Łukasz é" in sheet.text


def test_cyrillic_greek_and_vietnamese_are_printed() -> None:
    words = "Президент Ελλάδα Nguyễn Đặng Ğğ İı ǅ œ ß „Gänsefüßchen“ – €"
    _pressed, [sheet], _pdf = press([piece(text=replace(TEXT, case=words))])
    assert words in flat(sheet.text)


def test_fold_marks_are_drawn_only_when_asked_for() -> None:
    plain, marked = press([piece()])[2], press([piece()], fold_marks=True)[2]
    for fold in SHEETS[Paper.LETTER].folds:
        assert is_dark(marked, 6, fold)
        assert not is_dark(plain, 6, fold)
        assert not is_dark(marked, 12, fold)


def test_progress_tells_each_piece_and_closing_leaves_the_stream_empty() -> None:
    out = io.BytesIO()
    job = letters_pdf([piece("A2"), piece("A3"), piece("A4")], Paper.LETTER, out)
    assert [next(job), next(job)] == [Progress(0, 3, "A2"), Progress(1, 3, "A3")]
    job.close()
    assert out.getvalue() == b""


def test_the_same_letters_make_the_same_file() -> None:
    assert press([piece(), piece("A3")])[2] == press([piece(), piece("A3")])[2]


def test_further_letters_of_a_batch_need_less_than_two_kilobytes_each() -> None:
    def size(count: int) -> int:
        people = [
            replace(SENDER, name=f"Writer {n}", address_lines=(f"{n} Oak Road", "Guelph ON")) for n in range(count)
        ]
        return len(press([piece(f"N{n}", sender=person) for n, person in enumerate(people)])[2])

    assert (size(60) - size(10)) / 50 < 1000


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=300), max_size=6))
def test_any_latin_text_comes_out_whole(paragraphs: list[str]) -> None:
    text = replace(TEXT, own_words=tuple(paragraphs))
    pressed, sheets, _pdf = press([piece(text=text)])
    printed = "".join("".join(word.text for word in sheet.words) for sheet in sheets)
    assert not pressed.refused
    assert "Yourssincerely," in printed
    assert "gratefulforareply." in printed


def test_demands_without_a_lead_are_paragraphs() -> None:
    text = replace(TEXT, lead="", demands=("I urge you to find her.", "Please answer."))
    _pressed, [sheet], _pdf = press([piece(text=text)])
    assert "•" not in sheet.text
    assert sheet.find("Please answer.").left == pytest.approx(sheet.find("Dear Secretary").left, abs=0.6)
