"""A list is told by its content, whatever its name; what is none is refused by a reason."""

import pytest

from tests.reading.members.workbooks import archive, workbook
from uadesk.reading.members.errors import NotAMemberListError
from uadesk.reading.members.formats import read_members
from uadesk.reference.countries import load_countries

CARD = b"\r\n\r\nbegin:vcard\r\nVERSION:3.0\r\nFN:Ana Muster\r\nEND:VCARD"


@pytest.mark.parametrize(
    "content",
    [
        b"Name\nAna Muster",
        CARD,
        CARD.decode().encode("utf-16"),
        workbook([["Name"], ["Ana Muster"]]),
    ],
)
@pytest.mark.parametrize("name", ["list.csv", "list.vcf", "list.xlsx", "list"])
def test_the_content_tells_the_format_and_not_the_name(content: bytes, name: str) -> None:
    assert [person.name for person in read_members(name, content, load_countries()).people] == ["Ana Muster"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\0\1\2\3" * 99, "binary"),
        (b"a" * 20_000_001, "too_large"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"%PDF-1.7", "unsupported_pdf"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "unsupported_xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"<html><table><tr><td>Name</td></tr></table>", "unsupported_html"),
        (archive({"content.xml": b""}), "unsupported_ods"),
        (archive({"word/document.xml": b""}), "unsupported_docx"),
        (archive({"xl/workbook.bin": b""}), "unsupported_xlsb"),
        (archive({"Index/Document.iwa": b""}), "unsupported_numbers"),
        (archive({"photo.jpg": b""}), "unsupported_zip"),
        (archive({"xl/workbook.xml": b"no workbook"}), "damaged"),
        (b"BEGIN:VCARD\nFN:Ana", "damaged"),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(NotAMemberListError) as refusal:
        read_members("x", content, load_countries())
    assert refusal.value.reason == reason
