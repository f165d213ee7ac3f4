"""Whatever comes in: a draft whose spans hold, or a refusal by name, and nothing else."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.members.workbooks import workbook
from uadesk.base.errors import UADeskError
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.encoding import draft_from_json, draft_to_json
from uadesk.reading.formats.texts import read_text
from uadesk.reading.members.encoding import members_from_json, members_to_json
from uadesk.reading.members.formats import read_members
from uadesk.reference.countries import load_countries

WHOLE = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "bulletins").glob("*.[tm][xd]*"))]
LINES = sorted({line for text in WHOLE for line in text.splitlines()})
SHUFFLED = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), max_size=60).map("\n".join)

WORKBOOK = workbook([["Name", "Postal code"], ["Ana Muster", 10117]])
CARD_LINES = (
    "BEGIN:VCARD", "END:VCARD", "FN:Ana", "N:;", "N;QUOTED-PRINTABLE:=", 'ADR;LABEL="a:;;b', "ADR;TYPE=home:;;1\\;",
    " folded", "ADR:\\", "EMAIL;PREF=0:a@example.org", "TEL;;=,:1", "NOTE;ENCODING=quoted-printable;CHARSET=utf-7:+=",
)  # fmt: skip


def damaged(place: int, piece: bytes) -> bytes:
    """The workbook with a piece replaced."""
    return WORKBOOK[:place] + piece + WORKBOOK[place + len(piece) :]


def judge(content: bytes) -> None:
    try:
        drafts = read_bulletins("x", content)
    except UADeskError:
        return
    for draft in drafts:
        assert draft.text == drafts[0].text
        assert all(0 <= start < end <= len(draft.text.content) for start, end in draft.spans.values())
        assert all(0 <= start <= end <= len(draft.text.content) for start, end in draft.text.bold)
        assert draft_from_json(draft_to_json(draft)) == draft


@given(st.binary(max_size=2000))
def test_any_bytes(content: bytes) -> None:
    judge(content)


@given(SHUFFLED)
@settings(deadline=None)
def test_any_order_of_lines(text: str) -> None:
    judge(text.encode("utf-8", errors="surrogatepass"))


@given(st.sampled_from(WHOLE), st.integers(0, 4000), st.integers(0, 200), st.text(max_size=20))
@settings(deadline=None)
def test_a_bulletin_with_a_piece_replaced(text: str, place: int, length: int, piece: str) -> None:
    judge((text[:place] + piece + text[place + length :]).encode("utf-8", errors="surrogatepass"))


@given(st.text())
def test_clean_text_has_no_control_characters_and_cleaning_it_again_changes_nothing_unseen(text: str) -> None:
    try:
        content = read_text("x", text.encode("utf-8", errors="surrogatepass")).text.content
    except UADeskError:
        return
    assert all(sign == "\n" or (sign.isprintable() or ord(sign) > 0x9F) for sign in content)


@given(
    st.one_of(
        st.binary(max_size=500),
        st.text(max_size=500).map(lambda text: f"Name,Address\n{text}".encode(errors="replace")),
        st.text(max_size=500).map(lambda text: f"BEGIN:VCARD\n{text}\nEND:VCARD".encode(errors="replace")),
        st.lists(st.sampled_from(CARD_LINES), max_size=12).map(lambda lines: "\n".join(lines).encode()),
        st.builds(damaged, st.integers(0, len(WORKBOOK)), st.binary(max_size=20)),
    )
)
@settings(max_examples=150)
def test_any_list_of_members(content: bytes) -> None:
    try:
        members = read_members("x", content, load_countries())
    except UADeskError:
        return
    assert all(person.name for person in members.people)
    assert members_from_json(members_to_json(members)) == members
