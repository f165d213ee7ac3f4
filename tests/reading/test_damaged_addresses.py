"""Addresses that lost their line breaks, and what stands among the lines of others."""

import pytest

from tests.reading.small import TARGET, read
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft


def target_of(address: str) -> Addressee:
    (target,) = read(target=f"Write to:\n\n{address}").targets
    return target


GLUED = [
    "Director of Prosecutions|Justice A. Prueba|Workers House, 12th Floor|Plot 1 Pilking Road|PO Box 1|Kampala|Uganda",
    "Prosecutor General|Dr. Ana Prueba-Lay|Office of the Prosecutor General|Rua J. Prueba, Colmera|Dili|Timor-Leste",
    "Lieutenant-Colonel Firmin Prueba|Minister of Defence|BP 1870|Bujumbura, Burundi",
    "Chairperson|Uganda Example Rights Commission|Prueba Plaza, Plot 22B Lumumba Avenue|PO Box 4929|Kampala|Uganda",
]


@pytest.mark.parametrize("lines", GLUED)
def test_an_address_without_line_breaks_is_parted_and_doubted(lines: str) -> None:
    draft = read(target=f"Write to:\n\n{lines.replace('|', ' ')}")
    assert "|".join(draft.targets[0].lines) == lines
    assert draft.targets[0].country_code is not None
    assert ("targets[0].lines", "one_line_block") in {(check.field, check.code) for check in draft.checks}


@pytest.mark.parametrize(
    "printed",
    [
        "Ministry of Agriculture, Livestock, Fisheries and Rural Development of the Republic of Uganda",
        "Association for the Protection of Rivers and Fishing Villages in Northern Colombia",
    ],
)
def test_a_long_line_that_only_ends_with_a_country_is_not_parted(printed: str) -> None:
    target = target_of(f"Mr. Juan Ensayo\nMinister\n{printed}\nPO Box 1\nKampala\nUganda")
    assert printed in target.lines


def test_the_next_address_begins_behind_a_greeting_without_a_comma() -> None:
    printed = (
        "Mr. Juan Ensayo\nPO Box 1\nKampala\nUganda\nSalutation: Dear Director Minister of Justice Hon. Ana Prueba "
        "Bauman House, 5 Parliament Avenue PO Box 7183 Kampala Uganda"
    )
    first, second = read(target=f"Write to:\n\n{printed}").targets
    assert first.salutation == "Dear Director"
    assert second.name == "Hon. Ana Prueba"
    assert second.title == "Minister of Justice"
    assert second.address_lines == ("Bauman House, 5 Parliament Avenue", "PO Box 7183", "Kampala", "Uganda")


def test_the_next_address_begins_behind_a_stroke_but_the_same_in_another_language_does_not() -> None:
    stroke = (
        "Ms. Ana Prueba, Mayor of Baia, Str. Lunga 37, 430311 Baia, Romania. Salutation: Dear Mayor, / Prime Minister,"
    )
    first, second = read(
        target=f"Write to: {stroke} Mr. Victor Ensayo, Government of Romania, Piata Lunga 1, 011791 Bucharest, Romania."
    ).targets
    assert first.salutation == "Dear Mayor,"
    assert second.name == "Mr. Victor Ensayo"
    both = target_of("Ms. Ana Prueba\nMayor\nStr. Lunga 37\nRomania\nSalutation: Dear Mayor, / Estimada Alcaldesa,")
    assert both.salutation == "Dear Mayor, / Estimada Alcaldesa,"


def test_an_office_and_the_rank_of_its_holder_on_one_line_are_parted() -> None:
    draft = read(target="Write to: Ministre de la Défense Colonel-major Issa Prueba, BP 2083, Bamako, Mali.")
    assert (draft.targets[0].name, draft.targets[0].title) == ("Colonel-major Issa Prueba", "Ministre de la Défense")


AMONG = [
    "{name}\n{street}\n\n[Insert page break if needed]\n2\n\n{city}",
    "{name} [NAME TO BE CONFIRMED]\n{street}\n{city}",
    "{name}\n{street}\n\npage 3      AMR 23/77/94\n\n{city}",
    "(The post is slow. Faxes get through at night.)\n\n{name}\n{street}\n{city}",
    "{name}\n{street}\n{city} I Phone: 57 1 234 5678 I Email: a@example.org",
    "{name}\n{street}\n{city}\nViber: +57 1 234 5678",
]


@pytest.mark.parametrize("printed", AMONG)
def test_what_stands_among_the_lines_of_an_address_is_none_of_them(printed: str) -> None:
    name, city = "Mr. Juan Ensayo\nMinister of Defence", "Bogotá\nCOLOMBIA"
    target = target_of(printed.format(name=name, street="Carrera 54", city=city))
    assert target.lines == ("Mr. Juan Ensayo", "Minister of Defence", "Carrera 54", "Bogotá", "COLOMBIA")


def test_a_connector_parts_two_addresses_and_one_salutation_is_for_both() -> None:
    two = (
        f"{TARGET.replace('Salutation: Dear Minister,', '')}and to\n\nMs. Rosa Ensayo\nJudge\nCalle 5\nBogotá\nCOLOMBIA"
    )
    first, second = read(target=f"{two}\n\nSalutation for both: Your Excellency,").targets
    assert (first.salutation, second.salutation) == ("Your Excellency,", "Your Excellency,")
    assert second.lines == ("Ms. Rosa Ensayo", "Judge", "Calle 5", "Bogotá", "COLOMBIA")


