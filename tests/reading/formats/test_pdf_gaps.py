"""How the lines of a PDF hang together: over pages, below labels and headings, in addresses and prose."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.drawing import PROSE, lines, said, wrapped
from tests.reading.formats.layouts import body_font


def column(first: str, *below: str) -> str:
    """What is read of a first line that fills its column and those below it; prose further down is as wide."""
    width = stringWidth(first, body_font(), 10) + 4

    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, [first, *below, "", *wrapped(PROSE, width)])

    return said(draw).partition(f"\n\n{PROSE[:20]}")[0]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("TYPE AND NUMBER OF THIS URGENT ACTION: SECOND UA", "188/17"),
        ("CONTACT DETAILS OF THOSE TO WRITE TO AND “COPIES", "TO”:"),
        ("ADDITIONAL INFORMATION (400 WORDS + RELEVANT", "LINKS):"),
        ("PREFERRED LANGUAGES OF ALL THOSE TO WHOM YOU WRITE", "APPEALS: French, English"),
        ("They are held without a judge at the edge of town. PLEASE WRITE", "TO: Minister of Justice, Lomé, Togo"),
        ("The court has heard the guardians of the river on the eighth of", "September: nobody else was let in."),
    ],
)
def test_labels_numbers_and_prose_that_go_on_below(first: str, below: str) -> None:
    assert column(first, below) == f"{first} {below}"


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("UA-Nr: UA-165/2012-2, AI-Index: EUR 62/009/2012,", "Datum: 5. Juli 2012"),
        ("UA-Nr: UA-165/2012-2, AI-Index: EUR 62/009/2012, Datum: 5.", "Juli 2012"),
        ("Primera AU: 69/25 Índice: AFR 24/9966/2025 Guinea", "Ecuatorial Fecha: 25 de septiembre de 2025"),
    ],
)
def test_a_row_of_labels_goes_on_below(first: str, below: str) -> None:
    assert column(first, below, "URGENT ACTION") == f"{first} {below}\nURGENT ACTION"


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("TAKE ACTION AS SOON AS YOU CAN AND BEFORE THE: 20 November 2025", "Consult the office afterwards."),
        ("Ministry of Justice and of the Rights of Everyone, Lomé", "Fax: +228 1 23"),
        ("Aktiv seit dem 23. Mai 2023 und noch 45 Tage Laufzeit", "AI-Index: MDE 13/6817/2023"),
        ("GUARDIANS OF THE RIVER ARE HELD WITHOUT JUDGEMENT", "DATE OF PUBLICATION: 25 May 2017"),
        ("Please send your letters to the minister as soon as you can:", "Minister of Justice"),
    ],
)
def test_what_begins_a_line_of_its_own_below_one_that_fills_its_column(first: str, below: str) -> None:
    assert column(first, below) == f"{first}\n{below}"


def test_words_in_capitals_within_a_paragraph_part_it_nowhere() -> None:
    text = (
        "The guardians are held without a judge, and you write, IN THE LETTERS THAT YOU SEND AS SOON AS YOU CAN AND IN "
        "EVERY LANGUAGE THAT YOU KNOW TO ALL THOSE WHO ARE NAMED BELOW BY THEIR OFFICES, "
        "in English or in your own language, ask for their release at once."
    )
    broken = wrapped(text, 250)
    assert sum(line.isupper() for line in broken) > 1

    assert said(lambda canvas: lines(canvas, 50, 80, broken)) == f"{text}\n"


def test_a_heading_in_capitals_that_fills_its_column_stays_apart_from_prose() -> None:
    heading = "GUARDIANS OF THE RIVER HELD WITHOUT A JUDGE"
    below = "in the provincial town"
    assert column(heading, below) == f"{heading}\n{below}"


def over_two_pages(upper: list[str], lower: list[str]) -> str:
    return said(
        lambda canvas: lines(canvas, 50, 80, ["To whom to write", "", *upper]),
        lambda canvas: lines(canvas, 50, 80, [*lower, "", "Additional information"]),
    )


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Ana Muster"], ["Ministry of Justice and of the Rights of Everyone", "Lomé", "Togo"]),
        (["Minister of Justice", "Lomé", "Togo"], ["Salutation: Dear Minister,"]),
        (["Minister of Justice", "1 Palace Square, Lomé, Togo."], ["Fax: +228 1 23"]),
        (["The Editor", "The Daily"], ["Box 12", "Springfield"]),
        (
            ["- asking for a judge;", "- asking for an inquiry into the treatment that was given to"],
            ["Ana Muster in the cells of the fort;"],
        ),
    ],
)
def test_an_address_or_a_sentence_goes_on_over_the_page(upper: list[str], lower: list[str]) -> None:
    assert "\n".join([*upper, *lower]) in over_two_pages(upper, lower)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Minister of Justice", "Lomé", "Togo"], ["Minister of Health", "Lomé"]),
        (["Minister of Justice", "Lomé", "Fax: +228 1 23"], ["Minister of Health", "Lomé"]),
        (["The judge has refused to see them."], ["Minister of Health", "Lomé"]),
    ],
)
def test_another_address_begins_on_the_next_page(upper: list[str], lower: list[str]) -> None:
    assert "\n".join([*upper, "", *lower]) in over_two_pages(upper, lower)


def test_white_below_a_larger_heading_is_measured_by_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["Guardians held"], 15)
        lines(canvas, 50, 98, wrapped(PROSE, 490))

    assert said(draw) == f"Guardians held\n\n{PROSE.strip()}\n"


def test_a_bulletin_that_was_run_together_is_one_paragraph_whatever_its_lines_begin_with() -> None:
    part = "1. They were held. WRITE TO: Minister of Justice, Lomé, Togo. Fax: +228 1 23. Salutation: Dear Minister, "
    text = (part * 13).strip()
    broken = wrapped(text, 330)
    assert {line.split()[0] for line in broken} >= {"1.", "Fax:", "TO:"}

    first, second = broken[:20], broken[20:]
    content = said(lambda canvas: lines(canvas, 50, 80, first), lambda canvas: lines(canvas, 50, 80, second))

    assert content == f"{text}\n"


def test_a_text_without_any_gap_has_none_where_a_page_ends() -> None:
    paragraphs = ["Guardians of the river held", "They were taken from their homes.", "Nobody has told where they are."]
    content = said(
        lambda canvas: lines(canvas, 50, 80, paragraphs[:2]), lambda canvas: lines(canvas, 50, 80, paragraphs[2:])
    )
    assert content == "\n".join(paragraphs) + "\n"


def test_an_address_on_one_line_goes_on_below() -> None:
    paper = "The Editor, The Daily, PO Box 12, Springfield, USA"
    first, below = "The Editor, The Springfield Daily Chronicle, PO Box 670, Springfield, TX", "78767, USA"
    assert column(first, below, paper, paper) == f"{first} {below}\n{paper}\n{paper}"
    assert column(paper, paper, paper) == f"{paper}\n{paper}\n{paper}"


def test_a_line_of_an_address_with_white_within_it_does_not_go_on_below() -> None:
    address = ["Prime Minister", "Dr Ana Muster     Monsieur le Premier Ministre", "Primature", "Fax: 12 34"]
    width = stringWidth(address[1], body_font(), 10) + 4

    content = said(lambda canvas: lines(canvas, 50, 80, [*address, "", *wrapped(PROSE, width)]))

    assert "Ministre\nPrimature\nFax: 12 34\n" in content


def test_a_city_below_a_street_that_fills_its_column_does_not_go_on_with_it() -> None:
    address = [
        "Bâtonnier",
        "Barreau",
        "Immeuble du Barreau, Avenue des Messageries 4",
        "Goma",
        "Democratic Republic of Congo",
    ]
    width = stringWidth(address[2], body_font(), 10) + 4

    content = said(lambda canvas: lines(canvas, 50, 80, [*address, "", *wrapped(PROSE, width)]))

    assert content.startswith("\n".join(address))


def test_an_abbreviation_belongs_to_the_name_that_fills_the_line_above() -> None:
    address = ["Committee of the Relatives of the Missing in Togo", "(COREMIT)", "1 Palace Square", "Lomé", "Togo"]
    width = stringWidth(address[0], body_font(), 10) + 4

    content = said(lambda canvas: lines(canvas, 50, 80, [*address, "", *wrapped(PROSE, width)]))

    assert content.startswith("Committee of the Relatives of the Missing in Togo (COREMIT)\n1 Palace Square\nLomé\n")
