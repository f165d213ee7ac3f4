"""Sentences about bulletins that came together."""

from collections.abc import Iterable, Mapping, Sequence

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_, _, ngettext
from uadesk.desk.arrivals import Arrival, Arrivals, ArrivalState, EmptyFolderError, FolderTooLargeError, Refusal
from uadesk.desk.bulletins import ImportOutcome
from uadesk.desk.words.checks import by_sentence
from uadesk.desk.words.sentences import sentence
from uadesk.desk.words.states import outcome_sentence, stage_word
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.errors import NotABulletinError

Counted = tuple[int, tuple[str, str]]
"""A number, and what it counts: one of it, several of it."""


def bulletin_words(draft: BulletinDraft) -> str:
    """What a bulletin is called: "First bulletin on 34/25, USA"."""
    stage = stage_word(draft.stage, draft.stage_ordinal)
    about = ", ".join(part for part in (str(draft.number or ""), draft.country or "") if part) or draft.title
    return _("{stage} on {case}").format(stage=stage, case=about) if about else stage


def arrival_words(arrival: Arrival) -> str:
    """How it stands with a bulletin that came."""
    if arrival.state is ArrivalState.WAITING:
        count = len(by_sentence(arrival.draft.checks)) or int(arrival.is_asked)
        if not count:
            return _("nothing in doubt")
        return ngettext("{count} thing to look at", "{count} things to look at", count).format(count=count)
    if arrival.trouble is not None:
        return _("not saved: {why}").format(why=sentence(arrival.trouble))
    return _(_STATES[arrival.state])


def arrival_sentence(arrival: Arrival) -> str:
    """What became of a bulletin, with its file."""
    said = _("{bulletin}: {state}").format(bulletin=bulletin_words(arrival.draft), state=arrival_words(arrival))
    if arrival.imported is not None:
        said = _("{bulletin}: {what}").format(
            bulletin=bulletin_words(arrival.draft), what=outcome_sentence(arrival.imported)
        )
    return f"{said} ({arrival.file.name})" if arrival.file is not None else said


def refusal_sentence(refusal: Refusal) -> str:
    """Why a file brought no bulletin; the file is always named."""
    said = sentence(refusal.why)
    return said if refusal.name in said else f"{refusal.name}: {said}"


def tally_sentence(arrivals: Arrivals) -> str:
    """How many were saved, are there already, wait, and are no bulletins."""
    counts = [(sum(each.state is state for each in arrivals.all), words) for state, words in _COUNTED]
    sure = len(arrivals.sure)
    counts += [
        (sure, (N_("{n} without doubt"), N_("{n} without doubt"))),
        (len(arrivals.waiting) - sure, (N_("{n} to look at"), N_("{n} to look at"))),
    ]
    return _joined([*counts, *_refused(each.is_no_bulletin for each in arrivals.refused)])


def imported_words(outcomes: Mapping[ImportOutcome, int], refused: Iterable[UADeskError]) -> str:
    """What became of many files: "3 new cases · 1 update · 2 you had already · 1 file is no bulletin"."""
    counts = [(outcomes.get(outcome, 0), words) for outcome, words in _IMPORTED]
    return _joined([*counts, *_refused(isinstance(each, NotABulletinError) for each in refused)])


def _refused(are_no_bulletins: Iterable[bool]) -> list[Counted]:
    """How many files are no bulletins, and how many could not be read."""
    told = list(are_no_bulletins)
    return [
        (sum(told), (N_("{n} file is no bulletin"), N_("{n} files are no bulletins"))),
        (len(told) - sum(told), (N_("{n} file could not be read"), N_("{n} files could not be read"))),
    ]


def _joined(counts: Iterable[Counted]) -> str:
    return " · ".join(ngettext(*words, count).format(n=count) for count, words in counts if count)


def summary_lines(arrivals: Arrivals) -> Sequence[str]:
    """What became of everything, one a line: what was saved first, what could not be read last."""
    order = (ArrivalState.SAVED, ArrivalState.COPY, ArrivalState.SKIPPED, ArrivalState.FAILED, ArrivalState.WAITING)
    settled = sorted(arrivals.all, key=lambda each: order.index(each.state))
    refused = sorted(arrivals.refused, key=lambda each: not each.is_no_bulletin)
    return [*map(arrival_sentence, settled), *map(refusal_sentence, refused)]


@sentence.register
def _folder_too_large(error: FolderTooLargeError) -> str:
    return _("{path} holds more than {most} files; choose the folder in which the bulletins are.").format(
        path=error.path, most=error.most
    )


@sentence.register
def _empty_folder(error: EmptyFolderError) -> str:
    return _("{path} holds no file that may be a bulletin; choose the folder in which they are.").format(
        path=error.path
    )


_STATES = {
    ArrivalState.SAVED: N_("saved"),
    ArrivalState.COPY: N_("you had it already"),
    ArrivalState.SKIPPED: N_("left out"),
    ArrivalState.FAILED: N_("not saved"),
}
_COUNTED = (
    (ArrivalState.SAVED, (N_("{n} saved"), N_("{n} saved"))),
    (ArrivalState.COPY, (N_("{n} you had already"), N_("{n} you had already"))),
    (ArrivalState.SKIPPED, (N_("{n} left out"), N_("{n} left out"))),
    (ArrivalState.FAILED, (N_("{n} could not be saved"), N_("{n} could not be saved"))),
)
_IMPORTED = (
    (ImportOutcome.NEW_CASE, (N_("{n} new case"), N_("{n} new cases"))),
    (ImportOutcome.ADDED, (N_("{n} more bulletin on a case"), N_("{n} more bulletins on cases"))),
    (ImportOutcome.COPY_KEPT, (N_("{n} kept as another copy"), N_("{n} kept as other copies"))),
    (ImportOutcome.UNCHANGED, (N_("{n} you had already"), N_("{n} you had already"))),
)
