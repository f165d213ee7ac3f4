"""What the print window says about a batch."""

from pathlib import Path

from uadesk.base.language import _, ngettext
from uadesk.desk.printing import PrintJob
from uadesk.desk.words import long_date
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Group, Paper
from uadesk.domain.pieces import RunKind
from uadesk.domain.rows import CaseRow, LetterRow, SentRun
from uadesk.reference.stationery import load_envelopes

PAPER_NAMES = {Paper.LETTER: "US Letter", Paper.A4: "A4"}


def envelope_name(group: Group) -> str:
    """The envelope that the group uses, as people call it."""
    return load_envelopes()[group.usual_envelope].name


def page_size(what: RunKind, group: Group) -> tuple[float, float]:
    """Width and height of the pages of a batch, millimetres."""
    if what is RunKind.ENVELOPES:
        envelope = load_envelopes()[group.usual_envelope]
        return envelope.width, envelope.height
    sheet = SHEETS[group.usual_paper]
    return sheet.width, sheet.height


def comes_out(job: PrintJob, group: Group) -> str:
    """What will come out of the printer."""
    number = len(job.codes)
    if job.what is RunKind.ENVELOPES:
        words = ngettext("{n} envelope, {name}", "{n} envelopes, {name}", number)
        return words.format(n=number, name=envelope_name(group))
    words = ngettext("{n} letter on {paper}", "{n} letters on {paper}", number)
    said = words.format(n=number, paper=PAPER_NAMES[group.usual_paper])
    return said if job.pages == number else said + " " + _("({pages} pages)").format(pages=job.pages)


def follows(job: PrintJob, group: Group) -> str:
    """What comes after this batch; for envelopes, how to lay them in."""
    number = len(job.codes)
    if job.what is RunKind.ENVELOPES:
        words = ngettext(
            "Lay {n} envelope into the printer, the way its feeder shows.",
            "Lay {n} envelopes into the printer, the way its feeder shows.",
            number,
        )
        return words.format(n=number)
    words = ngettext("Then {n} envelope: {name}.", "Then {n} envelopes: {name}.", number)
    return words.format(n=number, name=envelope_name(group))


def late(case: CaseRow) -> str:
    """That the last day to write on this case is gone."""
    assert case.act_until is not None
    return _("{case}: the date was {date}; ask the office first. Print all the same?").format(
        case=case.name, date=long_date(case.act_until)
    )


def piece(code: str, row: LetterRow | None) -> str:
    """Which piece it is: its code, who writes, and to whom."""
    if row is None:
        return code
    return _("{code}, {name} to {addressee}").format(code=code, name=row.member, addressee=row.addressee)


def why_not(row: LetterRow) -> str:
    """Why this letter cannot be printed, where it cannot."""
    if row.channel in (Channel.EMAIL, Channel.FAX):
        return _("This letter does not go by post.")
    if row.status not in (LetterStatus.DRAFT, LetterStatus.PRINTED, LetterStatus.SIGNED):
        return _("This letter has gone or was withdrawn.")
    return ""


def fits(pages: int) -> str:
    """Whether a letter fits one page."""
    return ngettext("Fits one page", "Takes {n} pages: one is best", pages).format(n=pages)


def saved(path: Path) -> str:
    """Where the PDF is, before it is asked how its pages came out."""
    return _("{file} was saved in {folder}. Print it from there; when the paper is out:").format(
        file=path.name, folder=path.parent
    )


def question(what: RunKind, number: int) -> str:
    """What is asked when the stack is out."""
    if what is RunKind.ENVELOPES:
        words = ngettext("Did the envelope come out well?", "Did all {n} envelopes come out well?", number)
    else:
        words = ngettext("Did the letter come out well?", "Did all {n} letters come out well?", number)
    return words.format(n=number)


def unanswered(run: SentRun) -> str:
    """That these letters went to paper and nobody said how they came out."""
    when = run.sent.astimezone()
    words = ngettext(
        "{n} letter went to paper on {date} at {time}, and nobody has said how it came out.",
        "{n} letters went to paper on {date} at {time}, and nobody has said how they came out.",
        len(run.letters),
    )
    return words.format(n=len(run.letters), date=long_date(when.date()), time=f"{when:%H:%M}")


def stopped(why: str = "") -> str:
    """That the sending was stopped, by a person or for this reason, before it is asked what came out all the same."""
    before = why or _("Stopped.")
    return before + " " + _("Pages that were on their way may still come out; when the printer rests:")


def later(what: RunKind) -> str:
    """What becomes of pieces of which nobody said how they came out."""
    if what is RunKind.ENVELOPES:
        return _("The letters stay as they were.")
    return _(
        "The letters stay as they were: drafts stay drafts. Answer here once you know; the page Tonight will ask you, "
        "also when the program was closed meanwhile."
    )


def done(what: RunKind, number: int) -> str:
    """What is done now."""
    if what is RunKind.ENVELOPES:
        return ngettext("{n} envelope is ready.", "{n} envelopes are ready.", number).format(n=number)
    return ngettext("{n} letter is printed.", "{n} letters are printed.", number).format(n=number)


def behind(who: str) -> str:
    """That a letter was changed after it went to the printer."""
    words = _("{letter}: it was changed after its page was made. What was typed is kept, but is not on this paper.")
    return words.format(letter=who)


def after(what: RunKind, bad: int) -> str:
    """What to do with the stack, or how many did not come out well."""
    if bad:
        return ngettext("One is still to be printed.", "{n} are still to be printed.", bad).format(n=bad)
    if what is RunKind.ENVELOPES:
        return _("They lie in the letters’ order; the small code in the corner is the same on both.")
    return _("Let everybody sign. The envelopes come in the same order as the letters.")
