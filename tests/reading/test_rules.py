"""The rules by example: one small bulletin, changed in one place."""

from datetime import date

import pytest

from tests.reading.small import DEMANDS, HEADER, LEAD, TARGET, UNTIL, checks, read
from uadesk.domain.bulletins import Stage
from uadesk.domain.texts import Check, Level, Text
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.letter_askings import letter_asking
from uadesk.reading.lines import page_of
from uadesk.reference.bulletin_words import load_words


def test_a_sound_bulletin_is_doubted_only_where_it_names_no_country() -> None:
    assert read().checks == (
        Check("copies[0].country_code", Level.UNCERTAIN, "country_inferred", {"country": "CA", "why": "postal_code"}),
    )


@pytest.mark.parametrize(
    ("header", "stage", "ordinal"),
    [
        ("First UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of March 3, 2025", Stage.FIRST, None),
        ("Second UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of March 3, 2025", Stage.UPDATE, 2),
        ("Update UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of March 3, 2025", Stage.UPDATE, None),
        ("3rd update UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of 3 March 2025", Stage.UPDATE, 3),
        (
            "Further information (2) on UA: 77.25\nIndex: AMR 23/7700/2025\nCOLOMBIA\nDate: 3rd March 2025",
            Stage.UPDATE,
            2,
        ),
        ("UA: 77/25 | Index: AMR 23/7700/2025 | COLOMBIA | 2025-03-03", Stage.FIRST, None),
        ("UA 77/2025 - AMR 23/7700/2025 - COLOMBIA - the 3rd of March 2025", Stage.FIRST, None),
    ],
)
def test_the_header_is_read_in_any_order(header: str, stage: Stage, ordinal: int | None) -> None:
    draft = read(header=header)
    assert (str(draft.number), draft.stage, draft.stage_ordinal) == ("77/25", stage, ordinal)
    assert (draft.index, draft.country_code) == ("AMR 23/7700/2025", "CO")
    assert draft.issued == date(2025, 3, 3)
    assert checks(draft) == set()


def test_an_extra_case_keeps_its_word() -> None:
    assert (
        str(read(header="First UA: EXTRA 19/92 Index: AMR 23/77/92 COLOMBIA of March 3, 1992").number) == "EXTRA 19/92"
    )


@pytest.mark.parametrize(
    ("until", "day", "doubts"),
    [
        ("Please take action as soon as possible until June 3, 2025.", date(2025, 6, 3), set()),
        ("PLEASE SEND APPEALS BEFORE 30 MAY 2025", date(2025, 5, 30), set()),
        ("Please take action by\nJune 3rd, 2025. Thank you.", date(2025, 6, 3), set()),
        ("Deadline: 2025-06-03", date(2025, 6, 3), set()),
        ("Please act up to and including 3 June 2025.", date(2025, 6, 3), set()),
        ("Please send appeals no later than Friday, 13 June 2025.", date(2025, 6, 13), set()),
        ("Please take action until 13 January.", date(2026, 1, 13), {("act_until", Level.UNCERTAIN, "year_inferred")}),
        ("Please take action until 02/03/2025.", date(2025, 2, 3), {("act_until", Level.UNCERTAIN, "date_ambiguous"),
                                                                  ("act_until", Level.CONFLICT, "before_issue")}),
        ("Check with the office if sending appeals after 1 May 2025.", date(2025, 5, 1),
         {("act_until", Level.UNCERTAIN, "check_after")}),
        ("Please take action until March 1, 2025.", date(2025, 3, 1), {("act_until", Level.CONFLICT, "before_issue")}),
        ("Please take action until June 31, 2025.", None, {("act_until", Level.MISSING, "date_unreadable")}),
        ("", None, {("act_until", Level.MISSING, "no_act_until")}),
    ],
)  # fmt: skip
def test_the_end_date_is_given_or_doubted(until: str, day: date | None, doubts: set[tuple[str, Level, str]]) -> None:
    draft = read(until=until)
    assert draft.act_until == day
    assert checks(draft) == doubts


def test_two_end_dates_contradict_each_other() -> None:
    draft = read(until="Please take action until June 3, 2025.\n\nPlease send appeals before 5 July 2025.")
    assert ("act_until", Level.CONFLICT, "dates_differ") in checks(draft)


