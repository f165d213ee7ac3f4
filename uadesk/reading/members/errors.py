"""What can be wrong with a file of members."""

from uadesk.base.errors import UADeskError

LARGEST = 20_000_000
"""The largest list that is read, bytes."""


class MissingColumnsError(UADeskError):
    """A list without a column of names; `headers` are the names its columns have."""

    def __init__(self, name: str, headers: tuple[str, ...]) -> None:
        super().__init__(name, headers)
        self.name = name
        self.headers = headers


class NotAMemberListError(UADeskError):
    """A file that is no list of members.

    `reason` is a code: empty, binary, too_large, damaged, locked (by a password), unsafe (an archive that no
    spreadsheet program makes), or unsupported_<kind> where <kind> is a format that is not read.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason
