"""Every expected trouble, every doubt and every state has its words."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

import uadesk
from tests.desk.conftest import FIRST, MINISTER, TODAY
from uadesk.base.errors import UADeskError
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import case_view
from uadesk.desk.desk import Desk
from uadesk.desk.words import (
    check_sentence,
    deadline,
    field_word,
    long_date,
    problem_sentence,
    sentence,
    span_words,
    stage_word,
    status_word,
    too_late_sentence,
)
from uadesk.desk.words.checks import by_sentence
from uadesk.desk.words.sentences import sentence as dispatched
from uadesk.domain.bulletins import Stage
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import CaseRow, CaseView
from uadesk.domain.texts import Check, Level
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.members.errors import NotAMemberListError
from uadesk.reading.members.lists import ListPart, RowProblem


def load_all() -> None:
    for module in pkgutil.walk_packages(uadesk.__path__, "uadesk."):
        if not module.name.startswith(("uadesk.ui", "uadesk.__main__", "uadesk.store.migrations")):
            importlib.import_module(module.name)


def subclasses(kind: type[UADeskError]) -> list[type[UADeskError]]:
    found = []
    for each in kind.__subclasses__():
        found += [each, *subclasses(each)]
    return found


def test_every_expected_trouble_has_a_sentence() -> None:
    load_all()
    wordless = dispatched.dispatch(BaseException)
    known = [each for each in subclasses(UADeskError) if each.__module__.startswith("uadesk.")]
    assert len(known) > 20
    assert [each.__name__ for each in known if dispatched.dispatch(each) is wordless] == []


def test_a_fault_of_the_program_has_none() -> None:
    with pytest.raises(TypeError):
        sentence(ValueError("a bug"))


def row(state: CaseState, until: date | None, closed: date | None = None) -> CaseRow:
    return CaseRow(1, "34/25", "~1", "USA", "US", "T", state, until, closed, 1, 0)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (row(CaseState.ACTIVE, date(2025, 6, 10)), "9 days left"),
        (row(CaseState.ACTIVE, date(2025, 6, 2)), "1 day left"),
        (row(CaseState.ACTIVE, TODAY), "last day today"),
        (row(CaseState.PAST, date(2025, 5, 20)), "12 days past: ask first"),
        (row(CaseState.CLOSED, date(2025, 7, 1), date(2025, 7, 22)), "closed 22 July 2025"),
        (row(CaseState.ACTIVE, None), "no end date"),
    ],
)
def test_a_deadline_in_words(case: CaseRow, words: str) -> None:
    assert deadline(case, TODAY) == words


def test_fields_dates_and_states_in_words() -> None:
    assert field_word("copies[0].country_code") == "the country of copy 1"
    assert field_word("targets[1]") == "addressee 2"
    assert field_word("act_until") == "the last day to write"
    assert long_date(date(2025, 7, 1)) == "1 July 2025"
    assert stage_word(Stage.UPDATE, 2) == "Update (2)"
    assert len({status_word(status) for status in LetterStatus}) == len(LetterStatus)


def test_every_doubt_of_the_reading_rules_has_a_sentence() -> None:
    """The codes are taken from the rules themselves, so that a new one without words is noticed."""
    import re
    from pathlib import Path

    from uadesk.desk.words.checks import SENTENCES

    source = "\n".join(path.read_text("utf-8") for path in Path(uadesk.__path__[0], "reading").rglob("*.py"))
    codes = set(re.findall(r"\.(?:missing|uncertain|conflict)\(\s*[^,]+,\s*\"(\w+)\"", source))
    of_files = set(re.findall(r"(?:Check\(\"text\", [\w.]+, |_doubt\()\"(\w+)\"", source))
    assert {"encoding_guessed", "hidden_text", "note_left_out"} <= of_files
    codes |= of_files
    assert len(codes) > 20
    assert codes - set(SENTENCES) == set()


def test_every_sentence_on_a_doubt_is_of_one_that_is_raised() -> None:
    """So that none is kept whose rule is gone."""
    from pathlib import Path

    from uadesk.desk.words.checks import SENTENCES

    package = Path(uadesk.__path__[0])
    modules = [path for path in package.rglob("*.py") if package / "desk" / "words" not in path.parents]
    source = "\n".join(path.read_text("utf-8") for path in modules)
    assert {code for code in SENTENCES if f'"{code}"' not in source} == set()


def test_everything_that_is_wrong_with_a_bulletin_s_file_has_a_sentence() -> None:
    """The codes are taken from the readers themselves, so that a new one without words is noticed."""
    import re
    from pathlib import Path

    from uadesk.desk.words.checks import SENTENCES

    folder = Path(uadesk.__path__[0], "reading")
    source = "\n".join(path.read_text("utf-8") for path in (*folder.glob("*.py"), *folder.glob("formats/*.py")))
    reasons = set(re.findall(r'(?:NotABulletinError\(\s*name,|ArchiveError\()\s*"(\w+)"', source))
    assert {"damaged", "locked", "unsafe", "too_large", "empty", "scanned_pdf"} <= reasons
    told = {sentence(NotABulletinError("a.x", reason)) for reason in reasons}
    assert len(told) == len(reasons)
    assert all(each.startswith("a.x ") and each.endswith(".") for each in told)
    assert not any("which is not read yet" in each for each in told)
    doubts = set(re.findall(r'left_out\("(\w+)"', source))
    assert doubts == {"hidden_text", "deleted_text"}
    assert doubts <= set(SENTENCES)


@pytest.mark.parametrize(
    ("name", "reason", "said"),
    [
        ("a.doc", "unsupported_doc", "an old Word file (.doc), which is not read; open it and save it as .docx"),
        ("a.msg", "unsupported_doc", "a mail of Outlook (.msg)"),
        ("a.rtf", "unsupported_rtf", "an RTF file"),
        ("a.odt", "unsupported_odt", "an OpenDocument file"),
        ("a.odt", "unsupported_zip", "an OpenDocument file"),
        ("a.zip", "unsupported_zip", "a ZIP file"),
        ("a.JPG", "binary", "a picture and holds no text; ask the office for its text"),
    ],
)
def test_a_file_that_is_not_read_is_called_by_its_kind(name: str, reason: str, said: str) -> None:
    assert sentence(NotABulletinError(name, reason)).startswith(f"{name} is {said}")


def test_everything_that_is_wrong_with_a_list_has_a_sentence() -> None:
    """The codes are taken from the readers themselves, so that a new one without words is noticed."""
    import re
    from pathlib import Path

    data = {"column": "2", "found": "3", "expected": "2", "limit": "9", "country": "Q", "email": "a", "name": "Friends"}
    folder = Path(uadesk.__path__[0], "reading", "members")
    shared = set(re.findall(r'RowProblem\(\w+, "(\w+)"', (folder / "people.py").read_text("utf-8")))
    for part, module in ((ListPart.ROW, "tables.py"), (ListPart.CARD, "vcards.py")):
        own = set(re.findall(r'RowProblem\(\w+, "(\w+)"', (folder / module).read_text("utf-8")))
        assert own
        said = {problem_sentence(RowProblem(7, code, data, part)) for code in own | shared}
        assert len(said) == len(own | shared)
        assert all(each.startswith(f"{part.value.capitalize()} 7") for each in said)
    paths = (*folder.glob("*.py"), folder.parent / "archives.py")
    source = "\n".join(path.read_text("utf-8") for path in paths)
    reasons = set(re.findall(r'(?:NotAMemberListError\(name|ArchiveError\()[\s,]*"(\w+)"|"(unsupported_\w+)"', source))
    told = [sentence(NotAMemberListError("a.x", one or other)) for one, other in reasons]
    assert len(told) > 10
    assert all(each.startswith("a.x ") and each.endswith(".") for each in told)


def test_a_doubt_says_field_and_value() -> None:
    inferred = Check("copies[0].country_code", Level.UNCERTAIN, "country_inferred", {"country": "CA", "why": "city"})
    assert check_sentence(inferred) == "The address of copy 1 names no country; its city points to Canada."
    assert check_sentence(inferred, "Luis Mora").startswith("The address of Luis Mora names no country")
    order = {"act_until": "2025-03-14", "issued": "2025-04-02"}
    wrong = Check("act_until", Level.CONFLICT, "before_issue", order)
    assert "14 March 2025" in check_sentence(wrong)
    assert "2 April 2025" in check_sentence(wrong)


def test_doubts_that_say_the_same_are_told_once() -> None:
    name, code = (
        Check(field, Level.UNCERTAIN, "country_from_story", {"printed": "Chad"})
        for field in ("country", "country_code")
    )
    other = Check("ua_number", Level.MISSING, "no_number")
    assert list(by_sentence((name, other, code)).values()) == [(name, code), (other,)]


def test_the_span_of_a_report_in_words() -> None:
    first, last = date(2025, 1, 1), date(2025, 6, 30)
    assert span_words(first, last) == "1 January 2025 to 30 June 2025"
    assert span_words(None, last) == "until 30 June 2025"
    assert span_words(first, None) == "since 1 January 2025"
    assert span_words(None, None) == "all letters so far"


@pytest.mark.parametrize(
    ("email", "fax", "said"),
    [
        (("a@example.org",), (), "5 days left: post comes too late. Use the email a@example.org."),
        (
            ("[email protected]", "web form"),
            ("n/a",),
            "5 days left: post comes too late. The bulletin names no email and no fax; ask the office.",
        ),
        ((), ("+506 2555 1",), "5 days left: post comes too late. Use the fax +506 2555 1."),
        (
            ("a@example.org", "b@example.org"),
            ("+506 2555 1",),
            "5 days left: post comes too late. Use the email a@example.org, b@example.org or the fax +506 2555 1.",
        ),
        ((), (), "5 days left: post comes too late. The bulletin names no email and no fax; ask the office."),
    ],
)
def test_what_is_too_late_for_post_says_what_to_use(
    desk: Desk, on_day: Callable[[date], Desk], email: tuple[str, ...], fax: tuple[str, ...], said: str
) -> None:
    case = import_draft(desk, replace(FIRST, targets=(replace(MINISTER, email=email, fax=fax),))).case_id
    day = date(2025, 6, 26)
    assert too_late(case_view(on_day(day), case), day) == said


def too_late(view: CaseView, day: date) -> str:
    """What is said of a case on this day."""
    return too_late_sentence(view.row.act_until, [row.addressee for row in view.targets], day)


def test_post_is_in_time_with_a_week_left_and_not_offered_after_the_last_day(desk: Desk, case: int) -> None:
    view = case_view(desk, case)
    assert too_late(view, date(2025, 6, 24)) == ""
    assert too_late(view, date(2025, 7, 2)) == ""
    assert too_late(view, date(2025, 7, 1)).startswith("Last day today: post comes too late.")
