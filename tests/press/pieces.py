"""Pieces for the press: invented people, real offices."""

from datetime import date

from uadesk.domain.letters import Channel, PieceKind
from uadesk.domain.people import Sender
from uadesk.domain.pieces import LetterText, Piece

SECRETARY = (
    "The Honorable Kristi Noem",
    "Secretary of Homeland Security",
    "U.S. Department of Homeland Security",
    "2707 Martin Luther King Jr. Avenue, SE",
    "Washington, DC 20528",
    "USA",
)
EMBASSY = (
    "Mrs. Marybeth Krumm Turner",
    "Minister-Counsellor & Chargé d’affaires, a.i.",
    "Embassy of the United States of America",
    "490 Sussex Drive",
    "Ottawa, ON K1N 1G8",
)
SENDER = Sender("Łukasz Şahin", ("14 Rue de l’Église, app. 3", "Trois-Rivières, QC G9A 2L3"), "CA")
OWN_WORDS = (
    "I teach history at a school in Trois-Rivières. My grandparents came from a country where neighbours were taken"
    " away at night, and I know from them how long a family waits for news."
)
CASE = (
    "I am writing about the people who were flown to a prison abroad last March without a hearing. Their families"
    " learned from lists in the newspapers where they had been taken, and many still wait to speak to them."
)
TEXT = LetterText(
    subject="Nobody Should Vanish (Urgent Action 901/25)",
    salutation="Dear Secretary Noem,",
    case=CASE,
    lead="I urge the administration to:",
    demands=(
        "bring home all those who were taken abroad against the law, so that their cases can go on before a court;",
        "end every further flight of this kind, as the courts have ordered.",
    ),
    close="Yours sincerely,",
    cc=("Embassy of the United States of America",),
    reply="I would be grateful for a reply.",
)


def piece(
    code: str = "K7",
    text: LetterText | None = TEXT,
    *,
    sender: Sender = SENDER,
    recipient: tuple[str, ...] = SECRETARY,
    kind: PieceKind = PieceKind.APPEAL,
) -> Piece:
    return Piece(code, kind, Channel.POST, sender, recipient, date(2025, 6, 1), "en", text)