@pytest.mark.parametrize(
    ("further", "differs"),
    [
        ("Do not send letters after 12 August 2025.", True),
        ("Please check with your office if sending appeals after 5 July 2025.", True),
        ("Do not send letters after 3 June 2025.", False),
        ("Please check with your office if sending appeals after June 3, 2025.", False),
    ],
)
def test_a_day_to_write_no_more_after_is_the_end_date(further: str, *, differs: bool) -> None:
    draft = read(until=f"Please take action until June 3, 2025.\n{further}")
    assert draft.act_until == date(2025, 6, 3)
    assert (("act_until", Level.CONFLICT, "dates_differ") in checks(draft)) is differs


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Write to the Minister of Defence urging him to:", "urging him to"),
        ("Please write to the Minister of Defence and call on the Colombian authorities to:",
         "call on the Colombian authorities to"),
        ("In your letter, ask the Minister that he:", "ask the Minister that he"),
        ("Write to the U.S. Secretary requesting that:", "requesting that"),
        ("Write a letter of appeal in Spanish or English\ndemanding that the army:", "demanding that the army"),
        ("**Please write to the Minister of Defence:**", None),
        ("Please write immediately in Spanish or your own language:", None),
    ],
)  # fmt: skip
def test_the_demands_hang_on_their_lead(lead: str, found: str | None) -> None:
    draft = read(lead=lead)
    assert draft.demand_lead == found
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    assert draft.summary == "Community leader Ana Prueba was followed by armed men."


@pytest.mark.parametrize(
    "mark", ["-", "–", "—", "•", "*", "·", "1.", "2)", "(3)", "▪", "a)", "(b)", "ii)", "o", "-\u00a0", "\uf0b7"]
)
def test_points_are_told_by_any_mark_and_may_be_wrapped(mark: str) -> None:
    wrapped = "Protect Ana Prueba, who has had threats for years from\nall sides"
    demands = f"{mark} {wrapped}\n\n{mark} Find those who threatened her"
    assert read(demands=demands).demands == (
        "Protect Ana Prueba, who has had threats for years from all sides",
        "Find those who threatened her",
    )


@pytest.mark.parametrize(
    "lead", ["Urge the Colombian authorities to:", "Please call on the Minister to:", "Ask him to:"]
)
def test_a_lead_that_bids_the_reader_urge_needs_no_word_of_writing(lead: str) -> None:
    draft = read(lead=lead, demands="1. Protect Ana Prueba\n2. Find those who threatened her")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    assert draft.demand_lead == lead.removeprefix("Please ").rstrip(":")
    assert checks(draft) == set()


def test_points_of_a_point_stay_with_it_and_are_doubted() -> None:
    draft = read(demands="1. Protect:\n   a) Ana Prueba;\n   b) her sister;\n2. Find those who threatened them")
    assert draft.demands == ("Protect: a) Ana Prueba; b) her sister;", "Find those who threatened them")
    assert checks(draft) == {("demands", Level.UNCERTAIN, "sub_points")}


def test_a_point_goes_on_behind_a_stray_blank_line() -> None:
    draft = read(demands="- Protect Ana Prueba\n\n  and her sister\n- Find those who threatened them")
    assert draft.demands == ("Protect Ana Prueba and her sister", "Find those who threatened them")


def test_a_second_list_of_demands_is_taken_and_doubted() -> None:
    draft = read(copy="Please also write to him calling on him to:\n\n- Keep her office guarded")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her", "Keep her office guarded")
    assert checks(draft) == {("demands", Level.UNCERTAIN, "more_demands")}
    assert len(draft.targets) == 1


@pytest.mark.parametrize("marks", [("-", "-"), ("•", "•"), ("1.", "2.")])
def test_points_go_on_below_a_paragraph_and_are_doubted(marks: tuple[str, str]) -> None:
    first, second = marks
    draft = read(demands=f"{first} Protect Ana Prueba\n\nShe is very ill.\n\n{second} Find those who threatened her")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    assert checks(draft) == {("demands", Level.UNCERTAIN, "points_parted")}


