"""What a mail puts around the text it passes on: forward headers, covering notes, signatures, footers of lists.

All of it is judged line by line, each line a paragraph of its own, so that web and plain parts are treated alike.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uadesk.reading.formats.flow import Paragraph, Piece
from uadesk.reading.formats.signs import is_note_to, is_of_a_bulletin

_FROM, _SENT, _SUBJECT, _TO = "from", "sent", "subject", "to"
_HEADERS = {
    _FROM: r"from|de|von|exp[ée]diteur|remitente|da",
    _SENT: r"date|sent|envoy[ée](?: le)?|enviado(?: el)?|gesendet(?: am)?|datum|fecha",
    _SUBJECT: r"subject|objet|sujet|asunto|betreff",
    _TO: r"to|[àa]|an|para|pour|cc|bcc|cci|cco|kopie|copie(?: [àa])?|reply-to|r[ée]pondre [àa]|antwort an|responder a"
    r"|destinataires?|importance|attachments?|pi[èe]ces jointes",
}
_HEADER = re.compile("|".join(rf"(?P<{kind}>{words})" for kind, words in _HEADERS.items()), re.IGNORECASE)
_LABEL = re.compile(r"[*\s]*([\w àéÀÉ-]{1,20}?)[*\s]*:")
_MARKER = re.compile(
    r"\W*(?:begin forwarded message|forwarded message(?: follows)?|original message|message transf[ée]r[ée]"
    r"|message d['’]origine"
    r"|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|mensaje (?:reenviado|original)"
    r"|inicio del mensaje reenviado|weitergeleitete nachricht|(?:urspr[üu]ngliche|original) ?nachricht"
    r"|anfang der weitergeleiteten nachricht|forwarded by .{1,100})\W*",
    re.IGNORECASE,
)
_MOST_HEADERS = 60
"""Lines of a block of From, Date, Subject and To."""
_DASHED = re.compile(r"^\s*[-–_>]{2,}|:\s*$")
_ATTRIBUTION = re.compile(
    r"(?:on .{6,200} wrote|le .{6,200} a [ée]crit|el .{6,200} escribi[óo]|am .{6,200} schrieb(?: .{1,100})?)\s*:",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"--|__+|sent from my \w+.*|envoy[ée] de mon \w+.*|enviado desde mi \w+.*|von meinem \w+ gesendet", re.IGNORECASE
)
_LONGEST_SIGNATURE = 12
_FOOTER = re.compile(
    r"unsubscribe|manage (?:your )?(?:email )?preferences|update (?:your )?(?:email |subscription )?preferences"
    r"|you(?: are|['’]re)? (?:receiv(?:ed|ing)|getting) this|this (?:e-?mail|message) was sent to"
    r"|view (?:this )?(?:e-?mail |message |it )?(?:in|on) (?:your |a )?(?:web )?browser"
    r"|trouble (?:viewing|reading) this e-?mail|(?:vous|se) d[ée](?:sabonner|sinscrire)|lien de d[ée]sinscription"
    r"|vous recevez (?:ce|cet) (?:message|e-?mail|courriel)|(?:voir|afficher|lire) (?:ce|cet) (?:message|e-?mail"
    r"|courriel) dans"
    r"|darse de baja|cancelar (?:la |tu |su )?suscripci[óo]n|(?:recibes?|ha recibido) este (?:mensaje|correo)"
    r"|ver (?:este )?(?:correo|mensaje|email) en (?:el|su|tu) navegador|(?:newsletter|liste) (?:abbestellen|abmelden)"
    r"|im browser (?:ansehen|anzeigen|[öo]ffnen)|^\W*(?:web version|webansicht|version web)\W*$|all rights reserved"
    r"|to stop receiving (?:these |such )?(?:e-?mails|messages|updates)|to be removed from (?:this"
    r"|our) (?:mailing )?list"
    r"|to (?:view this discussion|post to this group)|our mailing address is|mailing list\s*$"
    r"|https?://\S{1,200}/mailman/\S+",
    re.IGNORECASE,
)
_LONGEST_TAIL = 600
"""Signs between the first and the last line of a footer, such as the sender's address."""
_LONGEST_FOOTER = 300
_RULE = re.compile(r"[-_=]{3,}\s*")


@dataclass(frozen=True, slots=True)
class Passed:
    """The lines that a mail passes on, and the words above or beside them that were left out."""

    lines: Sequence[Paragraph]
    note: str = ""


def said(paragraph: Paragraph) -> str:
    """A paragraph's words."""
    return "".join(piece.text for piece in paragraph.pieces)


