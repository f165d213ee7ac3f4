"""The contract of the command line: what each command answers, and what then is stored."""

import csv
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from tests.cli.conftest import FIRST, Run

pytestmark = pytest.mark.slow


def pages(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path.read_bytes())]


@pytest.fixture
def group(run: Run) -> None:
    """A Canadian group with two members."""
    said = run("group", "--name", "Group 9", "--address", r"12 Chapel Street\nOttawa ON  K1P 5T7", "--country", "CA")
    assert said.status == 0
    for name, address in (
        ("Zoë Łukaszewska", "5 Elm Road;Ottawa ON  K2B 1A1"),
        ("Amir Haddad", "9 Hill Street\nOttawa ON  K1S 2B2"),
    ):
        assert run("members", "add", "--name", name, "--address", address).status == 0


def test_read_says_every_field_and_stores_nothing(run: Run, first: Path) -> None:
    said = run("read", first, "--json")
    assert said.status == 0
    [row] = said.rows
    assert list(row) == [
        "file", "ok", "language", "ua_number", "stage", "stage_ordinal", "index", "country", "country_code",
        "title", "issued", "act_until", "further_action", "demand_lead", "demands", "targets", "copies",
        "solidarity", "issuer", "summary", "model_letter", "background", "previous", "checks", "spans",
    ]  # fmt: skip
    assert row["file"] == str(first)
    assert (row["ua_number"], row["stage"], row["act_until"]) == ("12/25", "first", "2025-07-01")
    assert row["demand_lead"] == "urging the government to"
    assert row["targets"][0]["salutation"] == "Dear Minister Peña,"
    assert row["copies"][0]["country_code"] == "CA"
    assert [check["field"] for check in row["checks"]] == ["copies[0].country_code"]
    assert run("uas", "--all", "--json").rows == []


def test_the_text_is_what_the_places_count_in(run: Run, first: Path) -> None:
    [row] = run("read", first, "--json").rows
    text = run("read", first, "--text").out
    start, end = row["spans"]["targets[0].name"]
    assert text[start:end] == "The Honourable Ana Peña"
    assert len(row["spans"]) > 15
    for path in ("title", "targets[0].salutation", "demands[1]", "copies[0].lines[3]"):
        start, end = row["spans"][path]
        assert text[start:end].strip()


def test_one_bad_file_does_not_stop_the_others(run: Run, first: Path, tmp_path: Path) -> None:
    bad = tmp_path / "list.txt"
    bad.write_text("milk, bread, eggs")
    said = run("read", bad, tmp_path / "gone.txt", first, "--json")
    assert said.status == 1
    assert [row["ok"] for row in said.rows] == [False, False, True]
    assert "Traceback" not in said.err
    assert "gone.txt" in said.err


def test_a_folder_gives_what_is_in_it(run: Run, first: Path, outcome: Path, tmp_path: Path) -> None:
    folder, empty = tmp_path / "bulletins", tmp_path / "empty"
    (folder / "in").mkdir(parents=True)
    empty.mkdir()
    first.rename(folder / "first.txt")
    outcome.rename(folder / "in" / "outcome.txt")
    said = run("read", folder, empty, "--json")
    assert [row["file"] for row in said.rows if row["ok"]] == [
        str(folder / "first.txt"),
        str(folder / "in" / "outcome.txt"),
    ]
    assert said.status == 1
    assert f"{empty} holds no file" in said.err
    assert run("import", folder, "--json").rows == [{"done": ["12/25", "12/25"], "skipped": []}]


def test_many_files_are_named_one_by_one_and_summed_up(run: Run, first: Path, outcome: Path, tmp_path: Path) -> None:
    run("import", first)
    none = tmp_path / "list.txt"
    none.write_text("milk, bread, eggs")
    files = (first, outcome, none)
    said = run("import", *files)
    assert said.status == 1
    lines = said.out.splitlines()
    assert [line.partition(":")[0] for line in lines[:2]] == [str(first), str(outcome)]
    assert lines[-1] == "1 more bulletin on a case · 1 you had already · 1 file is no bulletin"
    assert all(line.startswith(tuple(map(str, files))) for line in said.err.splitlines())
    assert len(run("import", first).out.splitlines()) == 1