@pytest.mark.parametrize(
    ("below", "printed"),
    [
        ("Please also urge him to end the use of force.", "Please also urge him to end the use of force."),
        ("She has a son. In addition, ask that he is guarded.", "In addition, ask that he is guarded."),
        ("She is ill.\n\nShe hides.\n\n- Give her a doctor", "Give her a doctor"),
        ("She is ill.\n\n1. Give her a doctor", "Give her a doctor"),
    ],
)
def test_a_request_below_the_list_is_named(below: str, printed: str) -> None:
    draft = read(demands=f"{DEMANDS}\n\n{below}")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    doubts = [check for check in draft.checks if check.field == "demands"]
    assert doubts == [Check("demands", Level.UNCERTAIN, "demand_left_out", {"printed": printed})]


@pytest.mark.parametrize(
    "below", ["She is very ill.", "We ask you to write in Spanish.", "She hides.\n\n- Write in Spanish."]
)
def test_what_asks_no_authority_is_no_request(below: str) -> None:
    assert checks(read(demands=f"{DEMANDS}\n\nIt is urgent.\n\n{below}")) == set()


def test_a_point_ends_with_a_paragraph_that_its_sentence_goes_on_in() -> None:
    draft = read(demands="- Protect Ana Prueba\n\n- Find those who threatened her\n\nand bring them to court.")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her and bring them to court.")
    assert checks(draft) == set()


def test_points_without_marks_are_taken_and_doubted() -> None:
    draft = read(demands="Protect Ana Prueba\n\nFind those who threatened her")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    assert ("demands", Level.UNCERTAIN, "demands_unmarked") in checks(draft)


def test_a_list_of_facts_is_no_list_of_demands() -> None:
    draft = read(story="Amnesty is concerned that:\n\n- nobody was charged\n- the threats go on")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")


def test_a_bulletin_without_anybody_to_write_to_says_so() -> None:
    assert ("targets", Level.MISSING, "no_targets") in checks(read(target="", copy=""))


def test_an_index_that_the_form_leaves_open_is_missing() -> None:
    text = (
        "First UA: 77/25 Index: TBC RURITANIA of March 3, 2025\n\nTITLE IN CAPITALS\n\n"
        f"{LEAD}\n\n{DEMANDS}\n\n{TARGET}\n\n{UNTIL}"
    )
    (draft,) = read_bulletins("x", text.encode())
    assert ("index", Level.MISSING, "no_index") in checks(draft)


def test_another_number_in_the_headline_is_a_conflict() -> None:
    draft = read(title="LEADER AT RISK (UA 78/25)")
    assert ("ua_number", Level.CONFLICT, "numbers_differ") in checks(draft)
    assert str(draft.number) == "77/25"


def test_another_country_in_the_header_is_a_conflict() -> None:
    draft = read(header=HEADER.replace("COLOMBIA", "PERU"))
    assert ("country", Level.CONFLICT, "countries_differ") in checks(draft)


def test_an_outcome_asks_nothing_and_lacks_nothing() -> None:
    text = (
        f"{HEADER.replace('First', 'Outcome')}\n\nLEADER SAFE\n\nAna Prueba is safe.\n\nNo further action is requested."
    )
    (draft,) = read_bulletins("x", text.encode())
    assert (draft.stage, draft.further_action, draft.checks) == (Stage.OUTCOME, False, ())
    assert draft.summary == "Ana Prueba is safe."


