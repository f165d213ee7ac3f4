"""Several bulletins in one text."""

from tests.reading.small import HEADER
from uadesk.domain.bulletins import BulletinDraft
from uadesk.reading.bulletins import read_bulletins

STORY = "was taken from the house by men in plain clothes, and the family has had no word of it since that evening."
BULLETIN = """{head}

{name} {story}

PLEASE SEND APPEALS BEFORE {until}

Please write immediately in English or your own language:

- Urging the authorities to release {name} at once;
- Calling on them to let a doctor see {name}.

Write to:

Minister of Justice
Mr {minister}
{street}
{country}

Salutation: Dear Minister

{foot}"""


def bulletin(head: str, name: str, country: str, until: str, foot: str = "") -> str:
    who, street = f"Omar {name.rsplit(maxsplit=1)[-1]}-Prueba", f"{len(name)} River Road"
    return BULLETIN.format(
        head=head, name=name, story=STORY, until=until, minister=who, street=street, country=country, foot=foot
    )


def read(*bulletins: str) -> tuple[BulletinDraft, ...]:
    return read_bulletins("bulletins.txt", "\n\n".join(bulletins).encode())


KENYA = bulletin("Urgent Action: Teacher Held Without Charge", "Ana Muster", "Kenya", "3 JUNE 2025")
CHAD = bulletin("Urgent Action: Poet Missing Since Sunday", "Rosa Ensayo", "Chad", "10 JULY 2025")


def test_bulletins_without_a_number_are_parted_at_their_headlines() -> None:
    drafts = read(KENYA, CHAD)
    assert [draft.title for draft in drafts] == ["Teacher Held Without Charge", "Poet Missing Since Sunday"]
    assert [[target.country_code for target in draft.targets] for draft in drafts] == [["KE"], ["TD"]]


def test_the_head_of_a_second_page_parts_nothing() -> None:
    foot = "URGENT ACTION\nTEACHER HELD WITHOUT CHARGE\n\nADDITIONAL INFORMATION\n\nShe is 41."
    head = "URGENT ACTION\n\nTEACHER HELD WITHOUT CHARGE"
    (draft,) = read(bulletin(head, "Ana Muster", "Kenya", "3 JUNE 2025", foot))
    assert draft.background == "She is 41."


def test_where_bulletins_cannot_be_parted_it_is_doubted() -> None:
    first = bulletin("A teacher is held", "Ana Muster", "Kenya", "3 JUNE 2025")
    (draft,) = read(first, bulletin("A poet is missing", "Rosa Ensayo", "Chad", "10 JULY 2025"))
    assert ("text", "several_bulletins") in {(check.field, check.code) for check in draft.checks}
    assert "several_bulletins" not in {check.code for draft in read(first) for check in draft.checks}


def test_one_index_under_two_numbers_is_of_two_bulletins() -> None:
    second = HEADER.replace("77/25", "78/25")
    drafts = read(
        bulletin(HEADER, "Ana Muster", "Colombia", "3 JUNE 2025"),
        bulletin(second, "Rosa Ensayo", "Chad", "10 JULY 2025"),
    )
    assert [str(draft.number) for draft in drafts] == ["77/25", "78/25"]


def test_a_text_longer_than_any_bulletin_is_read_in_part_and_says_so() -> None:
    (draft,) = read(KENYA, "ADDITIONAL INFORMATION\n\n" + f"{STORY}\n\n" * 600)
    assert draft.targets
    assert ("text", "read_in_part") in {(check.field, check.code) for check in draft.checks}
