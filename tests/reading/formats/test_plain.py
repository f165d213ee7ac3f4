"""What a plain text is freed of, and where its lines are broken again."""

import pytest

from uadesk.reading.formats.texts import read_text


def shown(text: str) -> str:
    return read_text("bulletin.txt", text.encode()).text.content


PAGED = """First sentence of the story.

- a point;

Office of the Group, Ottawa
Third UA: 7/25 - page 1 of 2

- another point.

Mr. Juan Ensayo
Minister

Office of the Group, Ottawa
Third UA: 7/25 - page 2 of 2

12 Calle Larga
"""


def test_heads_of_pages_in_the_midst_go() -> None:
    assert shown(PAGED) == (
        "First sentence of the story.\n\n- a point;\n\n- another point.\n\nMr. Juan Ensayo\nMinister\n12 Calle Larga\n"
    )


def test_a_single_line_with_a_page_s_number_stays() -> None:
    assert "see page 1 of 2" in shown("The report\n\nsee page 1 of 2\n\nsays so.")


def test_the_marks_of_a_forum_go_and_its_points_stay() -> None:
    text = (
        "[b]URGENT[/b]\n[list]\n[*]Calling on them to wait;\n[*]Urging it.\n[/list]\n[url=http://a.example]here[/url]"
    )
    assert shown(text).split("\n") == ["URGENT", "", "* Calling on them to wait;", "* Urging it.", "", "here", ""]


def test_brackets_that_are_no_marks_stay() -> None:
    assert shown("He said [b] and no more.") == "He said [b] and no more.\n"


def test_strokes_before_the_lines_of_a_quoted_mail_go() -> None:
    assert shown("Hello\n| One\n|\n| Two\n| Three\n") == "Hello\nOne\n\nTwo\nThree\n"
    table = "| a | b |\n| 1 | 2 |\n| 3 | 4 |"
    assert shown(table).startswith("| a | b |")


def test_an_email_over_two_lines_is_whole() -> None:
    assert shown("Email: registry@\ngov.example.org\nFax: 1") == "Email: registry@gov.example.org\nFax: 1\n"


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("LT-01515 Vilnius, LithuaniaFax: +370 5 266 2317", ["LT-01515 Vilnius, Lithuania", "Fax: +370 5 266 2317"]),
        ("150 ReykjavíkIcelandFax: +354 545 9001", ["150 Reykjavík", "Iceland", "Fax: +354 545 9001"]),
        (
            "UA: 66/13Index: EUR 53/002/2013LithuaniaDate: 14 March",
            ["UA: 66/13 Index: EUR 53/002/2013 Lithuania Date: 14 March"],
        ),
    ],
)
def test_lines_that_stand_together_are_parted(glued: str, parted: list[str]) -> None:
    assert shown(glued).split("\n")[:-1] == parted


def test_names_with_a_capital_in_their_midst_stay_whole() -> None:
    assert shown("Mr. John MacDonald\nPhone: 1\nRue DeGaulle") == "Mr. John MacDonald\nPhone: 1\nRue DeGaulle\n"


def test_an_endless_line_is_broken_before_requests_and_copies() -> None:
    story = "They were seen by nobody since then, and their families wait for a word. " * 18
    text = (
        f"UA 27/14, 14 March 2014\n\n{story}Please write at once: Calling on them to wait; Urging them to "
        "speak. Salutation: Dear Sir Also send copies to diplomatic representatives accredited to your country."
    )
    lines = shown(text).split("\n")
    assert "Calling on them to wait;" in lines
    assert any(line.startswith("Also send copies") for line in lines)
