"""What stands on the sheets for the table: tips for a good letter, and what a group did for a case."""

from typing import TYPE_CHECKING

from uadesk.base.language import N_, _, ngettext

if TYPE_CHECKING:
    from uadesk.domain.counts import CaseDone

_TIPS = (
    N_("Be polite: the reader decides, and need not agree with you yet."),
    N_("Say who you are and where you live: a nurse, a student, a neighbour."),
    N_("Keep to one page, and ask for one thing clearly."),
    N_("Say why it matters to you, in your own words."),
    N_("Ask for an answer, and sign with your name."),
)


def letter_tips() -> tuple[str, ...]:
    """Tips for somebody who writes a letter by hand, the most needful first."""
    return tuple(_(tip) for tip in _TIPS)


def done_sentence(done: "CaseDone") -> str:
    """What went out for a case: "14 letters by 9 people went out"."""
    if not done.letters:
        return _("No letter of ours went out")
    letters = ngettext("{n} letter", "{n} letters", done.letters).format(n=done.letters)
    people = ngettext("{n} person", "{n} people", done.people).format(n=done.people)
    return _("{letters} by {people} went out").format(letters=letters, people=people)


def done_sentences(done: "CaseDone") -> tuple[str, ...]:
    """The same to read aloud, and what went out beside the letters."""
    beside = []
    if done.copies:
        beside.append(ngettext("{n} copy", "{n} copies", done.copies).format(n=done.copies))
    if done.solidarity:
        cards = ngettext("{n} card of solidarity", "{n} cards of solidarity", done.solidarity)
        beside.append(cards.format(n=done.solidarity))
    said = f"{done_sentence(done)}."
    return (said, _("With them went {what}.").format(what=_(" and ").join(beside))) if beside else (said,)
