"""The whole way of a batch: drafts in a database become a file.

Each measure makes a desk of its own with so many drafts and gives back the work that is timed.
"""

from contextlib import closing
from datetime import date
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.subject import OFFICES, OWN_WORDS_EVERY, SHARED, Made, Work
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import save_shared_text, shared_text
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import save_group
from uadesk.desk.members import import_members
from uadesk.desk.printing import confirm_printed, print_envelopes, print_letters
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group, Person
from uadesk.domain.texts import Text
from uadesk.reference.countries import load_countries


def letters(count: int) -> Work:
    """Drafts in a database to a PDF of letters, marked printed."""
    folder, desk, idents = _drafted(count)

    def work() -> Made:
        with folder, closing(desk):
            job = finish(print_letters(desk, idents))
            confirm_printed(desk, job)
            return Made(len(job.codes), len(job.pdf))

    return work


def envelopes(count: int) -> Work:
    """The same drafts to a PDF of envelopes."""
    folder, desk, idents = _drafted(count)

    def work() -> Made:
        with folder, closing(desk):
            job = finish(print_envelopes(desk, idents))
            return Made(len(job.codes), len(job.pdf))

    return work


def _drafted(count: int) -> tuple[TemporaryDirectory[str], Desk, list[int]]:
    """A desk of its own with so many drafts: one case, a few offices, each member writing to all of them."""
    folder = TemporaryDirectory()
    desk = open_desk(Home(Path(folder.name)), fixed_clock(date(2025, 6, 1)))
    save_group(desk, Group("Benchmark Group", "", ("1 Main Street", "Guelph ON  N1H 1A1"), "CA"))
    case = import_draft(desk, bulletin(UANumber(25, 901), SHARED.subject)).case_id
    text = shared_text(desk, case)
    save_shared_text(desk, case, SHARED, text.version)
    people = [
        Person(f"Renée Łoś {n}", (f"{n} Chemin du Moulin", "Trois-Rivières QC  G9A 2L3"), "CA")
        for n in range(ceil(count / len(OFFICES)))
    ]
    members = import_members(desk, people).added
    idents = [row.ident for row in draft_letters(desk, case, members).done][:count]
    for ident in idents[::OWN_WORDS_EVERY]:
        version = letter_view(desk, ident).version
        save_letter(desk, ident, LetterEdit(own_words="I have taught for years, and I think of her pupils."), version)
    return folder, desk, idents


def bulletin(number: UANumber, title: str) -> BulletinDraft:
    """A first bulletin on this case to all offices."""
    targets = tuple(
        Addressee(
            lines,
            name=lines[0],
            title=lines[1],
            address_lines=lines[2:],
            country_code=load_countries().code_of(lines[-1]),
            salutation="Dear Minister,",
        )
        for lines in OFFICES
    )
    return BulletinDraft(
        Text("A teacher has not been seen since March."),
        language="en",
        number=number,
        stage=Stage.FIRST,
        title=title,
        issued=date(2025, 5, 1),
        act_until=date(2025, 7, 1),
        demand_lead="urging the government to",
        demands=SHARED.demands,
        targets=targets,
    )