def test_read_shows_a_person_all_addressees_and_contacts_and_each_doubt_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    card = "Send cards of solidarity to:\n\nCasa de la Ribera\nApartado 12\nSan José\nCosta Rica\n\n"
    text = FIRST.replace("ADDITIONAL INFORMATION", f"{card}ADDITIONAL INFORMATION")
    path.write_text(text.replace("COSTA RICA of May", "of May").replace("COSTA RICA\n\n", ""), "utf-8")
    said = run("read", path).out
    assert "    Email: despacho@example.org\n" in said
    assert "    Phone: (613) 562-2855\n" in said
    assert "  Solidarity with: Casa de la Ribera, Apartado 12, San José, Costa Rica\n" in said
    doubts = [line for line in said.splitlines() if line.startswith("  ! ")]
    assert any("country" in line for line in doubts)
    assert len(doubts) == len(set(doubts))


def test_a_file_that_cannot_be_read_is_named_once(run: Run, tmp_path: Path) -> None:
    none = tmp_path / "list.txt"
    none.write_text("milk, bread, eggs")
    for missing in (tmp_path / "gone.pdf", none):
        said = run("read", missing).err
        assert said.startswith(f"{missing} ")
        assert said.count(missing.name) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_first_and_outcome_in_either_order_leave_the_case_closed(
    run: Run, group: None, first: Path, outcome: Path, order: tuple[int, int]
) -> None:
    files = (first, outcome)
    for place in order:
        assert run("import", files[place]).status == 0
    [case] = run("uas", "--all", "--json").rows
    assert (case["number"], case["state"], case["bulletins"]) == ("12/25", "closed", 2)
    assert run("uas", "--json").rows == []
    [view] = run("ua", "12/25", "--json").rows
    assert [each["stage"] for each in view["bulletins"]] == ["first", "outcome"]
    assert view["targets"][0]["name"] == "The Honourable Ana Peña"
    refused = run("letters", "draft", "--ua", "12/25", "--all")
    assert refused.status == 1
    assert "closed" in refused.err


def test_the_same_file_again_changes_nothing_and_says_so(run: Run, first: Path) -> None:
    assert run("import", first, "--json").rows == [{"done": ["12/25"], "skipped": []}]
    [again] = run("import", first, "--json").rows
    assert again["done"] == []
    assert "already" in again["skipped"][0]["why"]


def test_a_bulletin_without_a_number_is_kept_by_itself_and_said_to_be_like_another(
    run: Run, first: Path, outcome: Path
) -> None:
    run("import", first)
    unnumbered = outcome.with_name("unnumbered.txt")
    unnumbered.write_text(outcome.read_text().replace("12/25", "").replace("AMR 29/0002/2025", "AMR 29/0001/2025"))
    said = run("import", unnumbered, "--json")
    assert said.status == 0
    [row] = said.rows
    assert row["skipped"] == []
    [kept] = row["done"]
    assert kept.startswith("~")
    assert f"{kept} is kept as a case of its own, but it may be about another case. 12/25, " in said.err
    assert "AMR 29/0001/2025" in said.err
    assert {case["number"] for case in run("uas", "--all", "--json").rows} == {"12/25", None}


def test_another_address_of_the_same_person_is_doubted(run: Run, first: Path) -> None:
    run("import", first)
    other = first.with_name("other.txt")
    moved = first.read_text().replace("Ministerio de Justicia y Paz", "4 River Road")
    other.write_text(moved.replace("12/25", "13/25").replace("0001", "0009"))
    said = run("import", other, "--json")
    assert said.rows == [{"done": ["13/25"], "skipped": []}]
    assert "4 River Road" in said.err
    assert "Ministerio de Justicia y Paz" in said.err


