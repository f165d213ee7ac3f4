"""Word files: what stands in each of their parts, in the order of reading, and what is left out and said."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.reading.formats.layouts import saved
from uadesk.domain.texts import Check, Level, Text
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.texts import ReadText, read_text

SPACES = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def element(xml: str) -> Any:
    """XML whose first tag gets the namespaces that Word uses."""
    head, _bracket, rest = xml.partition(">")
    end = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.rstrip('/')} {SPACES}{end}>{rest}")


def unspaced() -> Any:
    """A document whose paragraphs have no space between them."""
    document = docx.Document()
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    return document


def document_of(*paragraphs: str) -> Any:
    """A document whose paragraphs are these, each the inside of a `w:p`."""
    document = unspaced()
    for inside in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, element(f"<w:p>{inside}</w:p>"))
    return document


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(document: Any) -> ReadText:
    return read_text("bulletin.docx", saved(document))


def said(*paragraphs: str) -> str:
    return read(document_of(*paragraphs)).text.content


def stretches(text: Text, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text.content[start:end] for start, end in spans]


def test_paragraphs_and_tables_come_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("Above")
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "ABCD", strict=True):
        cell.text = f"{text} one 1\n{text} two 2"
    document.add_paragraph("Below")
    content = read(document).text.content
    assert content.replace("\n", " ").split("  ") == [
        "Above", "A one 1 A two 2", "B one 1 B two 2", "C one 1 C two 2", "D one 1 D two 2", "Below ",
    ]  # fmt: skip
    assert "A one 1\nA two 2\n\nB one 1" in content


def test_a_label_and_its_value_side_by_side_are_one_line() -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, (label, value) in zip(
        table.rows, [("Email:", "m@example.org"), ("Fax:", "+1 5"), ("Salutation:", "Dear Minister,")], strict=True
    ):
        row.cells[0].text, row.cells[1].text = label, value
    assert read(document).text.content == "Email: m@example.org\nFax: +1 5\nSalutation: Dear Minister,\n"


def test_labels_without_a_colon_get_one() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, (label, value) in zip(table.rows, [("Country", "Togo"), ("Salutation", "Dear Minister,")], strict=True):
        row.cells[0].text, row.cells[1].text = label, value
    assert read(document).text.content == "Country: Togo\nSalutation: Dear Minister,\n"


def test_a_header_in_one_row_is_one_line() -> None:
    document = docx.Document()
    row = document.add_table(1, 3).rows[0]
    for cell, text in zip(row.cells, ("UA: 34/25", "Index: AMR 51/9206/2025", "Date: 1 April 2025"), strict=True):
        cell.text = text
    assert read(document).text.content.split("  ") == ["UA: 34/25", "Index: AMR 51/9206/2025", "Date: 1 April 2025\n"]


@pytest.mark.parametrize("where", ["before", "behind"])
def test_a_text_box_is_read_once_at_the_place_of_its_anchor(where: str) -> None:
    inside = f"<w:txbxContent><w:p>{run('In the box')}</w:p></w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    anchored = box + run("Anchor") if where == "before" else run("Anchor") + box
    read_one = read(document_of(run("First"), anchored, run("Last"))).text
    before = ["First", "", "In the box", "", "Anchor", "Last", ""]
    behind = ["First", "Anchor", "", "In the box", "", "Last", ""]
    assert read_one.content.split("\n") == (before if where == "before" else behind)
    assert [origin.part for origin in read_one.origins].count("text box") == 1


def test_an_older_text_box_is_read_too() -> None:
    inside = f"<w:txbxContent><w:p>{run('In the box')}</w:p></w:txbxContent>"
    assert "In the box" in said(f"<w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>")


NUMBERING = """
<w:abstractNum w:abstractNumId="90">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>"""


def with_numbering(*items: tuple[int, int]) -> list[str]:
    """The lines of a document with items of these lists (90, 91 starts anew at 5) and levels."""
    document = document_of(
        *(
            f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run("item")}'
            for number, level in items
        )
    )
    root = document.part.numbering_part.element
    root.insert(0, element(NUMBERING.strip()))
    root.append(element('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    root.append(element(f'<w:num w:numId="91"><w:abstractNumId w:val="90"/>{anew}</w:num>'))
    return read(document).text.content.split("\n")[:-1]


def test_points_have_their_marks_as_shown() -> None:
    shown = with_numbering((90, 0), (90, 1), (90, 1), (90, 2), (90, 0), (90, 1), (90, 3), (90, 4), (91, 0), (91, 0))
    assert shown == [
        "1. item", "(a) item", "(b) item", "1.b.iii item", "2. item", "(a) item", "- item", "item",
        "5. item", "6. item",
    ]  # fmt: skip


def test_points_of_a_style_and_of_a_list_that_is_missing_have_a_mark() -> None:
    document = unspaced()
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Number")
    document.element.body.insert(
        2, element(f'<w:p><w:pPr><w:numPr><w:numId w:val="777"/></w:numPr></w:pPr>{run("third")}</w:p>')
    )
    assert [line[:3] for line in read(document).text.content.split("\n")[:3]] == ["- f", "1. ", "- t"]


@pytest.mark.parametrize("name", ["heading 2", "Überschrift 1", "Titre 1", "Título 3", "Title"])
def test_headings_are_known_by_their_style_in_any_language(name: str) -> None:
    document = docx.Document()
    style = document.styles.add_style("Own", 1)
    style.element.find(qn("w:name")).set(qn("w:val"), name)
    document.add_paragraph("Headline", style=style)
    document.add_paragraph("Text")
    text = read(document).text
    assert stretches(text, text.headings) == ["Headline"]
    assert stretches(text, text.bold) == ["Headline"]


def test_a_heading_is_known_by_its_outline_level_too() -> None:
    text = read(document_of(f'<w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run("Headline")}', run("Text"))).text
    assert stretches(text, text.headings) == ["Headline"]


def test_bold_and_italic_come_by_themselves_and_through_styles() -> None:
    document = docx.Document()
    style = document.styles.add_style("Loud", 1)
    style.font.bold = True
    based = document.styles.add_style("Louder", 1)
    based.base_style = style
    paragraph = document.add_paragraph(style=based)
    paragraph.add_run("All bold ")
    paragraph.add_run("but this").bold = False
    plain = document.add_paragraph("plain ")
    plain.add_run("slanted", style="Emphasis")
    text = read(document).text
    assert stretches(text, text.bold) == ["All bold "]
    assert stretches(text, text.italic) == ["slanted"]


def test_a_blank_that_is_not_bold_parts_no_bold_line() -> None:
    text = read(document_of(run("WRITE", "<w:b/>") + run(" ") + run("TO:", "<w:b/>"))).text
    assert stretches(text, text.bold) == ["WRITE TO:"]


def test_breaks_tabs_symbols_and_hyphens() -> None:
    inside = (
        "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:cr/><w:t>vice</w:t><w:noBreakHyphen/>"
        '<w:t>chair un</w:t><w:softHyphen/><w:t>in\u00adjured </w:t><w:sym w:font="Symbol" w:char="F0B7"/>'
        "<w:t>\uf0a7</w:t></w:r>"
    )
    assert said(inside) == "one\ntwo three\nvice-chair uninjured •▪\n"


def test_capitals_of_the_look_are_read_as_capitals() -> None:
    assert said(run("Held without charge", "<w:caps/>")) == "HELD WITHOUT CHARGE\n"


def test_a_link_gives_its_text_and_a_mail_link_its_address_where_the_text_has_none() -> None:
    document = unspaced()
    link = document.part.relate_to
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    targets = ["https://example.org/x", "mailto:office@example.org?subject=UA", "mailto:seen@example.org"]
    for text, target in zip(("the page", "the office", "seen@example.org"), targets, strict=True):
        place = link(target, kind, is_external=True)
        inside = f'<w:hyperlink r:id="{place}">{run(text)}</w:hyperlink>'
        document.element.body.insert(len(document.element.body) - 1, element(f"<w:p>{inside}</w:p>"))
    assert read(document).text.content == "the page\nthe office (office@example.org)\nseen@example.org\n"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_fields_only_the_result_is_shown() -> None:
    assert said(run("Dated ") + field("DATE", "1 April 2025")) == "Dated 1 April 2025\n"
    assert said(field('HYPERLINK "mailto:a@example.org"', "write") + run(".")) == "write (a@example.org).\n"
    assert said(f'<w:fldSimple w:instr="AUTHOR">{run("the office")}</w:fldSimple>') == "the office\n"


def test_content_controls_are_read_but_not_what_only_asks_to_be_filled_in() -> None:
    control = f"<w:sdt><w:sdtContent>{run('kept')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    document = document_of(control + empty)
    block = f"<w:sdt><w:sdtContent><w:p>{run('a block')}</w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, element(block))
    assert read(document).text.content == "kept\na block\n"


def test_notes_and_comments_are_left_out() -> None:
    comment = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    assert said(comment.format(run("said")) + '<w:r><w:footnoteReference w:id="2"/></w:r>') == "said\n"


def test_hidden_text_is_left_out_and_said() -> None:
    document = docx.Document()
    style = document.styles.add_style("Secret", 2)
    style.font.hidden = True
    paragraph = document.add_paragraph("Write to ")
    paragraph.add_run("Mr Other").font.hidden = True
    paragraph.add_run(" or nobody", style=style)
    paragraph.add_run("the minister")
    found = read(document)
    assert found.text.content == "Write to the minister\n"
    assert found.doubts == (Check("text", Level.UNCERTAIN, "hidden_text", {"printed": "Mr Other or nobody"}),)


@pytest.mark.parametrize("properties", ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', "<w:vanish/>"])
def test_what_nobody_can_see_is_hidden_text(properties: str) -> None:
    found = read(document_of(run("seen ") + run("unseen", properties)))
    assert found.text.content.strip() == "seen"
    assert [check.code for check in found.doubts] == ["hidden_text"]


def test_white_text_on_a_colour_is_seen() -> None:
    shade = '<w:shd w:val="clear" w:fill="000000"/>'
    white = run("URGENT ACTION", '<w:color w:val="FFFFFF"/>')
    assert said(f"<w:pPr>{shade}</w:pPr>{white}", run("Text")) == "URGENT ACTION\nText\n"
    assert said(run("URGENT ACTION", f'<w:color w:val="FFFFFF"/>{shade}')) == "URGENT ACTION\n"


def test_deleted_and_moved_text_is_left_out_and_said_and_inserted_text_kept() -> None:
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText xml:space="preserve">until 1 May </w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2" w:author="a">{run("elsewhere")}</w:moveFrom>'
    come = f'<w:ins w:id="3" w:author="a">{run("until 1 July")}</w:ins>'
    found = read(document_of(run("Write ") + gone + moved + come))
    assert found.text.content == "Write until 1 July\n"
    assert found.doubts == (Check("text", Level.UNCERTAIN, "deleted_text", {"printed": "until 1 May elsewhere"}),)


def test_header_and_footer_stand_once_before_the_body_without_page_numbers() -> None:
    document = document_of(run("Body"), '<w:r><w:br w:type="page"/></w:r>' + run("More"))
    section = document.sections[0]
    section.header.paragraphs[0].text = "UA 34/25"
    section.footer.paragraphs[0]._p.append(element(run("Page ")))
    for each in (field("PAGE", "1"), field("NUMPAGES", "2")):
        for part in element(f"<w:p>{each}</w:p>"):
            section.footer.paragraphs[0]._p.append(part)
    section.footer.add_paragraph("The office, 1 Main Street")
    text = read(document).text
    assert text.content.startswith("UA 34/25\nThe office, 1 Main Street\n\nBody\n")
    assert "Page" not in text.content
    assert [origin.part for origin in text.origins][:2] == ["header", "footer"]


def test_a_header_that_the_body_repeats_is_left_out() -> None:
    document = document_of(run("UA 34/25"), run("Body"))
    document.sections[0].header.paragraphs[0].text = "UA  34/25"
    assert read(document).text.content == "UA 34/25\nBody\n"


def test_the_first_page_s_own_header_comes_before_the_others() -> None:
    document = document_of(run("Body"))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "First"
    section.header.paragraphs[0].text = "All others"
    assert read(document).text.content.split() == ["First", "All", "others", "Body"]


def test_where_empty_paragraphs_part_blocks_others_stand_right_below() -> None:
    document = docx.Document()
    for line in ("Minister", "Ministry", "Street", "", "Ambassador", "Embassy"):
        document.add_paragraph(line).paragraph_format.space_after = Pt(10)
    assert read(document).text.content == "Minister\nMinistry\nStreet\n\nAmbassador\nEmbassy\n"


def test_without_empty_paragraphs_the_spacing_parts_blocks() -> None:
    document = docx.Document()
    for line, after in (("Minister", 0), ("Ministry", 0), ("Street", 12), ("Ambassador", 2), ("Embassy", 12)):
        document.add_paragraph(line).paragraph_format.space_after = Pt(after)
    assert read(document).text.content == "Minister\nMinistry\nStreet\n\nAmbassador\nEmbassy\n"


def test_styles_without_space_among_themselves_part_nothing() -> None:
    document = docx.Document()
    style = document.styles.add_style("Point", 1)
    style.paragraph_format.space_after = Pt(12)
    style.element.get_or_add_pPr().append(element("<w:contextualSpacing/>"))
    for line in ("one", "two"):
        document.add_paragraph(line, style=style)
    document.add_paragraph("three")
    assert read(document).text.content == "one\ntwo\n\nthree\n"


def with_member(change: Callable[[str, bytes], bytes], content: bytes) -> bytes:
    """The archive with its members changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(NotABulletinError) as refused:
        read_text("bulletin.docx", content)
    return refused.value.reason


