"""What a bulletin ought to say and does not."""

from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.reading.contradictions import doubt_what_differs
from uadesk.reading.frames import Frame
from uadesk.reading.references import OTHERS_NUMBER


def doubt_what_is_missing(reading: Frame, draft: BulletinDraft) -> None:
    """Name what is missing; an outcome that asks nothing lacks nothing."""
    findings = reading.findings
    if draft.number is None:
        other = OTHERS_NUMBER.search(reading.page.text.content)
        if other is not None:
            findings.uncertain("ua_number", "number_of_others", printed=other[0])
        else:
            findings.missing("ua_number", "no_number")
    if draft.index is None and reading.header.prints_index:
        findings.missing("index", "no_index")
    doubt_what_differs(reading, draft)
    if draft.further_action is False or (draft.stage is Stage.OUTCOME and not draft.targets):
        return
    if draft.act_until is None and not any(check.field == "act_until" for check in findings.checks):
        findings.missing("act_until", "no_act_until")
    if not draft.targets:
        findings.missing("targets", "no_targets")
    if not draft.demands:
        findings.missing("demands", "no_demands")
