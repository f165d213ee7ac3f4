"""The text that all letters on a case share, proposed from its bulletin."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.pieces import LetterText
from uadesk.letters.first_person import points
from uadesk.letters.titles import readable_title

CASE_LENGTH = 600
"""The longest case paragraph that is proposed, characters: about eight lines, so that a letter stays on one page."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """What every letter on a case says. `case` is one paragraph; with a `body` there is no lead and no demand."""

    subject: str = ""
    """Headline of the letter, without the number of the case."""
    case: str = ""
    lead: str = ""
    demands: tuple[str, ...] = ()
    body: tuple[str, ...] = ()

    def packed(self) -> dict[str, Any]:
        """The text as plain JSON values."""
        return asdict(self)

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """The text again."""
        plain: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
        }
        return cls(**plain)


def is_choice(own: SharedText, before: SharedText) -> bool:
    """Whether a letter's own text is the one for all, but for demands that it leaves out."""
    return own == replace(before, demands=_without(before.demands, _left_out(own, before)))


def carried_over(own: SharedText, before: SharedText, now: SharedText) -> SharedText:
    """A letter's own text once the text for all went from `before` to `now`: what was typed stays, all else is new.

    Demands that were left out are left out again, unless nothing would be left to ask.
    """
    text = replace(
        now,
        subject=now.subject if own.subject == before.subject else own.subject,
        case=now.case if own.case == before.case else own.case,
    )
    left_out = _left_out(own, before)
    if (own.lead, own.demands, own.body) != (before.lead, _without(before.demands, left_out), before.body):
        return replace(text, lead=own.lead, demands=own.demands, body=own.body)
    return replace(text, demands=_without(now.demands, left_out) or now.demands)


def _left_out(own: SharedText, before: SharedText) -> set[str]:
    return set(before.demands) - set(own.demands)


def _without(demands: tuple[str, ...], left_out: set[str]) -> tuple[str, ...]:
    return tuple(each for each in demands if each not in left_out)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A shared text for a coordinator to look at.

    Its case paragraph is empty: `case` is what could stand there. `sure` is false where the wording of the
    demands could not be turned for certain.
    """

    shared: SharedText
    case: str
    sure: bool


def printed_text(text: LetterText) -> SharedText:
    """What stands on a letter of what all on its case say; the subject with the case's number, as it is printed."""
    return SharedText(text.subject, text.case, text.lead, text.demands, text.body)


def propose(draft: BulletinDraft) -> Proposal:
    """A shared text from what a bulletin says: its model letter where it brings one, else its demands."""
    language = draft.language or "en"
    texts = [text for text in (draft.summary, draft.background, draft.model_letter, *draft.demands) if text]
    subject = readable_title(draft.title or "", language, texts, _names(draft))
    if draft.model_letter:
        body = model_body(draft.model_letter)
        if body:
            return Proposal(SharedText(subject=subject, body=body), "", sure=True)
    turned = points(draft.demand_lead, draft.demands, language)
    shared = SharedText(subject=subject, lead=turned.lead, demands=turned.demands)
    return Proposal(shared, case_paragraph(draft.summary or ""), turned.sure)


def _names(draft: BulletinDraft) -> list[str]:
    """How a bulletin writes whom it names outside its running text."""
    lines = [line for addressee in draft.addressees for line in (addressee.name, addressee.title, *addressee.lines)]
    return [line for line in (draft.country, *lines) if line]


_OFFICE = re.compile(r"\b(?:We|we|our|Our|us|Amnesty|Nous|nous|Nosotros|nosotros|Wir|wir|Unser|unser|Unsere|unsere)\b")


def case_paragraph(summary: str) -> str:
    """The beginning of a summary as one short paragraph: whole sentences, none in which its office speaks of itself."""
    chosen: list[str] = []
    for sentence in sentences_of(summary):
        if _OFFICE.search(sentence):
            if chosen:
                break
            continue
        if chosen and sum(map(len, chosen)) + len(chosen) + len(sentence) > CASE_LENGTH:
            break
        chosen.append(sentence)
    return " ".join(chosen)


def sentences_of(text: str) -> Sequence[str]:
    """The sentences of a text; an abbreviation ("U.S.", "Dr.") ends none."""
    sentences = []
    start = 0
    flat = " ".join(text.split())
    for match in re.finditer(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-ÞŁŚŞİ0-9])", flat):
        before = flat[: match.start() + 1]
        if re.search(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|No|Prof|Gen|Col|Lt|Sgt|Rev|Hon|vs|Jr|Sr|Md))\.$", before):
            continue
        sentences.append(flat[start : match.end()].strip())
        start = match.end()
    return [*sentences, flat[start:].strip()] if flat[start:].strip() else sentences


_OPENING = re.compile(
    r"^(?:dear\b|your\s+\w+[,:]?$|your excellency|excellenc|(?:cher|chère|monsieur"
    r"|madame|mesdames|estimad|señor|excelent|sehr geehrt|exzellenz|eure exzellenz))",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"^(?:yours\b|(?:very\s+)?(?:sincerely|respectfully|truly|faithfully)\b|with\s+(?:best|kind|warm)?\s*regards"
    r"|(?:best|kind)\s+regards|in solidarity\b|cordialement|veuillez\s+agréer|je vous prie d.agréer|atentamente"
    r"|respectuosamente|cordialmente|saludos|recevez|respectueusement|salutations"
    r"|avec mes salutations|le saluda|mit freundlichen grüßen|hochachtungsvoll)",
    re.IGNORECASE,
)
_LONGEST_OPENING = 90
ENDING = 3
"""Paragraphs that a close, a name and a place can make."""


def model_body(model_letter: str) -> tuple[str, ...]:
    """The paragraphs of a model letter between its opening and its close, which each letter has of its own."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", model_letter) if part.strip()]
    if len(paragraphs) == 1:
        paragraphs = [" ".join(line.split()) for line in model_letter.splitlines() if line.strip()]
    if paragraphs and _OPENING.match(paragraphs[0]):
        paragraphs[0] = _without_opening(paragraphs[0])
    for place, paragraph in enumerate(paragraphs):
        if place and _CLOSE.match(paragraph) and len(paragraphs) - place <= ENDING:
            paragraphs = paragraphs[:place]
            break
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _without_opening(paragraph: str) -> str:
    """A paragraph without the salutation before its first comma or colon, whole where it is no salutation."""
    match = re.match(rf"[^,:.!?]{{2,{_LONGEST_OPENING}}}[,:]\s*", paragraph)
    if match:
        return paragraph[match.end() :]
    return "" if len(paragraph) <= _LONGEST_OPENING else paragraph
