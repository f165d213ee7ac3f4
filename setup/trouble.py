"""What a person has to do before the set-up can go on."""


class SetupError(Exception):
    """The set-up cannot go on by itself; the message says what is missing and the exact command that helps."""