NUMBERS = [
    ("Fax: +57 1 20 21 14\n25 36", ("fax", ("+57 1 20 21 14 25 36",))),
    ("(fax: +62 21 392\n-5227)", ("fax", ("+62 21 392 -5227",))),
    ("London W1K 1DW 020 7499 3304 020 7499 2401 info@example.org", ("phone", ("020 7499 3304", "020 7499 2401"))),
    ("Tel: 020 7636 6244. info@example.org press@example.org", ("email", ("info@example.org", "press@example.org"))),
    ("Email: info@example.org [please bcc office@example.org]", ("email", ("info@example.org",))),
    ("Email: registry@\ngov.example.org", ("email", ("registry@gov.example.org",))),
]


@pytest.mark.parametrize(("printed", "found"), NUMBERS)
def test_numbers_and_emails_that_lost_or_gained_something(printed: str, found: tuple[str, tuple[str, ...]]) -> None:
    target = target_of(f"Mr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA\n{printed}")
    assert getattr(target, found[0]) == found[1]


def test_a_line_that_leads_on_to_a_copy_is_none_of_it() -> None:
    draft = read(copy="And copy:\n\nThe newspaper:\nEl Ensayo\nCarrera 9\nBogotá\nCOLOMBIA")
    assert draft.copies[0].name == "El Ensayo"


def test_a_copy_below_a_sentence_on_nobody_is_a_copy() -> None:
    nobody = "Also send copies to diplomatic representatives accredited to your country."
    draft = read(copy=f"{nobody}\n\nHER EXCELLENCY ANA PRUEBA, EMBASSY OF COLOMBIA, 3 HANS CRESCENT, LONDON SW1X 0LN")
    assert [copy.name for copy in draft.copies] == ["HER EXCELLENCY ANA PRUEBA"]
    assert draft.copies[0].country_code == "GB"
    assert len(draft.targets) == 1


def test_a_heading_below_an_address_ends_it() -> None:
    story = "The villagers walked for three days and asked to be heard by somebody who could read what they had. " * 3
    draft = read(
        copy=f"And copy:\n\nMs. Rosa Ensayo\nEmbassy of Colombia\nOttawa\n\nLife beside the river since then\n\n{story}"
    )
    assert draft.copies[0].lines == ("Ms. Rosa Ensayo", "Embassy of Colombia", "Ottawa")


@pytest.mark.parametrize(
    ("lines", "name", "title"),
    [
        (
            ["Chief Ayo Prueba-Bello", "Minister of Justice and Attorney General"],
            "Chief Ayo Prueba-Bello",
            "Minister of Justice and Attorney General",
        ),
        (
            ["Prosecutor General", "Prosecutor General's Office of Ukraine", "Mr Ivan Prueba"],
            "Mr Ivan Prueba",
            "Prosecutor General",
        ),
        (
            ["MINISTER FOR PUBLIC", "SECURITY", "General Ana Prueba"],
            "General Ana Prueba",
            "MINISTER FOR PUBLIC SECURITY",
        ),
        (["Field Office Director Ana Prueba-Hale"], "Ana Prueba-Hale", "Field Office Director"),
        (["Ms Ana Prueba", "Ambassador, Embassy of Togo"], "Ms Ana Prueba", "Ambassador"),
        (
            ["Présidente de la 2e commission de l'Assemblée", "Mme Ana Prueba"],
            "Mme Ana Prueba",
            "Présidente de la 2e commission de l'Assemblée",
        ),
    ],
)
def test_who_is_who(lines: list[str], name: str, title: str) -> None:
    target = target_of("\n".join([*lines, "12 Prueba Street", "Kyiv", "Ukraine"]))
    assert (target.name, target.title) == (name, title)


def test_streets_that_begin_like_a_name_go_on_with_their_address() -> None:
    target = target_of("Procurator General\nMr Ana Prueba\n734043 g. Dushanbe\npr. Sanoi, 126\nProkuratura\nTajikistan")
    assert target.address_lines == ("734043 g. Dushanbe", "pr. Sanoi, 126", "Prokuratura", "Tajikistan")


def test_addresses_that_end_with_a_country_behind_a_comma_are_parted() -> None:
    draft = read(
        copy="And copy:\nThe Editor\nDaily Prueba\nPMB 5002\nLagos, Nigeria\nPrueba Law Desk\nPO Box 2406\nJos, Nigeria"
    )
    assert [copy.lines[0] for copy in draft.copies] == ["The Editor", "Prueba Law Desk"]


def codes(draft: BulletinDraft) -> set[tuple[str, str]]:
    return {(check.field, check.code) for check in draft.checks}


def test_a_copy_at_home_without_a_country_is_the_case_s_and_an_embassy_is_not() -> None:
    paper = read(copy="And copy:\n\nThe Editor\nEl Ensayo\nCarrera 9")
    assert paper.copies[0].country_code == "CO"
    assert ("copies[0].country_code", "country_of_case") in codes(paper)
    embassy = read(copy="And copy:\n\nMs. Rosa Ensayo\nEmbassy of Colombia\nSomewhere Street 9")
    assert embassy.copies[0].country_code is None