def test_from_bulletin_to_envelope_and_the_count(run: Run, group: None, first: Path, tmp_path: Path) -> None:
    run("import", first)
    drafted = run("letters", "draft", "--ua", "12/25", "--all", "--copies", "--json")
    assert len(drafted.rows[0]["done"]) == 4
    letters, envelopes = tmp_path / "letters.pdf", tmp_path / "envelopes.pdf"
    printed = run("print", "letters", "--pdf", letters, "--json")
    assert printed.status == 0
    assert printed.rows[0] == {"done": drafted.rows[0]["done"], "skipped": [], "file": str(letters), "pages": 4}
    enveloped = run("print", "envelopes", "--pdf", envelopes, "--stationery", "us-10", "--json")
    assert enveloped.rows[0]["done"] == drafted.rows[0]["done"]
    appeal, copy = pages(letters)[:2]
    assert "Dear Minister Peña," in appeal
    assert "COSTA RICA" in appeal
    assert "I urge the government to:" in appeal
    assert "Mr. Luis Mora" in copy
    assert pages(envelopes)[0].rstrip().find("COSTA RICA") > 0
    assert "CANADA" not in pages(envelopes)[1]
    assert {row["status"] for row in run("letters", "list", "--json").rows} == {"printed"}
    assert run("print", "letters", "--pdf", tmp_path / "none.pdf").status == 1
    assert not (tmp_path / "none.pdf").exists()
    marked = run("letters", "mark", "posted", "--ua", "12/25", "--json")
    assert len(marked.rows[0]["done"]) == 4
    report = run("report", "--json").rows
    assert {"by": "ua", "key": "12/25", "posted": 2, "printed": 0, "copies": 2, "solidarity": 0} in report
    assert any(row["key"] == "Zoë Łukaszewska" for row in report)
    table, page = tmp_path / "report.csv", tmp_path / "report.pdf"
    book = tmp_path / "report.xlsx"
    assert run("report", "--anonymous", "--csv", table, "--pdf", page, "--xlsx", book).status == 0
    assert "Case" in CalamineWorkbook.from_path(book).sheet_names
    assert "Member" not in CalamineWorkbook.from_path(book).sheet_names
    assert {row["by"] for row in report} == {"ua", "member", "country", "month", "channel"}
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    assert "member" not in {row["by"] for row in rows}
    assert "12/25" in pages(page)[0]


@pytest.mark.parametrize("what", ["letters", "envelopes"])
def test_where_every_piece_is_refused_each_is_named(
    run: Run, group: None, first: Path, outcome: Path, tmp_path: Path, what: str
) -> None:
    run("import", first)
    codes = run("letters", "draft", "--ua", "12/25", "--all", "--json").rows[0]["done"]
    run("import", outcome)
    pdf = tmp_path / "none.pdf"
    said = run("print", what, "--pdf", pdf, "--json")
    assert said.status == 1
    assert not pdf.exists()
    [row] = said.rows
    assert (row["done"], row["file"], row["pages"]) == ([], None, 0)
    assert [each["what"] for each in row["skipped"]] == codes
    for code in codes:
        [line] = [line for line in said.err.splitlines() if line.startswith(code)]
        assert "closed on 20 June 2025" in line


def test_after_the_date_it_warns_and_goes_on(run: Run, group: None, first: Path, tmp_path: Path) -> None:
    run("import", first)
    run("letters", "draft", "--ua", "12/25", "--member", "zoe")
    late = run("print", "letters", "--pdf", tmp_path / "late.pdf", today="2025-07-02")
    assert late.status == 0
    assert late.err.count("1 July 2025") == 1


def test_names_that_fit_several_or_nobody_do_nothing(run: Run, group: None, first: Path) -> None:
    run("import", first)
    several = run("letters", "draft", "--ua", "12/25", "--member", "a")
    assert several.status == 1
    assert "Amir Haddad" in several.err
    assert "Łukaszewska" in several.err
    assert run("letters", "draft", "--ua", "12/25", "--member", "nobody").status == 1
    assert run("letters", "draft", "--ua", "99/25", "--all").status == 1
    assert run("letters", "list", "--json").rows == []


def test_an_addressee_that_fits_several_does_nothing(run: Run, group: None, first: Path) -> None:
    text = first.read_text("utf-8")
    first.write_text(
        text.replace("And copy:", "Ms. Inés Rojas\nMinister of Peace\nSan José\nCosta Rica\n\nAnd copy:"), "utf-8"
    )
    run("import", first)
    several = run("letters", "draft", "--ua", "12/25", "--all", "--addressee", "minister", "--json")
    assert (several.status, several.out) == (1, "")
    assert "The Honourable Ana Peña" in several.err
    assert "Ms. Inés Rojas" in several.err
    assert run("letters", "list", "--json").rows == []


def test_steps_by_code_and_those_that_cannot(run: Run, group: None, first: Path) -> None:
    run("import", first)
    [code] = run("letters", "draft", "--ua", "12/25", "--member", "zoe", "--json").rows[0]["done"]
    wrong = run("letters", "mark", "posted", "--code", code, "--code", "ZZ99", "--json")
    assert wrong.status == 1
    assert {each["what"] for each in wrong.rows[0]["skipped"]} == {code, "ZZ99"}
    assert run("letters", "mark", "printed", "--code", code.lower()).status == 0
    assert run("letters", "mark", "posted", "--code", code).status == 0


