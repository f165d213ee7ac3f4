"""Sentences about the work at the desk: cases, people, letters."""

from uadesk.base.clock import WrongTodayError
from uadesk.base.language import _
from uadesk.desk.addressees import NoLongerAddressedError
from uadesk.desk.bulletins import NothingToPasteError, NothingToStoreError, NumberTakenError, OtherCaseError
from uadesk.desk.cases import UnknownCaseError
from uadesk.desk.composing import SenderGoneError
from uadesk.desk.draft_maker import AlreadyWrittenError
from uadesk.desk.drafting import CaseClosedError, NobodyToWriteToError, SeveralAddresseesError
from uadesk.desk.holding import AddressChangedError, HeldBackError
from uadesk.desk.letters import LetterGoneError, UnknownCodeError
from uadesk.desk.mails import NotAMailboxError
from uadesk.desk.members import (
    KnownMemberError,
    NameMissingError,
    NobodyOnListError,
    SeveralMembersError,
    UnknownMemberError,
)
from uadesk.desk.menu_entry import MenuEntryError
from uadesk.desk.reaching import NotReachedError
from uadesk.desk.replies import NoScanError, ReplyGoneError, ScanTooLargeError
from uadesk.desk.steps import NoStepToTakeBackError
from uadesk.desk.words.dates import long_date
from uadesk.desk.words.sentences import sentence
from uadesk.desk.words.states import status_word
from uadesk.desk.writing import LetterFixedError
from uadesk.domain.letters import Channel, LetterStatus, next_steps
from uadesk.store.errors import ActGoingOnError, CannotUndoError, NotLastActError, StaleSaveError, WrongStepError


@sentence.register
def _wrong_today(error: WrongTodayError) -> str:
    return _("UADESK_TODAY is “{given}”, which is no date; write it as 2025-06-01.").format(given=error.given)


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
def _no_longer_addressed(error: NoLongerAddressedError) -> str:
    return _(
        "Letter {code} is to {addressee}, who is no longer written to on {case}; withdraw it, or draft a new one."
    ).format(code=error.code, addressee=error.addressee, case=error.case)


@sentence.register
def _address_changed(error: AddressChangedError) -> str:
    return _(
        "The address of {addressee} changed after letter {code} was printed, or was given one of its own: on Tonight, "
        "bring it up to date, or say that it goes as it is."
    ).format(code=error.code, addressee=error.addressee)


@sentence.register
def _not_a_mailbox(error: NotAMailboxError) -> str:
    return _("“{text}” is no email address: one looks like name@example.org.").format(text=error.text)


@sentence.register
def _held_back(error: HeldBackError) -> str:
    return _(
        "Letter {code} was begun before {case} went on, and did not follow by itself: on Tonight, bring it up to date, "
        "or say that it goes as it is."
    ).format(code=error.code, case=error.case)


@sentence.register
def _nobody_to_write_to(error: NobodyToWriteToError) -> str:
    if error.asked:
        return _("{case} has nobody to write to whose address contains “{asked}”.").format(
            case=error.case, asked=error.asked
        )
    return _("{case} has nobody to write to yet; add an addressee to it first.").format(case=error.case)


@sentence.register
def _several_addressees(error: SeveralAddresseesError) -> str:
    return _("“{asked}” fits several addressees, so nothing was done: {names}. Write more of the one you mean.").format(
        asked=error.asked, names=", ".join(error.names)
    )


@sentence.register
def _already_written(error: AlreadyWrittenError) -> str:
    return _("{member} has a letter to {addressee} on this bulletin already ({code}).").format(
        member=error.member, addressee=error.addressee, code=error.code
    )


@sentence.register
def _not_reached(error: NotReachedError) -> str:
    if error.channel is Channel.EMAIL:
        said = _("{addressee} has no email address: write by post, or add the address to the case.")
    else:
        said = _("{addressee} has no fax number: write by post, or add the number to the case.")
    return said.format(addressee=error.addressee or _("Somebody without a name"))


