import errno
from pathlib import Path

import pytest

from uadesk.store.errors import DeskReadOnlyError, DeskUnreachableError, DiskFullError, StoreError, of_system


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, DeskReadOnlyError),
        (errno.EROFS, DeskReadOnlyError),
        (errno.EIO, DeskUnreachableError),
        (None, DeskUnreachableError),
    ],
)
def test_each_error_of_the_file_system_has_its_meaning(number: int | None, kind: type[StoreError]) -> None:
    error = OSError(number, "trouble") if number is not None else OSError("trouble")
    assert type(of_system(Path("desk"), error)) is kind
