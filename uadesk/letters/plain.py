"""A letter as plain text, such as the body of an email."""

from collections.abc import Sequence

from uadesk.domain.pieces import LetterText

BULLET = "-"


def plain_text(text: LetterText, name: str, sender: Sequence[str] = ()) -> str:
    """The letter from its salutation to the return address, its parts in the order of the page; lines end in LF.

    A paragraph is one line, however long. `name` signs; `sender` is the return address below it, which need not
    repeat the name. The subject and the recipient's block stand elsewhere.
    """
    address = sender[1:] if sender[:1] == (name,) else sender
    parts = (
        "\n".join(text.copy_of),
        text.salutation,
        *text.own_words,
        text.case,
        *_demands(text),
        *text.body,
        text.reply,
        text.close,
        "\n".join((name, *address)),
        "\n".join(f"cc {each}" for each in text.cc),
    )
    return "\n\n".join(filter(None, map(str.strip, parts))) + "\n"


def _demands(text: LetterText) -> Sequence[str]:
    """The demands as a list below their lead; without one they are sentences that stand by themselves."""
    if not text.lead:
        return text.demands
    return ("\n".join((text.lead, *(f"{BULLET} {each}" for each in text.demands))),)
