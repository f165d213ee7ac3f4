"""Which kind of list a file is, told by its content whatever its name, and the people in it."""

import re

from uadesk.reading.formats.decoding import decode_text
from uadesk.reading.members.csv_files import read_csv
from uadesk.reading.members.errors import LARGEST, NotAMemberListError
from uadesk.reading.members.lists import MemberList
from uadesk.reading.members.vcards import holds_cards, read_cards
from uadesk.reading.members.xlsx_files import read_workbook
from uadesk.reference.countries import Countries

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What an xlsx with a password holds (MS-OFFCRYPTO 2.3.4)."""
_WEB_PAGE = re.compile(r"\s*<(?:\?xml|!doctype|html|head|body|table|meta|style)\b", re.IGNORECASE)


def read_members(name: str, content: bytes, countries: Countries) -> MemberList:
    """The people in a csv, xlsx or vCard file.

    Raises NotAMemberListError, or MissingColumnsError for a table without a column of names.
    """
    if not content.strip():
        raise NotAMemberListError(name, "empty")
    if len(content) > LARGEST:
        raise NotAMemberListError(name, "too_large")
    if content.startswith(_ZIP):
        return read_workbook(name, content, countries)
    if content.startswith(b"%PDF"):
        raise NotAMemberListError(name, "unsupported_pdf")
    if content.startswith(_COMPOUND):
        raise NotAMemberListError(name, "locked" if _LOCKED in content else "unsupported_xls")
    text = _text(name, content)
    return read_cards(name, text, countries) if holds_cards(text) else read_csv(name, text, countries)


def _text(name: str, content: bytes) -> str:
    """The text of the file, its lines parted by line feeds."""
    decoded = decode_text(content)
    if decoded is None:
        raise NotAMemberListError(name, "binary")
    text = decoded.text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    if not text.strip("\u200b \t\n\f\v"):
        raise NotAMemberListError(name, "empty")
    if _WEB_PAGE.match(text):
        raise NotAMemberListError(name, "unsupported_html")
    return text
