"""`override`, which Python 3.11 lacks, without the wait for typing_extensions, of which nothing else is needed."""

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):
        return method