def test_an_update_known_as_outcome_only_by_its_last_sentence() -> None:
    text = f"{HEADER.replace('First', 'Update')}\n\nLEADER SAFE\n\n"
    text += "Ana Prueba is safe. It is vital that:\n\n- she stays so\n\nPlease stop sending appeals."
    (draft,) = read_bulletins("x", text.encode())
    assert (draft.stage, draft.demands, draft.further_action) == (Stage.OUTCOME, (), False)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"%PDF-1.7 ...", "damaged"),
        (b"PK\x03\x04 word/document.xml", "damaged"),
        (b"PK\x03\x04 other", "unsupported_zip"),
        (b"{\\rtf1 text}", "unsupported_rtf"),
        (b"<!DOCTYPE html><html><body>UA</body></html>", "no_bulletin"),
        (b"<!DOCTYPE html><html><body><script>UA</script></body></html>", "empty"),
        (b"From: a@example.org\r\nSubject: UA\r\nMIME-Version: 1.0\r\n\r\ntext", "no_bulletin"),
        (b"From: a@example.org\r\nSubject: UA\r\nMIME-Version: 1.0\r\n\r\n", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"a" * 5_000_001, "too_large"),
        (b"a " * 600_000, "too_large"),
        (b"a\n" * 50_000, "too_large"),
        (b"Dear friends, the next meeting is on Tuesday.", "no_bulletin"),
        (b"A court ruled today.\n\nAmnesty had asked for this in UA 77/25 last year.", "news"),
        (b"Dear Minister,\n\nI urge you to free Ana Prueba.\n\nYours sincerely,\nA. Writer", "no_bulletin"),
        (b"UA 77/25 Colombia\nhttps://example.org/1\n\nUA 78/25 Peru\nhttps://example.org/2\n", "news"),
    ],
)
def test_what_is_no_bulletin_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(NotABulletinError) as refusal:
        read_bulletins("file.bin", content)
    assert (refusal.value.name, refusal.value.reason) == ("file.bin", reason)


LETTER = """Dear Minister,

I am writing about Ana Prueba.

{asked}

Yours sincerely,"""


@pytest.mark.parametrize(
    ("asked", "lead", "demands", "doubts"),
    [
        ("I urge you to protect her. Nobody else has.", None, ("I urge you to protect her.",), set()),
        (
            "I call on you to:\n\n- protect her;\n- find them.",
            "I call on you to",
            ("protect her;", "find them."),
            set(),
        ),
        ("I call on you to:\n- protect her;\n- find them.", "I call on you to", ("protect her;", "find them."), set()),
        (
            "I urge you to protect her.\n\nI also ask you to:\n\n- find them.",
            "I also ask you to",
            ("I urge you to protect her.", "find them."),
            {("demands", Level.UNCERTAIN, "more_demands")},
        ),
    ],
)
def test_demands_that_stand_only_in_a_model_letter(
    asked: str, lead: str | None, demands: tuple[str, ...], doubts: set[tuple[str, Level, str]]
) -> None:
    draft = read(lead="", demands="", copy=LETTER.format(asked=asked))
    assert (draft.demand_lead, draft.demands) == (lead, demands)
    assert checks(draft) == doubts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I would be grateful if you freed her."),
        ("en", "I want you to act now."),
        ("en", "We expect you to ensure justice."),
        ("en", "I would like you to meet her family."),
        ("fr", "Je vous serais très reconnaissant de la libérer."),
        ("fr", "Je vous saurais gré d'ouvrir une enquête."),
        ("fr", "Je voudrais que vous rencontriez sa famille."),
        ("es", "Le agradecería que la pusiera en libertad."),
        ("es", "Quiero que usted reciba a su familia."),
        ("de", "Ich wäre Ihnen dankbar, wenn Sie sie freiließen."),
    ],
)
def test_a_wish_in_a_model_letter_is_a_demand(language: str, sentence: str) -> None:
    text = f"Ana Prueba was taken.\n\n{sentence} Nobody has."
    words = load_words(language)
    page = page_of(Text(text))
    asking = letter_asking(page, words, 0, len(page.lines))
    assert [point.value for point in asking.points] == [sentence]


def test_an_end_date_in_a_paragraph_of_its_own() -> None:
    draft = read(until="Please take action as soon as possible until:\n\nJune 3, 2025")
    assert (draft.act_until, draft.background, checks(draft)) == (date(2025, 6, 3), "She is 41.", set())


@pytest.mark.parametrize(
    "title",
    [
        "Community Leader Followed\nby Armed Men",
        "**Community Leader Followed\nBy Armed Men**",
        "Community leader followed by armed men",
        "COMMUNITY LEADER FOLLOWED BY\nARMED MEN",
    ],
)
def test_a_headline_in_any_letters(title: str) -> None:
    draft = read(title=title)
    assert draft.title == " ".join(title.replace("*", "").split())
    assert draft.summary == "Community leader Ana Prueba was followed by armed men."


