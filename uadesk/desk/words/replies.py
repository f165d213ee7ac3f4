"""Replies and histories in words."""

from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.words.dates import long_date
from uadesk.domain.cases import days_left
from uadesk.domain.letters import LetterStatus

if TYPE_CHECKING:
    from uadesk.domain.replies import Reply
    from uadesk.domain.rows import StepRow, Tally

_STEPS = {
    LetterStatus.DRAFT: N_("drafted"),
    LetterStatus.PRINTED: N_("printed"),
    LetterStatus.SIGNED: N_("signed"),
    LetterStatus.POSTED: N_("put in the box"),
    LetterStatus.SENT: N_("sent"),
    LetterStatus.REPLIED: N_("answered"),
    LetterStatus.RETURNED: N_("came back"),
    LetterStatus.WITHDRAWN: N_("withdrawn"),
}
_BACK = {
    LetterStatus.DRAFT: N_("step taken back: a draft again"),
    LetterStatus.PRINTED: N_("step taken back: printed, not yet posted"),
    LetterStatus.SIGNED: N_("step taken back: signed, not yet posted"),
    LetterStatus.POSTED: N_("step taken back: posted, no answer yet"),
    LetterStatus.SENT: N_("step taken back: sent, no answer yet"),
    LetterStatus.REPLIED: N_("step taken back: answered"),
    LetterStatus.RETURNED: N_("step taken back: came back"),
}


def step_word(step: "StepRow") -> str:
    """What happened to a letter: "printed", "put in the box", "step taken back: a draft again"."""
    return _((_BACK if step.is_back else _STEPS)[step.status])


def tally_words(found: "Tally") -> str:
    """How much was written: "12 letters, 9 went out, the last on 3 June 2025"."""
    said = ngettext("{n} letter", "{n} letters", found.letters).format(n=found.letters)
    if not found.gone:
        return _("{letters}, none went out yet").format(letters=said)
    went = ngettext("{n} went out", "{n} went out", found.gone).format(n=found.gone)
    if found.last is None:
        return _("{letters}, {went}").format(letters=said, went=went)
    return _("{letters}, {went}, the last on {day}").format(letters=said, went=went, day=long_date(found.last))


def report_words(reply: "Reply", today: date) -> str:
    """How it stands with the office: "due in 3 days", "2 days overdue", "reported on 3 June 2025", or nothing."""
    if reply.reported_on is not None:
        return _("reported on {day}").format(day=long_date(reply.reported_on))
    if reply.report_by is None:
        return _("need not be reported")
    left = days_left(reply.report_by, today)
    if left == 0:
        return _("report it today")
    if left > 0:
        return ngettext("report it, {days} day left", "report it, {days} days left", left).format(days=left)
    return ngettext("{days} day overdue", "{days} days overdue", -left).format(days=-left)
