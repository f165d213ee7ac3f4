"""Where all sentences about expected trouble are found."""

from functools import singledispatch


@singledispatch
def sentence(error: BaseException) -> str:
    """What went wrong, where, and what to do, in one sentence for a person. Any UADeskError has its own."""
    raise TypeError(f"no sentence for {type(error).__name__}")