def test_a_list_of_notices_is_no_bulletin() -> None:
    notices = "\n\n".join(
        f"{stage} UA: {number}/25 Index: EUR 44/000{number}/2025 Peru of May 1, 2025\nText: https://example.org/{number}"
        for number, stage in ((61, "First"), (62, "Update"), (63, "Outcome"))
    )
    with pytest.raises(NotABulletinError) as refusal:
        read_bulletins("x", notices.encode())
    assert refusal.value.reason == "news"


OUTCOME = f"{HEADER.replace('First', 'Outcome')}\n\nLEADER SAFE\n\nAna Prueba is safe.\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "NO FURTHER ACTION IS NEEDED.",
        "No further appeals are necessary. Thank you!",
        "No further action\nis requested. Many thanks\nto all who sent appeals.",
        "This Urgent Action is now closed.",
        "We are closing this Urgent Action.",
        "There is no need for further action at this time.",
        "Letters are no longer needed.",
        "Please do not take any further action.",
        "**No more letters are needed.**",
    ],
)
def test_an_outcome_says_in_many_ways_that_it_asks_nothing(end: str) -> None:
    (draft,) = read_bulletins("x", (OUTCOME + end).encode())
    assert (draft.stage, draft.further_action, draft.summary) == (Stage.OUTCOME, False, "Ana Prueba is safe.")
    assert draft.checks == ()


@pytest.mark.parametrize(
    "said",
    ["The court said that no further action is required.", "No further action is required by the police, he wrote."],
)
def test_what_somebody_else_said_ends_no_writing(said: str) -> None:
    draft = read(story=f"Ana Prueba was followed. {said}")
    assert (draft.stage, draft.further_action, len(draft.demands)) == (Stage.FIRST, True, 2)
    assert checks(draft) == set()


def test_an_outcome_that_still_asks_for_letters() -> None:
    draft = read(header=HEADER.replace("First", "Outcome"))
    assert (draft.stage, draft.further_action, len(draft.demands), len(draft.targets)) == (Stage.OUTCOME, True, 2, 1)
    assert checks(draft) == {("stage", Level.CONFLICT, "stage_contradicted")}


@pytest.mark.parametrize(
    ("stage", "said", "printed"),
    [
        ("Second", "This is the first Urgent Action on her.", "This is the first Urgent Action"),
        ("Update", "This is our first UA for her.", "This is our first UA"),
        ("First", "This is the third update of UA 77/25.", "This is the third update of UA"),
        ("First", "This is an update on Urgent Action 77/25.", "This is an update on Urgent Action"),
    ],
)
def test_a_sentence_that_contradicts_the_stage(stage: str, said: str, printed: str) -> None:
    draft = read(header=HEADER.replace("First", stage), story=f"Ana Prueba hides. {said}")
    (check,) = [check for check in draft.checks if check.field == "stage"]
    assert check == Check("stage", Level.CONFLICT, "stage_contradicted", {"printed": printed})


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("Second", "The first Urgent Action on her was in 2020."),
        ("Second", "This is the second update of UA 77/25."),
        ("First", "This is an update on her health."),
        ("First", "This is the first Urgent Action on her."),
    ],
)
def test_a_sentence_that_agrees_with_the_stage(stage: str, said: str) -> None:
    assert checks(read(header=HEADER.replace("First", stage), story=f"Ana Prueba hides. {said}")) == set()


@pytest.mark.parametrize(
    ("said", "differs"),
    [
        ("Please quote UA 78/25 in your letter.", True),
        ("Please let us know that you wrote. Thank you. Mention Urgent Action 78/25.", True),
        ("Please quote UA 77/25 in your letter.", False),
        ("Please quote her name. There was a report on UA 78/20.", False),
    ],
)
def test_another_number_that_the_writer_is_to_name(said: str, *, differs: bool) -> None:
    assert (("ua_number", Level.CONFLICT, "numbers_differ") in checks(read(until=f"{UNTIL}\n\n{said}"))) is differs


def test_a_bulletin_that_asks_and_ends_contradicts_itself() -> None:
    draft = read(story="She is safe. No further action is requested for her sister.")
    assert (draft.further_action, len(draft.targets), len(draft.demands)) == (True, 1, 2)
    assert checks(draft) == {("further_action", Level.CONFLICT, "ends_and_asks")}


