"""What a later bulletin changed for a letter, in words."""

from typing import TYPE_CHECKING

from uadesk.base.language import _
from uadesk.desk.words.dates import long_date
from uadesk.desk.words.states import stage_word

if TYPE_CHECKING:
    from uadesk.desk.changes import Changes


def change_heading(changes: "Changes") -> str:
    """What came since the letter was begun: "Update of 2 June 2025"."""
    if changes.is_correction:
        return _("The address was corrected meanwhile")
    what = stage_word(changes.stage, None)
    if changes.issued is None:
        return what
    return _("{bulletin} of {date}").format(bulletin=what, date=long_date(changes.issued))


def change_sentences(changes: "Changes") -> tuple[str, ...]:
    """What is different now, one sentence each; one that says so where nothing is."""
    said: list[str] = []
    before, now = changes.before, changes.now
    if now is None:
        said.append(_("{name} is no longer written to.").format(name=before.name))
    elif changes.is_elsewhere:
        words = _("The address is now: {now}. Before: {before}.")
        said.append(words.format(now=", ".join(now.lines), before=", ".join(before.lines)))
    if now is not None and changes.is_greeted_otherwise:
        words = _("The salutation is now “{now}”, before “{before}”.")
        said.append(words.format(now=now.salutation or "", before=before.salutation or ""))
    said += [_("No longer asked: {demand}").format(demand=each) for each in changes.dropped]
    said += [_("Asked now: {demand}").format(demand=each) for each in changes.added]
    return tuple(said) or (_("Address and demands are as before."),)
