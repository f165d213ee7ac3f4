"""What the benchmark writes about: an invented case, a few invented offices."""

from collections.abc import Callable
from dataclasses import dataclass

from uadesk.letters.shared import SharedText

OWN_WORDS_EVERY = 5
"""One letter in so many has words of its writer's own."""

OFFICES = tuple(
    (
        f"Hon. {name} Example",
        f"Minister of {office}",
        f"Ministry of {office}",
        f"{n} Harbour Road",
        f"{town} 00{n}00",
        land,
    )
    for n, (name, office, town, land) in enumerate(
        (
            ("Wanjiru", "Justice", "Nairobi", "KENYA"),
            ("Nguyễn", "Public Security", "Hanoi", "VIET NAM"),
            ("Łucja", "Interior", "Warsaw", "POLAND"),
            ("Şirin", "Justice", "Ankara", "TÜRKIYE"),
        ),
        2,
    )
)
SHARED = SharedText(
    subject="A Teacher Has Not Been Seen Since March",
    case=(
        "I am writing about Ada Example, a teacher, who was taken from her home by men in uniform on 3 March."
        " Her family has asked at every police station in the town and was sent away each time. No court has heard"
        " her, no lawyer has seen her, and her children do not know where she is."
    ),
    lead="I urge the government to:",
    demands=(
        "say at once where Ada Example is held, and let her family and a lawyer of her choice see her;",
        "release her, unless she is charged before a civil court with an offence that the world knows as one;",
        "have her disappearance looked into by somebody who does not answer to the army.",
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a measure made."""

    letters: int
    size: int


Work = Callable[[], Made]
"""What is timed."""
