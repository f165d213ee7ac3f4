"""States and dates in words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.words.dates import long_date
from uadesk.desk.words.sentences import sentence
from uadesk.desk.words.sheets import done_sentence
from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import Stage
from uadesk.domain.cases import CaseState, days_left
from uadesk.domain.letters import Channel, LetterStatus, PieceKind

if TYPE_CHECKING:
    from uadesk.desk.bulletins import Imported
    from uadesk.desk.steps import Marked
    from uadesk.domain.rows import CaseRow
    from uadesk.store.integrity import Finding

_SHOWN = 5
"""So many of a long list are named."""

_NAMED = 2
"""So many letters that could not take a step are named with why."""

_STATUSES = {
    LetterStatus.DRAFT: N_("draft"),
    LetterStatus.PRINTED: N_("printed"),
    LetterStatus.SIGNED: N_("signed"),
    LetterStatus.POSTED: N_("posted"),
    LetterStatus.SENT: N_("sent"),
    LetterStatus.REPLIED: N_("answered"),
    LetterStatus.RETURNED: N_("came back"),
    LetterStatus.WITHDRAWN: N_("withdrawn"),
}
_STATES = {
    CaseState.ACTIVE: N_("active"),
    CaseState.PAST: N_("past its date"),
    CaseState.CLOSED: N_("closed"),
}
_KINDS = {
    PieceKind.APPEAL: N_("letter"),
    PieceKind.COPY: N_("copy"),
    PieceKind.SOLIDARITY: N_("solidarity card"),
}
_CHANNELS = {
    Channel.POST: N_("by post"),
    Channel.HANDWRITTEN: N_("by hand"),
    Channel.EMAIL: N_("by email"),
    Channel.FAX: N_("by fax"),
}
_ROLES = {
    Role.TARGET: N_("Write to"),
    Role.COPY: N_("Copy to"),
    Role.SOLIDARITY: N_("Solidarity with"),
}


def status_word(status: LetterStatus) -> str:
    """How a letter stands: "draft", "printed", …"""
    return _(_STATUSES[status])


def state_word(state: CaseState) -> str:
    """How a case stands: "active", "past its date", "closed"."""
    return _(_STATES[state])


def kind_word(kind: PieceKind) -> str:
    """What a piece is: "letter", "copy", "solidarity card"."""
    return _(_KINDS[kind])


def channel_word(channel: Channel) -> str:
    """How a letter goes: "by post", …"""
    return _(_CHANNELS[channel])


def role_word(role: Role) -> str:
    """What an addressee is to a case, as a heading."""
    return _(_ROLES[role])


def deadline(row: "CaseRow", today: date) -> str:
    """How long there is to write: "9 days left", "last day today", "12 days past: ask first", "closed 22 July 2025"."""
    if row.closed_on is not None:
        return _("closed {day}").format(day=long_date(row.closed_on))
    if row.act_until is None:
        return _("no end date")
    left = days_left(row.act_until, today)
    if left == 0:
        return _("last day today")
    if left > 0:
        return ngettext("{days} day left", "{days} days left", left).format(days=left)
    return ngettext("{days} day past: ask first", "{days} days past: ask first", -left).format(days=-left)


def marked_sentence(marked: "Marked", status: LetterStatus) -> str:
    """Which letters took a step, and why the first of the others could not."""
    number = len(marked.done)
    words = ngettext("{n} letter is now {state}.", "{n} letters are now {state}.", number)
    said = [words.format(n=number, state=status_word(status))] if number else []
    return " ".join((*said, *(sentence(each.why) for each in marked.skipped[:_NAMED])))


def stage_word(stage: Stage | None, ordinal: int | None) -> str:
    """What a bulletin is: "First bulletin", "Update 2", "Outcome"."""
    if stage is Stage.FIRST:
        return _("First bulletin")
    if stage is Stage.OUTCOME:
        return _("Outcome")
    if stage is Stage.UPDATE:
        return _("Update ({number})").format(number=ordinal) if ordinal else _("Update")
    return _("Bulletin")


def outcome_sentence(imported: "Imported") -> str:
    """What storing a bulletin changed, in one sentence."""
    texts = {
        "new_case": N_("{case} is a new case."),
        "added": N_("{case} has one more bulletin."),
        "copy_kept": N_("{case} has this bulletin already; the file is kept as another copy of it."),
        "unchanged": N_("{case} has this bulletin already; nothing was changed."),
    }
    said = _(texts[imported.outcome.value]).format(case=imported.name)
    if imported.is_translation:
        said += " " + _("It is one that the case has in another language: nothing else was changed.")
    elif imported.only_history:
        said += " " + _("Addresses, demands and dates stay as they were: only the history has it.")
    if imported.followed:
        said += " " + ngettext(
            "{count} draft follows it, with what it changed: {codes}.",
            "{count} drafts follow it, with what it changed: {codes}.",
            len(imported.followed),
        ).format(count=len(imported.followed), codes=", ".join(imported.followed))
    if imported.closed:
        said += " " + _("The case is closed: no more letters are to be written.")
        if imported.done is not None and imported.done.letters:
            said += f" {done_sentence(imported.done)}."
    if imported.to_pull:
        said += " " + ngettext(
            "{count} letter that has not been posted must be pulled: {codes}.",
            "{count} letters that have not been posted must be pulled: {codes}.",
            len(imported.to_pull),
        ).format(count=len(imported.to_pull), codes=", ".join(row.code for row in imported.to_pull))
    return said


def late_sentence(row: "CaseRow") -> str:
    """What is to be said before letters on a case go out whose last day to write is gone."""
    assert row.act_until is not None
    return _("{case}: the last day to write was {day}; ask the office first.").format(
        case=row.name, day=long_date(row.act_until)
    )


def silent_sentence(cases: Sequence[str]) -> str:
    """What is to be said before letters go out that say nothing on their cases; empty where there are none."""
    if not cases:
        return ""
    words = ngettext(
        "{cases}: letters say nothing on the case itself; nobody has looked at its paragraph yet.",
        "{cases}: letters say nothing on the cases; nobody has looked at their paragraphs yet.",
        len(cases),
    )
    return words.format(cases=several(cases))


def several(names: Sequence[str]) -> str:
    """These names, the first few of them where there are many: "34/25, 57/25 and 8 more"."""
    more = len(names) - _SHOWN
    shown = ", ".join(names if more <= 1 else names[:_SHOWN])
    return shown if more <= 1 else _("{names} and {n} more").format(names=shown, n=more)


def finding_sentence(finding: "Finding") -> str:
    """One thing that is wrong with the file of the desk."""
    return _("The desk's file is damaged: {detail}.").format(detail=finding.detail)


def damage_sentence(path: Path, backup: Path | None) -> str:
    """What to do about a desk's file with findings."""
    if backup is None:
        return _("{path} is damaged, and there is no backup beside it; put back one from elsewhere.").format(path=path)
    return _("{path} is damaged; put back the newest backup, {backup}.").format(path=path, backup=backup)