def test_by_hand_has_an_envelope_and_no_letter(run: Run, group: None, first: Path, tmp_path: Path) -> None:
    run("import", first)
    run("letters", "draft", "--ua", "12/25", "--member", "zoe", "--channel", "handwritten")
    assert run("print", "letters", "--pdf", tmp_path / "l.pdf").status == 1
    assert run("print", "envelopes", "--pdf", tmp_path / "e.pdf", "--stationery", "iso-dl").status == 0
    assert len(pages(tmp_path / "e.pdf")) == 1


def test_members_from_a_list(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("First name,Last name,Street,City,Shoe size\nZoë,Ł.,5 Elm Road,Ottawa,38\n,,,Nowhere,1\n", "utf-8")
    said = run("members", "import", path)
    assert said.status == 1
    assert "Shoe size" in said.err
    [row] = run("members", "list", "--json").rows
    assert row["name"] == "Zoë Ł."
    assert row["address_lines"] == ["5 Elm Road", "Ottawa"]
    nameless = tmp_path / "nameless.csv"
    nameless.write_text("Street,City\n5 Elm Road,Ottawa\n")
    assert run("members", "import", nameless).status == 1


def test_who_came_from_a_list_is_named_in_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nZoë Ł.\nAmir Haddad\n", "utf-8")
    assert run("members", "import", path, "--json").rows == [{"done": ["Zoë Ł.", "Amir Haddad"], "skipped": []}]


def test_nobody_on_the_list_makes_no_drafts_and_is_said(run: Run, first: Path) -> None:
    run("import", first)
    said = run("letters", "draft", "--ua", "12/25", "--all")
    assert (said.status, said.out) == (1, "")
    assert "add people" in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_the_group_is_set_piece_by_piece(run: Run) -> None:
    run("group", "--name", "Group 9", "--country", "canada")
    run("group", "--address", "12 Chapel Street; Ottawa")
    [row] = run("group", "--json").rows
    assert row == {"name": "Group 9", "address_lines": ["12 Chapel Street", "Ottawa"], "country": "CA"}
    assert run("group", "--country", "Atlantis").status == 2


def test_backup_restore_and_check(run: Run, first: Path, tmp_path: Path) -> None:
    run("import", first)
    assert run("backup", tmp_path / "copy.sqlite").status == 0
    assert run("check", "--json").rows == [{"sound": True, "findings": []}]
    run("members", "add", "--name", "Late Comer")
    assert run("restore", tmp_path / "copy.sqlite").status == 0
    assert run("members", "list", "--json").rows == []
    assert len(run("uas", "--json").rows) == 1
    (tmp_path / "junk").write_bytes(b"junk" * 1000)
    assert run("restore", tmp_path / "junk").status == 1


def test_a_new_desk_says_once_that_it_has_no_passphrase_and_is_copied_each_day(run: Run, tmp_path: Path) -> None:
    first = run("members", "add", "--name", "Zoë")
    assert first.err.count("no passphrase") == 1
    assert run("members", "list").err == ""
    run("members", "list")
    run("members", "list", today="2025-06-02")
    copies = sorted(path.name for path in (tmp_path / "home" / "backups").iterdir())
    assert [name[:15] for name in copies] == ["desk-2025-06-01", "desk-2025-06-02"]


def test_demo_holds_an_evening(run: Run, tmp_path: Path) -> None:
    said = run("demo", tmp_path / "evening")
    assert said.status == 0
    for name in ("letters.pdf", "envelopes.pdf", "report.pdf"):
        assert (tmp_path / "evening" / name).stat().st_size > 1000
        assert name in said.out
    assert run("uas", "--all", "--json").rows == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("nonsense",), 2),
        (("letters", "mark", "flying", "--ua", "1/25"), 2),
        (("letters", "draft", "--ua", "1/25"), 2),
        (("report", "--from", "yesterday"), 2),
        (("ua", "1/25"), 1),
        (("print", "envelopes", "--pdf", "x.pdf", "--stationery", "us-99"), 1),
    ],
)
def test_wrong_usage_is_told_from_what_cannot_be_done(run: Run, arguments: tuple[str, ...], status: int) -> None:
    said = run(*arguments)
    assert said.status == status
    assert said.err.strip()
    assert "Traceback" not in said.err + said.out


def test_a_wrong_day_from_outside_is_said(run: Run) -> None:
    said = run("uas", today="someday")
    assert said.status == 1
    assert "someday" in said.err


