"""Where all sentences about expected trouble are found."""

from functools import singledispatch


@singledispatch
def sentence(error: BaseException) -> str:
    """What went wrong, where, and what to do, in one sentence for a person. Any UADeskError has its own.

    They are imported when the first one is wanted: together they know every part of the program.
    """
    from uadesk.desk.words import arrivals, desk_errors, file_errors, paper_errors  # noqa: F401

    own = sentence.dispatch(type(error))
    if own is sentence.dispatch(object):
        raise TypeError(f"no sentence for {type(error).__name__}")
    return own(error)