@sentence.register
def _letter_fixed(error: LetterFixedError) -> str:
    return _("Letter {code} is {status}: what is on paper no longer changes. Take the step back to edit it.").format(
        code=error.code, status=status_word(error.status)
    )


@sentence.register
def _letter_gone(_error: LetterGoneError) -> str:
    return _("This letter is no longer there: drafting it was undone. Redo brings it back.")


@sentence.register
def _nobody_on_list(_error: NobodyOnListError) -> str:
    return _(
        "Nobody is on the list of members yet; add people to it first, one by one or from a list (csv, xlsx or vcf)."
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
def _wrong_step(error: WrongStepError) -> str:
    if error.status is error.following:
        return _("Letter {code} is {status} already.").format(code=error.code, status=status_word(error.status))
    said = _("Letter {code} is {status} and cannot become {wanted} from there").format(
        code=error.code, status=status_word(error.status), wanted=status_word(error.following)
    )
    possible = [status_word(each) for each in next_steps(error.status, error.channel)]
    if not possible:
        return _("{said}: its way ends there.").format(said=said)
    if (error.status, error.channel) == (LetterStatus.DRAFT, Channel.POST):
        return _("{said}; print it first.").format(said=said)
    return _("{said}; it can become: {states}.").format(said=said, states=", ".join(possible))


@sentence.register
def _nothing_to_paste(_error: NothingToPasteError) -> str:
    return _("There is no text to paste; mark the whole bulletin where it is, copy it, and try again.")


@sentence.register
def _number_taken(error: NumberTakenError) -> str:
    return _(
        "{number} is the number of another case already; import the bulletin there, or correct the number."
    ).format(number=error.number)


@sentence.register
def _other_case(error: OtherCaseError) -> str:
    return _(
        "The bulletin has the number {number}, the chosen case {case}; correct the number, or choose another case."
    ).format(number=error.number, case=error.case)


@sentence.register
def _no_step_to_take_back(error: NoStepToTakeBackError) -> str:
    return _("Letter {code} is a draft: there is no step to take back.").format(code=error.code)


@sentence.register
def _unknown_code(error: UnknownCodeError) -> str:
    return _("No letter has the code {code}; the codes stand at the foot of each letter and in the list.").format(
        code=error.code
    )


@sentence.register
def _stale_save(_error: StaleSaveError) -> str:
    return _(
        "This was changed elsewhere meanwhile, so nothing was overwritten; look at it again and repeat your change."
    )


@sentence.register
def _cannot_undo(error: CannotUndoError) -> str:
    return _("“{act}” cannot be taken back any more: what it changed was changed again since.").format(act=_(error.act))


@sentence.register
def _not_last_act(error: NotLastActError) -> str:
    words = _("“{act}” came after it, so nothing was taken back. The Edit menu takes back one by one.")
    return words.format(act=_(error.act))


@sentence.register
def _act_going_on(error: ActGoingOnError) -> str:
    return _("“{act}” is not over yet: stop it, or wait for its end. Then it can be taken back.").format(
        act=_(error.act)
    )


@sentence.register
def _menu_entry(error: MenuEntryError) -> str:
    return _("The entry in the applications menu could not be written to {path} ({reason}).").format(
        path=error.path, reason=error.reason
    )


@sentence.register
def _reply_gone(_error: ReplyGoneError) -> str:
    return _("This reply is no longer there: it was deleted, or logging it was undone. Undo or Redo brings it back.")


@sentence.register
def _no_scan(_error: NoScanError) -> str:
    return _("This reply has no scan yet; attach one with “Change…”.")


@sentence.register
def _scan_too_large(error: ScanTooLargeError) -> str:
    return _("{name} is too large to keep: at most {mib} MB. Scan it again with fewer dots an inch, in grey.").format(
        name=error.name, mib=error.largest >> 20
    )