def passed_on(paragraphs: Sequence[Paragraph]) -> Passed:
    """The lines of a mail without what mail programs and lists put around them."""
    stretches = [_without_footer(stretch) for stretch in _stretches(list(lines_of(paragraphs)))]
    filled = [stretch for stretch in stretches if stretch]
    note: list[str] = []
    while len(filled) > 1 and is_note_to(_text(filled[0]), "\n".join(map(_text, filled[1:]))):
        note.append(_text(filled.pop(0)))
    return Passed([line for stretch in filled for line in _apart(stretch)], "\n".join(note))


def lines_of(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Each line as a paragraph of its own; an empty line is a gap above the next."""
    for paragraph in paragraphs:
        is_first, is_apart, pieces = True, paragraph.is_apart, list[Piece]()
        for piece in (*paragraph.pieces, Piece("\n")):
            for place, text in enumerate(piece.text.split("\n")):
                if place and any(each.text.strip() for each in pieces):
                    yield replace(paragraph, pieces=pieces, mark=paragraph.mark if is_first else "", is_apart=is_apart)
                    is_first, is_apart, pieces = False, False, []
                elif place:
                    is_apart, pieces = True, []
                pieces += [replace(piece, text=text)] if text else []


def _text(lines: Sequence[Paragraph]) -> str:
    return "\n".join(said(line).strip() for line in lines)


def _apart(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for place, line in enumerate(lines):
        yield replace(line, is_apart=True) if place == 0 else line


def _stretches(lines: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """The lines cut at what begins a passed-on mail, which is left out."""
    stretch: list[Paragraph] = []
    place = 0
    while place < len(lines):
        after = _after_beginning(lines, place)
        if after > place:
            yield stretch
            stretch, place = [], after
        else:
            stretch.append(lines[place])
            place += 1
    yield stretch


def _after_beginning(lines: Sequence[Paragraph], place: int) -> int:
    """Where the passed-on text begins, if it is announced at this line; else the line itself."""
    line = said(lines[place]).strip()
    after = place
    if _MARKER.fullmatch(line) and _DASHED.search(line):
        after = place + 1
    elif len(line) < 250 and line.endswith(":") and _ATTRIBUTION.fullmatch(line):
        return place + 1
    elif (
        place + 1 < len(lines)
        and len(line) < 200
        and _ATTRIBUTION.fullmatch(f"{line} {said(lines[place + 1]).strip()}")
    ):
        return place + 2
    elif _RULE.fullmatch(line) and _after_headers(lines, place + 1) > place + 1:
        after = place + 1
    return _after_headers(lines, after)


def _after_headers(lines: Sequence[Paragraph], place: int) -> int:
    """Where a block of From, Date, Subject and To ends; the place itself where none begins there."""
    kinds: list[str] = []
    after = place
    while after < min(len(lines), place + _MOST_HEADERS):
        line = said(lines[after]).strip()
        kind = _header_kind(line)
        if kind is None and not (kinds and said(lines[after - 1]).rstrip().endswith((",", ";")) and kinds[-1] == _TO):
            break
        if kind is not None and kind != _TO and kind in kinds:
            break
        kinds.append(kind or _TO)
        after += 1
    is_block = _FROM in kinds[:2] or (_SUBJECT in kinds[:1] and _FROM in kinds)
    return after if is_block and len(set(kinds)) > 1 and (_SUBJECT in kinds or len(set(kinds)) > 2) else place


def _header_kind(line: str) -> str | None:
    label = _LABEL.match(line)
    found = _HEADER.fullmatch(label[1]) if label is not None and len(line) < 1000 else None
    return found.lastgroup if found is not None else None


def _without_footer(lines: list[Paragraph]) -> list[Paragraph]:
    """A stretch without its signature and without the lines that a list or a mailing service adds."""
    for place in range(max(0, len(lines) - _LONGEST_SIGNATURE), len(lines)):
        if _SIGNATURE.fullmatch(said(lines[place]).strip()) and not is_of_a_bulletin(_text(lines[place:])):
            lines = lines[:place]
            break
    footers = [place for place, line in enumerate(lines) if _is_footer(said(line))]
    kept = [line for place, line in enumerate(lines) if place not in footers]
    tail = next((place for place in footers if place >= len(lines) - _LONGEST_SIGNATURE), len(lines))
    between = _text(lines[tail:])
    if footers and tail < footers[-1] and len(between) <= _LONGEST_TAIL and not is_of_a_bulletin(between):
        kept = kept[: tail - sum(place < tail for place in footers)]
    while kept and footers and _RULE.fullmatch(said(kept[-1]).strip()):
        kept.pop()
    return kept


def _is_footer(line: str) -> bool:
    return len(line) <= _LONGEST_FOOTER and _FOOTER.search(line) is not None and not is_of_a_bulletin(line)
