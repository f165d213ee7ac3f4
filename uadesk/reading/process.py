"""The process in which files from outside are read."""

from uadesk.base.child import Child


def reading_process() -> Child:
    """The process that `uadesk.reading.child` serves; not started yet."""
    return Child("uadesk.reading.child")