@pytest.mark.parametrize(
    ("said", "stage", "ordinal"),
    [
        ("This is an update of UA 77/25, which was issued in March.", Stage.UPDATE, None),
        ("This is the second update of UA 77/25.", Stage.UPDATE, 2),
        ("We told of it in the report on UA 12/20.", Stage.FIRST, None),
        ("There was an update of UA 12/20 last year.", Stage.FIRST, None),
    ],
)
def test_a_sentence_tells_that_a_bulletin_is_an_update(said: str, stage: Stage, ordinal: int | None) -> None:
    draft = read(header="UA: 77/25 Index: AMR 23/7700/2025 COLOMBIA of March 3, 2025", story=f"She hides. {said}")
    assert (draft.stage, draft.stage_ordinal) == (stage, ordinal)


def test_a_number_is_told_from_the_day_glued_to_it() -> None:
    draft = read(header="UA 96/9922 June 1999")
    assert (str(draft.number), draft.issued) == ("96/99", date(1999, 6, 22))


def test_the_subject_of_a_mail_is_no_header() -> None:
    subject, banner = "[list] Fwd: Follow-up on UA 52/10", "URGENT ACTION APPEAL\n\nMay 7, 2010"
    draft = read(header=f"{subject}\n\n{banner}\n\nFollow-up on UA 52/10 Death Penalty", title="")
    assert (draft.title, draft.issued) == ("Death Penalty", date(2010, 5, 7))


def test_a_link_below_the_banner_is_no_headline() -> None:
    header = "URGENT ACTION\nhttp://www.aiusa.example/success\n12 July 2001\nUA 131/01 issued 12 July 2001"
    assert read(header=header).title == "COMMUNITY LEADER AT RISK"


def test_the_heading_behind_urgent_action_goes_before_other_lines() -> None:
    draft = read(header="UA 31/22\nThe Office of Everybody\n\nUrgent Action: Nurse to be put on a plane", title="")
    assert draft.title == "Nurse to be put on a plane"


@pytest.mark.parametrize(
    "until", ["Active since May 3, 2025 | Runs until June 3, 2025", "This action ended on June 3, 2025"]
)
def test_an_end_date_in_the_head_of_a_page(until: str) -> None:
    draft = read(header=f"{until}\n\n{HEADER}", until="")
    assert draft.act_until == date(2025, 6, 3)


def test_a_line_that_begins_with_a_day_is_no_point() -> None:
    page = read(target=f"{TARGET}\n\nBitte schreiben Sie nicht mehr nach dem\n11. Juni 2025.")
    assert page.demands == ("Protect Ana Prueba", "Find those who threatened her")


def test_a_label_goes_on_over_two_lines_and_is_no_heading_of_demands() -> None:
    label = "TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USE THIS\nMODEL LETTER"
    draft = read(lead="", demands="", target=TARGET.replace("Write to:", label))
    assert draft.targets[0].name == "Mr. Juan Ensayo"


@pytest.mark.parametrize(
    "above", ["", "Urgent Action Office 12 Invented Street Toronto ON M1M 1M1\n\n", "May 3, 2025\n\n"]
)
def test_a_bulletin_without_a_header_begins_at_its_headline(above: str) -> None:
    body = f"COLOMBIA\n\nCOMMUNITY LEADER AT RISK\n\nShe was followed.\n\n{LEAD}\n\n{DEMANDS}\n\n{TARGET}\n\n{UNTIL}"
    (draft,) = read_bulletins("x", (above + body).encode())
    assert (draft.title, draft.country_code, draft.summary) == ("COMMUNITY LEADER AT RISK", "CO", "She was followed.")
    assert draft.demands == ("Protect Ana Prueba", "Find those who threatened her")
    assert {check.code for check in draft.checks} == {"no_number"}


@pytest.mark.parametrize("asked", ["", "He asked the minister to free her.\n\n"])
def test_news_with_an_address_is_no_bulletin(asked: str) -> None:
    news = f"COLOMBIA\n\nLEADER IN DANGER\n\nShe was followed.\n\n{asked}The office of the minister gave no comment."
    with pytest.raises(NotABulletinError):
        read_bulletins("x", news.encode())
