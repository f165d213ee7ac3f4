"""The root of all expected trouble."""


class UADeskError(Exception):
    """Something a person can act on.

    Its subclasses carry data, never sentences: `uadesk.desk.words` makes the one clear sentence
    (what, where, what to do) for both faces. Any other exception is a fault of the program.
    """