WHOLE = saved(document_of(run("Write to the minister")))


def test_a_document_type_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'

    def change(name: str, member: bytes) -> bytes:
        return bomb + member.partition(b"?>")[2].replace(b"minister", b"&f;") if name == "word/document.xml" else member

    assert refusal(with_member(change, WHOLE)) == "unsafe"


def test_damage_password_and_emptiness_are_told() -> None:
    assert refusal(WHOLE[:-200]) == "damaged"
    assert refusal(with_member(lambda name, member: member[:50] if "document" in name else member, WHOLE)) == "damaged"
    assert refusal(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)) == "locked"
    assert refusal(b"\xd0\xcf\x11\xe0" + bytes(600)) == "unsupported_doc"
    assert refusal(saved(docx.Document())) == "empty"


def test_a_broken_reference_spoils_nothing() -> None:
    def change(name: str, member: bytes) -> bytes:
        return member.replace(b"styles.xml", b"../NULL") if name.endswith("document.xml.rels") else member

    assert read_text("b.docx", with_member(change, WHOLE)).text.content == "Write to the minister\n"


def test_the_strict_form_is_read_alike() -> None:
    def change(name: str, member: bytes) -> bytes:
        return member.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    assert read_text("b.docx", with_member(change, WHOLE)).text.content == "Write to the minister\n"


def test_every_stretch_has_its_origin() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Write to ")
    paragraph.add_run("the minister").bold = True
    text = read(document).text
    assert [text.content[origin.start : origin.end] for origin in text.origins] == ["Write to ", "the minister"]
    assert text.source == "docx"


WRAPPED = (
    "Sami Dogan, a teacher, has been held since the second",
    "of May in a cell below the stadium. His wife has not been",
    "told why he was taken from the school.",
)


def test_lines_of_a_wrapped_text_stand_together_though_each_has_space_below() -> None:
    document = docx.Document()
    for line in (*WRAPPED, "Minister of Justice", "Town"):
        document.add_paragraph(line)
    assert read(document).text.content == "\n".join((*WRAPPED, "", "Minister of Justice", "Town", ""))


def test_the_mark_of_an_empty_quoted_line_is_a_gap() -> None:
    document = docx.Document()
    for line in ("> Minister of Justice", "> Town", ">", "> Minister of the Interior", "> Town", "> >", "> Copies"):
        document.add_paragraph(line)
    text = "Minister of Justice\nTown\n\nMinister of the Interior\nTown\n\nCopies\n"
    assert read(document).text.content == text