def test_a_home_that_cannot_be_made_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    said = run("uas")
    assert said.status == 1
    assert str(tmp_path / "home") in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_a_damaged_desk_and_a_newer_one_are_said(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "desk.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    said = run("uas")
    assert said.status == 1
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_a_damaged_desk_is_checked_and_a_missing_one_is_not_made(run: Run, tmp_path: Path) -> None:
    missing = run("check", "--json")
    assert (missing.status, missing.out) == (1, "")
    assert len(missing.err.strip().splitlines()) == 1
    database = tmp_path / "home" / "desk.sqlite"
    assert not database.exists()
    run("members", "add", "--name", "Zoë")
    run("members", "list")
    [copy] = (tmp_path / "home" / "backups").iterdir()
    with database.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    said = run("check", "--json")
    assert said.status == 1
    [row] = said.rows
    assert row["sound"] is False
    assert row["findings"]
    assert str(copy) in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_hidden_signs_of_a_bulletin_never_reach_the_terminal(run: Run, tmp_path: Path, first: Path) -> None:
    spoofed = tmp_path / "spoofed.txt"
    spoofed.write_text(first.read_text("utf-8").replace("Ana Peña", "Ana\u202e Peña\x1b[31m"), "utf-8")
    for arguments in (("read", spoofed), ("read", spoofed, "--json"), ("import", spoofed)):
        said = run(*arguments)
        assert "\u202e" not in said.out + said.err
        assert "\x1b" not in said.out + said.err


def test_by_email_only_to_who_has_an_address_then_sent(run: Run, group: None, first: Path, tmp_path: Path) -> None:
    run("import", first)
    drafted = run("letters", "draft", "--ua", "12/25", "--all", "--copies", "--channel", "email", "--json")
    assert drafted.status == 1
    [row] = drafted.rows
    assert len(row["done"]) == 2
    assert [each["what"] for each in row["skipped"]] == ["Mr. Luis Mora"]
    assert "no email address" in row["skipped"][0]["why"]
    assert [line.startswith("Mr. Luis Mora has no email address") for line in drafted.err.splitlines()] == [True]
    listed = run("letters", "list", "--json").rows
    assert {(each["channel"], each["status"], each["kind"]) for each in listed} == {("email", "draft", "appeal")}
    printed = run("print", "letters", "--pdf", tmp_path / "none.pdf")
    assert printed.status == 1
    assert "2 drafts go by email and are not printed." in printed.err
    assert run("letters", "mark", "posted", "--code", row["done"][0]).status == 1
    sent = run("letters", "mark", "sent", "--ua", "12/25", "--json")
    assert (sent.status, sent.rows[0]["done"]) == (0, row["done"])
    counted = {"by": "channel", "key": "email", "posted": 2, "printed": 0, "copies": 0, "solidarity": 0}
    assert counted in run("report", "--json").rows


def test_by_fax_to_nobody_makes_no_draft(run: Run, group: None, first: Path) -> None:
    run("import", first)
    drafted = run("letters", "draft", "--ua", "12/25", "--member", "zoe", "--channel", "fax", "--json")
    assert drafted.status == 1
    assert drafted.rows[0]["done"] == []
    assert "no fax number" in drafted.err


def test_what_must_be_pulled_is_said_whatever_the_form_of_the_answer(
    run: Run, group: None, first: Path, outcome: Path, tmp_path: Path
) -> None:
    run("import", first)
    run("letters", "draft", "--ua", "12/25", "--all")
    run("print", "letters", "--pdf", tmp_path / "letters.pdf")
    assert "must be pulled" in run("import", outcome, "--json").err
    posted = run("letters", "mark", "posted", "--ua", "12/25", "--json")
    assert posted.status == 0
    assert "12/25 is closed" in posted.err


def test_days_that_end_before_they_begin_are_not_understood(run: Run) -> None:
    assert run("report", "--from", "2025-06-04", "--to", "2025-06-01", "--json").status == 2


def test_what_cannot_be_done_says_the_way_on(run: Run, group: None, first: Path) -> None:
    wrong = run("report", "--from", "3.6.2025")
    assert wrong.status == 2
    assert "write it as 2025-06-01" in " ".join(wrong.err.replace("│", " ").split())
    assert run("report", "--from", "2025-06-03").status == 0
    run("import", first)
    none = run("letters", "mark", "printed", "--ua", "12/25")
    assert none.out == ""
    assert "no letters" in none.err
    run("letters", "draft", "--ua", "12/25", "--member", "zoe")
    assert "print it first" in run("letters", "mark", "posted", "--ua", "12/25").err
    run("letters", "draft", "--ua", "12/25", "--member", "amir", "--channel", "email")
    assert "it can become: sent, " in run("letters", "mark", "printed", "--ua", "12/25").err
