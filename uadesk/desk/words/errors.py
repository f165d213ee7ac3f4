"""Each expected trouble in one clear sentence: what, where, what to do."""

from functools import singledispatch

from uadesk.base.child import ReaderDiedError
from uadesk.base.clock import WrongTodayError
from uadesk.base.errors import UADeskError
from uadesk.base.language import _, ngettext
from uadesk.desk.backups import BackupMissingError, BackupNotWrittenError
from uadesk.desk.bulletins import FileUnreadableError, NothingToStoreError
from uadesk.desk.cases import UnknownCaseError
from uadesk.desk.composing import SenderGoneError
from uadesk.desk.desk import HomeNotWritableError
from uadesk.desk.drafting import AlreadyWrittenError, CaseClosedError, NobodyToWriteToError
from uadesk.desk.letters import LetterFixedError, StepRefusedError
from uadesk.desk.members import KnownMemberError, NameMissingError, SeveralMembersError, UnknownMemberError
from uadesk.desk.printing import NothingToPrintError, UnknownStationeryError
from uadesk.desk.words.states import long_date, status_word


@singledispatch
def sentence(error: BaseException) -> str:
    """What went wrong and what to do, for a person. Any UADeskError has its sentence here."""
    raise TypeError(f"no sentence for {type(error).__name__}")


@sentence.register
def _wrong_today(error: WrongTodayError) -> str:
    return _("UADESK_TODAY is “{given}”, which is no date; write it as 2025-06-01.").format(given=error.given)


@sentence.register
def _reader_died(error: ReaderDiedError) -> str:
    if error.timed_out:
        return _("Reading the file took too long and was stopped; open it elsewhere, copy its text and paste it here.")
    return _("The file could not be read: it is damaged or far too large. Copy its text and paste it here.")


@sentence.register
def _home_not_writable(error: HomeNotWritableError) -> str:
    return _(
        "The folder {folder} cannot be written ({reason}); choose another with --home, or ask for the right to write."
    ).format(folder=error.folder, reason=error.reason)


@sentence.register
def _file_unreadable(error: FileUnreadableError) -> str:
    if error.reason == "too_large":
        return _("{name} is far too large for a bulletin or a list; choose another file.").format(name=error.name)
    return _("{name} could not be opened ({reason}); check that it is there and that you may read it.").format(
        name=error.name, reason=error.reason
    )


@sentence.register
def _nothing_to_store(_error: NothingToStoreError) -> str:
    return _("A case needs a number, a title or somebody to write to; fill in at least one of them.")


@sentence.register
def _unknown_case(error: UnknownCaseError) -> str:
    return _("There is no case {given}; the list of all cases shows the numbers and handles (as 34/25 or ~3).").format(
        given=error.given
    )


@sentence.register
def _sender_gone(error: SenderGoneError) -> str:
    return _("Letter {code} has no writer any more; withdraw it, or draft it for somebody else.").format(
        code=error.code
    )


@sentence.register
def _case_closed(error: CaseClosedError) -> str:
    said = _("{case} was closed on {day}: no letter on it is to be written or printed.").format(
        case=error.case, day=long_date(error.closed_on)
    )
    return f"{said} {_('Reason: {reason}').format(reason=error.reason)}" if error.reason else said


@sentence.register
def _nobody_to_write_to(error: NobodyToWriteToError) -> str:
    if error.asked:
        return _("{case} has nobody to write to whose address contains “{asked}”.").format(
            case=error.case, asked=error.asked
        )
    return _("{case} has nobody to write to yet; add an addressee to it first.").format(case=error.case)


@sentence.register
def _already_written(error: AlreadyWrittenError) -> str:
    return _("{member} has a letter to {addressee} on this bulletin already ({code}).").format(
        member=error.member, addressee=error.addressee, code=error.code
    )


@sentence.register
def _step_refused(error: StepRefusedError) -> str:
    return _("Letter {code} is {status} and cannot become {wanted} from there.").format(
        code=error.code, status=status_word(error.status), wanted=status_word(error.wanted)
    )


@sentence.register
def _letter_fixed(error: LetterFixedError) -> str:
    return _("Letter {code} is {status}: what is on paper no longer changes. Take the step back to edit it.").format(
        code=error.code, status=status_word(error.status)
    )


@sentence.register
def _name_missing(_error: NameMissingError) -> str:
    return _("A person needs a name; a first name is enough.")


@sentence.register
def _unknown_member(error: UnknownMemberError) -> str:
    return _("Nobody's name contains “{given}”; the list of members shows all names.").format(given=error.given)


@sentence.register
def _several_members(error: SeveralMembersError) -> str:
    return _("“{given}” fits several people, so nothing was done: {names}. Write more of the name.").format(
        given=error.given, names=", ".join(error.names)
    )


@sentence.register
def _known_member(error: KnownMemberError) -> str:
    return _("{name} is on the list already, with the same address.").format(name=error.name)


@sentence.register
def _nothing_to_print(error: NothingToPrintError) -> str:
    if error.refused:
        return ngettext(
            "The one piece that was to be printed was refused; no file was made.",
            "All {count} pieces that were to be printed were refused; no file was made.",
            len(error.refused),
        ).format(count=len(error.refused))
    if error.what == "envelopes":
        return _("No letter is waiting for an envelope; draft letters first.")
    return _("No draft is waiting to be printed; draft letters first.")


@sentence.register
def _unknown_stationery(error: UnknownStationeryError) -> str:
    return _("There is no envelope “{given}”; known are {known}.").format(
        given=error.given, known=", ".join(error.known)
    )


@sentence.register
def _backup_not_written(error: BackupNotWrittenError) -> str:
    return _("The backup could not be written to {path} ({reason}); choose another place.").format(
        path=error.path, reason=error.reason
    )


@sentence.register
def _backup_missing(error: BackupMissingError) -> str:
    return _("There is no file {path} to restore from; choose one of the backups.").format(path=error.path)


def has_sentence(error: BaseException) -> bool:
    """Whether this is expected trouble, with words for it."""
    return isinstance(error, UADeskError)
