"""Whatever comes in: a draft whose spans hold, or a refusal by name, and nothing else."""

import io
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.formats import layouts
from tests.reading.formats.forms import MAILS, WEB
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

WORD_FILE = layouts.with_lists(WHOLE[0])
MEMBERS = {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"}
PDF_FILE = layouts.two_columns(WHOLE[0])
OPEN_PDF = layouts.with_margins(WHOLE[1], packed=False)
"""A PDF whose pages are not packed, so that damage meets their text."""

WORKBOOK = workbook([["Name", "Postal code"], ["Ana Muster", 10117]])
CARD_LINES = (
    "BEGIN:VCARD", "END:VCARD", "FN:Ana", "N:;", "N;QUOTED-PRINTABLE:=", 'ADR;LABEL="a:;;b', "ADR;TYPE=home:;;1\\;",
    " folded", "ADR:\\", "EMAIL;PREF=0:a@example.org", "TEL;;=,:1", "NOTE;ENCODING=quoted-printable;CHARSET=utf-7:+=",
)  # fmt: skip


def damaged(whole: bytes, place: int, piece: bytes) -> bytes:
    """The file with a piece replaced."""
    return whole[:place] + piece + whole[place + len(piece) :]


def repacked(whole: bytes, member: str, place: int, piece: bytes) -> bytes:
    """The archive with a piece of one member replaced, and sound as an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, place % len(content), piece) if name == member else content)
    return made.getvalue()


def judge(content: bytes) -> None:
    try:
        drafts = read_bulletins("x", content)
    except UADeskError:
        return
    for draft in drafts:
        assert draft.text == drafts[0].text
        assert all(0 <= start < end <= len(draft.text.content) for start, end in draft.spans.values())
        length = len(draft.text.content)
        for spans in (draft.text.bold, draft.text.italic, draft.text.headings):
            assert all(0 <= start <= end <= length for start, end in spans)
        assert all(0 <= origin.start <= origin.end <= length for origin in draft.text.origins)
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


@given(st.sampled_from(sorted(MEMBERS)), st.integers(0, 100_000), st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_word_file_with_a_damaged_part(member: str, place: int, piece: bytes) -> None:
    judge(repacked(WORD_FILE, member, place, piece))


@given(st.sampled_from([WORD_FILE, PDF_FILE, OPEN_PDF]), st.integers(0, 60_000), st.binary(max_size=40), st.booleans())
@settings(max_examples=120, deadline=None)
def test_a_word_file_or_pdf_cut_or_damaged(whole: bytes, place: int, piece: bytes, is_cut: bool) -> None:
    place %= len(whole)
    judge(whole[:place] + piece if is_cut else damaged(whole, place, piece))


WORDS_OF_WORD = (
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:del", "w:ins", "w:fldChar", "w:hyperlink",
    "w:pict", "w:txbxContent", "w:br", "w:sym", "w:numPr", "w:pPr", "w:rPr", "mc:AlternateContent", "mc:Choice",
)  # fmt: skip


def shuffled_word_file(names: list[tuple[str, bool]]) -> bytes:
    """A Word file whose body nests these elements, each in the one before or beside it."""
    inside, open_names = "", list[str]()
    for name, is_nested in names:
        if not is_nested and open_names:
            inside += f"</{open_names.pop()}>"
        inside += f'<{name} w:fldCharType="begin" w:val="9" w:char="F0B7">' + ("Write" if name == "w:t" else "")
        open_names.append(name)
    inside += "".join(f"</{name}>" for name in reversed(open_names))
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def change(content: bytes) -> bytes:
        return content.partition(b"<w:body>")[0] + f'<w:body xmlns:mc="{mc}">{inside}</w:body></w:document>'.encode()

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD_FILE)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == "word/document.xml" else old.read(name))
    return made.getvalue()


@given(st.lists(st.tuples(st.sampled_from(WORDS_OF_WORD), st.booleans()), max_size=40).map(shuffled_word_file))
@settings(max_examples=60, deadline=None)
def test_a_word_file_of_elements_in_any_order(content: bytes) -> None:
    judge(content)


PAGES = [make(WHOLE[place]).encode() for place, make in enumerate(WEB.values())]
LETTERS = [make(WHOLE[place]) for place, make in enumerate(MAILS.values())]
MARKUP = (
    b"<", b">", b"<p", b"<table><tr>", b"<td>", b"</td>", b"<ul><li>", b"</div>", b"<!--", b"<b style='", b"\0",
    b"\xff\xfe", b"<style>p{", b"&#0;", b"&#x10ffff;", b"&shy;", b"<br>", b"<script>",
    b"<ol start=99999999999 type=i><li>", b"<plaintext>", b"<div style='display:none'>", b"<a href='mailto:x@'>x",
    b"</body>", b"<frameset>", b"<svg><p>", b"<select><table>", b"\n\n",
    b"\nContent-Type: text/html; charset=utf-16\n\n", b"Content-Transfer-Encoding: base64\n", b"=", b"\n--b\n",
    b"Content-Type: multipart/alternative; boundary=b\n\n", b"Subject: =?utf-8?b?", b"\nFrom: x\nSubject: y\n",
    b"\n-- \n", b"Content-Disposition: attachment; filename*=utf-8''%ff\n", b"Content-Type: message/rfc822\n\n",
    b"\n> > ",
)  # fmt: skip


def cut_into(whole: bytes, places: list[int], pieces: list[bytes], length: int) -> bytes:
    """The file with pieces put over what stands at these places."""
    for place, piece in zip(places, pieces, strict=False):
        start = place % (len(whole) + 1)
        whole = whole[:start] + piece + whole[start + length :]
    return whole


@given(
    st.builds(
        cut_into,
        st.sampled_from(PAGES + LETTERS),
        st.lists(st.integers(0, 100_000), min_size=1, max_size=6),
        st.lists(st.one_of(st.sampled_from(MARKUP), st.binary(max_size=8)), min_size=1, max_size=6),
        st.integers(0, 300),
    )
)
@settings(deadline=2000, max_examples=150)
def test_damaged_pages_and_mails(content: bytes) -> None:
    judge(content)


@given(
    st.lists(st.sampled_from(MARKUP), max_size=40).map(b"x".join), st.sampled_from([b"<html>", b"Received: x\nTo: y\n"])
)
@settings(deadline=2000)
def test_nothing_but_markup(content: bytes, beginning: bytes) -> None:
    judge(beginning + content)


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
        st.builds(damaged, st.just(WORKBOOK), st.integers(0, len(WORKBOOK)), st.binary(max_size=20)),
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
