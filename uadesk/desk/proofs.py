"""A letter as it will print, before it does: its pages, and how full the first one is."""

from dataclasses import dataclass
from io import BytesIO

from uadesk.base.jobs import finish
from uadesk.desk.composing import Composer, LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.desk.letters import found_letter


@dataclass(frozen=True, slots=True)
class Proof:
    """A PDF to look at. `fill` is how much of one page it takes when set as tight as it may be; over 1.0 it needs two.

    0.0 where that says nothing, as for an envelope.
    """

    pdf: bytes
    fill: float = 0.0


def letter_proof(desk: Desk, ident: int, edit: LetterEdit | None = None) -> Proof:
    """This one letter as it will print; with `edit`, as it would be if that were saved.

    A letter written by hand shows its envelope. Raises what refuses the piece: it says why it could not print;
    LetterGoneError.
    """
    from uadesk.press.envelopes import envelopes_pdf
    from uadesk.press.letters import letters_pdf, page_fill
    from uadesk.reference.stationery import load_envelopes

    known = group(desk)
    with desk.store.reading() as session:
        piece = Composer(known, desk.today).piece(found_letter(session, ident), edit)
    out = BytesIO()
    if piece.text is None:
        pressed = finish(envelopes_pdf([piece], load_envelopes()[known.usual_envelope], out))
    else:
        pressed = finish(letters_pdf([piece], known.usual_paper, out))
    for refused in pressed.refused:
        raise refused.error
    return Proof(out.getvalue(), 0.0 if piece.text is None else page_fill(piece, known.usual_paper))
