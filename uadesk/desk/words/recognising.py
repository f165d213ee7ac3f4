"""What a bulletin that came is to the desk, and how a case and a bulletin differ, in words."""

from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.language import N_, _, ngettext, spoken
from uadesk.desk.words.dates import long_date
from uadesk.desk.words.states import role_word
from uadesk.domain.comparing import Difference, Part
from uadesk.domain.same_case import Proposal, Reason
from uadesk.reference.countries import load_countries

if TYPE_CHECKING:
    from uadesk.desk.recognising import Recognised

_REASONS = {
    Reason.SAME_INDEX: N_("it has a bulletin with the same index, {shared}"),
    Reason.NAMES_EARLIER: N_("the bulletin names {shared} as an earlier one"),
    Reason.NAMED_BY_LATER: N_("a bulletin of it names {shared} as an earlier one"),
    Reason.TITLE: N_("its title is alike: “{shared}”"),
    Reason.ADDRESSEE: N_("it is written to the same person, {shared}"),
}
_EFFECTS = {
    "new_case": N_("This is a new case."),
    "copy": N_("{case} has this bulletin already. Saving keeps the file as another copy of it and changes nothing."),
    "translation": N_(
        "{case} has this bulletin in another language. Saving keeps it as a translation; addresses, demands and dates "
        "stay as they are."
    ),
    "history": N_(
        "This is about {case}, and changes nothing but its history: addresses, demands and dates stay as they are."
    ),
    "changes": N_("This is about {case}. What it changes there is shown below."),
    "reopens": N_("This is about {case}, which is closed. Saving opens it again: letters are asked for."),
    "closes": N_("This is about {case}. Saving closes it: no more letters are to be written."),
}
_PARTS = {
    Part.TITLE: N_("Title"),
    Part.COUNTRY: N_("Country"),
    Part.ACT_UNTIL: N_("Last day to write"),
    Part.DEMANDS: N_("What letters ask"),
    Part.LINES: N_("Address"),
    Part.SALUTATION: N_("Salutation"),
    Part.EMAIL: N_("Email"),
    Part.PHONE: N_("Phone"),
    Part.FAX: N_("Fax"),
}


def proposal_word(proposal: Proposal) -> str:
    """A case that a bulletin may be about: "34/25, FREE THE GUARDIANS"."""
    return ", ".join(filter(None, (proposal.case, proposal.title)))


def reason_words(proposal: Proposal) -> str:
    """Why a bulletin may be about a case: "the bulletin names AMR 29/0001/2025 as an earlier one"."""
    if proposal.reason is Reason.TITLE and proposal.shared == proposal.title:
        return _("its title is alike")
    return _(_REASONS[proposal.reason]).format(shared=proposal.shared)


def proposal_sentence(proposal: Proposal) -> str:
    """A case that a bulletin may be about, and why, in one line."""
    return _("{case}: {reason}").format(case=proposal_word(proposal), reason=reason_words(proposal))


def may_belong_sentence(kept_as: str, found: tuple[Proposal, ...]) -> str:
    """A bulletin without a number was kept as a case of its own though it may be about another."""
    cases = "; ".join(proposal_sentence(each) for each in found)
    return _("{case} is kept as a case of its own, but it may be about another case. {cases}.").format(
        case=kept_as, cases=cases
    )


def effect_sentence(recognised: "Recognised") -> str:
    """What storing a bulletin would do, and which letters it stops."""
    said = _(_EFFECTS[recognised.effect.value]).format(case=recognised.case)
    if recognised.waiting:
        codes = ", ".join(row.code for row in recognised.waiting)
        said += " " + ngettext(
            "{count} letter that has not gone must then be pulled: {codes}.",
            "{count} letters that have not gone must then be pulled: {codes}.",
            len(recognised.waiting),
        ).format(count=len(recognised.waiting), codes=codes)
    return said


def difference_word(difference: Difference) -> str:
    """What differs: "Address of The Honourable Ana Peña", "Copy to Mr. Luis Mora"."""
    if difference.role is None:
        return _(_PARTS[difference.part])
    if difference.part is Part.ADDRESSEE:
        return _("{role}: {name}").format(role=role_word(difference.role), name=difference.name)
    return _("{part} of {name}").format(part=_(_PARTS[difference.part]), name=difference.name)


def difference_lines(difference: Difference) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides as people read them: dates in words, countries by name; the same country twice is left out."""
    before, now = difference.before, difference.now
    if difference.part is Part.ACT_UNTIL:
        return _dates(before), _dates(now)
    if difference.part is Part.COUNTRY:
        return _countries(before), _countries(now)
    if difference.part is Part.LINES:
        if before[-1:] == now[-1:]:
            return before[:-1], now[:-1]
        return (*before[:-1], *_countries(before[-1:])), (*now[:-1], *_countries(now[-1:]))
    return before, now


def _dates(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(long_date(date.fromisoformat(each)) for each in lines)


def _countries(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Codes by name; what is printed otherwise stays."""
    countries = load_countries()
    found = (countries.name(each, spoken()) if len(each) == 2 and each.isupper() else each for each in lines)
    return tuple(filter(None, found))
