"""Sentences about paper: what keeps a piece from being printed."""

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.batches import BatchChangedError, PaperGivenUpError
from uadesk.desk.going import OriginalWithdrawnError
from uadesk.desk.printing import NothingToPrintError, UnknownStationeryError
from uadesk.desk.rates import NoHomeCountryError
from uadesk.desk.sheets import NoOutcomeError, NothingOnTheTableError
from uadesk.desk.words.sentences import sentence
from uadesk.letters.checks import NoPostalAddressError, UnfilledFieldError
from uadesk.letters.compose import WrongTemplateError
from uadesk.press.destination import UnknownCountryError
from uadesk.press.envelopes import AddressTooLongError
from uadesk.press.fonts import LackingCharacterError
from uadesk.press.table_rows import SheetTooFullError
from uadesk.printing.printer import PrinterRefusedError
from uadesk.printing.run import NoSuchPieceError, WrongRunStepError
from uadesk.reference.postage import WrongPostageError
from uadesk.reference.stationery import WrongStationeryError

_PARTS = {
    "sender": N_("the sender"),
    "recipient": N_("the address"),
    "subject": N_("the subject line"),
    "salutation": N_("the salutation"),
    "own_words": N_("the writer's own words"),
    "case": N_("the paragraph on the case"),
    "lead": N_("the words before the demands"),
    "demands": N_("the demands"),
    "body": N_("the text"),
    "reply": N_("the request for a reply"),
    "close": N_("the close"),
    "cc": N_("the line on copies"),
    "copy_of": N_("the line on the original"),
}


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
def _batch_changed(error: BatchChangedError) -> str:
    return ngettext(
        "Letter {codes} was changed or taken away after its page was made. Nothing was printed; these pages are new.",
        "Letters {codes} were changed or taken away after their pages were made. Nothing was printed; "
        "these pages are new.",
        len(error.codes),
    ).format(codes=", ".join(error.codes))


@sentence.register
def _paper_given_up(error: PaperGivenUpError) -> str:
    return _("Letter {code} was brought up to date after this page was made: throw the page away.").format(
        code=error.code
    )


@sentence.register
def _original_withdrawn(error: OriginalWithdrawnError) -> str:
    return _("{code} is a copy of {original}, which was withdrawn; withdraw the copy too.").format(
        code=error.code, original=error.original
    )


@sentence.register
def _no_postal_address(error: NoPostalAddressError) -> str:
    if not error.lines:
        return _("The address is empty; add it before printing.")
    return _("“{lines}” is no postal address; add street and town before printing.").format(
        lines=", ".join(error.lines)
    )


@sentence.register
def _unfilled_field(error: UnfilledFieldError) -> str:
    part = _(_PARTS[error.part])
    if not error.blank:
        return _("There is nothing in {part}; fill it in first.").format(part=part)
    return _("There is a blank in {part} (“{blank}”); fill it in first.").format(part=part, blank=error.blank)


@sentence.register
def _wrong_template(error: WrongTemplateError) -> str:
    return _(
        "The letter template for “{language}” cannot be used ({reason}, line {line}); put the original back."
    ).format(language=error.language, reason=error.reason, line=error.line)


@sentence.register
def _unknown_country(error: UnknownCountryError) -> str:
    return _("Nobody said in which country “{lines}” is; choose it on the case before printing.").format(
        lines=", ".join(error.lines)
    )


@sentence.register
def _address_too_long(error: AddressTooLongError) -> str:
    return _("The address “{lines}” does not fit on the envelope {envelope}; choose a larger one.").format(
        lines=", ".join(error.lines), envelope=error.envelope
    )


@sentence.register
def _lacking_character(error: LackingCharacterError) -> str:
    return _("No font here can print {characters}; write the word in other letters.").format(
        characters=", ".join(f"“{sign}” ({name})" for sign, name in zip(error.characters, error.names, strict=True))
    )


@sentence.register
def _sheet_too_full(error: SheetTooFullError) -> str:
    return _("The sheet of {case} holds more than one page can; print its bulletin instead.").format(case=error.case)


@sentence.register
def _no_outcome(error: NoOutcomeError) -> str:
    return _("No outcome of {case} has come yet; read the outcome's bulletin first, or close the case.").format(
        case=error.case
    )


@sentence.register
def _nothing_on_the_table(error: NothingOnTheTableError) -> str:
    said = _("No sheet could be made.")
    return " ".join((said, *(f"{each.what}: {sentence(each.why)}" for each in error.refused)))


@sentence.register
def _printer_refused(error: PrinterRefusedError) -> str:
    return _("{printer} did not take the job; look whether it is on and has paper, or save as PDF.").format(
        printer=error.printer
    )


@sentence.register
def _wrong_run_step(error: WrongRunStepError) -> str:
    return _("The print run is {state} and cannot {step} now.").format(state=error.state.value, step=error.step)


@sentence.register
def _no_such_piece(error: NoSuchPieceError) -> str:
    return _("There is no piece {piece} in this stack of {pieces}.").format(piece=error.piece + 1, pieces=error.pieces)


@sentence.register
def _wrong_stationery(error: WrongStationeryError) -> str:
    return _("The stationery file {path} cannot be used ({ident} {field}); put the original back.").format(
        path=error.path, ident=error.ident, field=error.field
    )


@sentence.register
def _wrong_postage(error: WrongPostageError) -> str:
    if not error.field:
        return _("The file of postage rates {path} cannot be read; correct it, or remove it.").format(path=error.path)
    if not error.row:
        words = _("In the file of postage rates {path}, “{field}” is missing or wrong; correct it, or remove the file.")
    else:
        words = _(
            "In the file of postage rates {path}, “{field}” of rate {row} is missing or wrong; "
            "correct it, or remove the file."
        )
    return words.format(path=error.path, field=error.field, row=error.row)


@sentence.register
def _no_home_country(_error: NoHomeCountryError) -> str:
    return _("Nobody said yet in which country the group is; choose it in the settings.")
