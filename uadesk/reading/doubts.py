"""What a bulletin ought to say and does not, and where it contradicts itself."""

from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.reading.frames import Frame
from uadesk.reading.references import OTHERS_NUMBER, number_in, number_pattern


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
    _doubt_numbers(reading, draft)
    if draft.further_action is False or (draft.stage is Stage.OUTCOME and not draft.targets):
        return
    if draft.act_until is None and not any(check.field == "act_until" for check in findings.checks):
        findings.missing("act_until", "no_act_until")
    if not draft.targets:
        findings.missing("targets", "no_targets")
    if not draft.demands:
        findings.missing("demands", "no_demands")


def _doubt_numbers(reading: Frame, draft: BulletinDraft) -> None:
    """A headline or header line that bears another number than the bulletin's own."""
    if draft.number is None:
        return
    for place, line in enumerate(reading.page.lines):
        is_head = place < reading.headline.last or line.is_capitals or line.is_bold
        if line.is_blank or not is_head or len(line.text) > 200:
            continue
        for match in number_pattern(reading.words).finditer(line.text):
            other = number_in(match)
            if other is not None and other != draft.number:
                reading.findings.conflict("ua_number", "numbers_differ", number=str(draft.number), other=str(other))
