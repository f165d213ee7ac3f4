"""What can be wrong with a file before any of its fields is looked at."""

from uadesk.base.errors import UADeskError


class NotABulletinError(UADeskError):
    """A file that is no bulletin.

    `reason` is a code: empty, binary, too_large, damaged, locked (by a password), unsafe (no program makes such a
    file), scanned_pdf (pictures of pages, without text), no_bulletin, news, or unsupported_<kind> where <kind> is
    a format that is not read (doc, xlsx, odt, rtf, zip).
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class UnreadableAnswerError(UADeskError):
    """The reading process answered something that is no bulletin and no member list; `name` is the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoPageError(UADeskError):
    """A page of a file cannot be drawn: it is no PDF, a damaged one, or has no such page (from 0)."""

    def __init__(self, name: str, page: int) -> None:
        super().__init__(name, page)
        self.name = name
        self.page = page
