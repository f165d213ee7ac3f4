"""Blocks of addresses by example: who is written to, how, and where."""

import pytest

from tests.reading.small import TARGET, checks, read
from uadesk.domain.addresses import Addressee
from uadesk.domain.texts import Level


def only(block: str, *, label: str = "Write to:") -> Addressee:
    (addressee,) = read(target=f"{label}\n\n{block}", copy="").targets
    return addressee


@pytest.mark.parametrize(
    ("block", "name", "title", "address"),
    [
        ("The Honorable Ana Ruiz\nSecretary of Labor\n200 Constitution Ave NW\nWashington, DC 20210\nUSA",
         "The Honorable Ana Ruiz", "Secretary of Labor", ("200 Constitution Ave NW", "Washington, DC 20210", "USA")),
        ("Ambassador Maria Kovač\nEmbassy of Slovenia\n150 Metcalfe Street\nOttawa, ON K2P 1P1\nCanada",
         "Maria Kovač", "Ambassador", ("Embassy of Slovenia", "150 Metcalfe Street", "Ottawa, ON K2P 1P1", "Canada")),
        ("His Excellency\nDodo Muster\nPresident of the Republic\nState House\nLusaka\nZambia",
         "His Excellency Dodo Muster", "President of the Republic", ("State House", "Lusaka", "Zambia")),
        ("General Somsak Muster\nCommander-in-Chief\nRatchadamnoen Nok Road\nBangkok 10200\nThailand",
         "General Somsak Muster", "Commander-in-Chief", ("Ratchadamnoen Nok Road", "Bangkok 10200", "Thailand")),
        ("Minister of Justice\nMr. Yusuf Muster\nMinistry of Justice\nAnkara\nTürkiye",
         "Mr. Yusuf Muster", "Minister of Justice", ("Ministry of Justice", "Ankara", "Türkiye")),
        ("Attorney General\nEdificio Lomas Plaza\nTegucigalpa\nHonduras",
         "Attorney General", None, ("Edificio Lomas Plaza", "Tegucigalpa", "Honduras")),
        ("Ministry of Interior\nMs. Ida Muster, Minister of the Interior\nMain Road 1\nTirana\nAlbania",
         "Ms. Ida Muster", "Minister of the Interior", ("Ministry of Interior", "Main Road 1", "Tirana", "Albania")),
        ("Embassy of Honduras\n151 Slater Street\nOttawa ON K1P 5H3\nCanada",
         "Embassy of Honduras", None, ("151 Slater Street", "Ottawa ON K1P 5H3", "Canada")),
        ("Dr. Paul Muster\nMinister of Foreign Affairs\nand International Cooperation\nP.O. Box 1\nKigali\nRwanda",
         "Dr. Paul Muster", "Minister of Foreign Affairs and International Cooperation",
         ("P.O. Box 1", "Kigali", "Rwanda")),
        ("Ales Muster\nProsecutor General's Office\nul. Lesnaya 22\n220030 Minsk\nBelarus",
         "Ales Muster", None, ("Prosecutor General's Office", "ul. Lesnaya 22", "220030 Minsk", "Belarus")),
        ("Ivan Muster\nProsecutor General\nul. Lesnaya 22\n220030 Minsk\nBelarus",
         "Ivan Muster", "Prosecutor General", ("ul. Lesnaya 22", "220030 Minsk", "Belarus")),
        ("Siti Muster\nHead of Police\nJl. Merdeka 3\nJakarta 12110\nIndonesia",
         "Siti Muster", "Head of Police", ("Jl. Merdeka 3", "Jakarta 12110", "Indonesia")),
        ("Lateef Muster\nAttorney General of the Federation\n& Minister of Justice\nAbuja\nNigeria",
         "Lateef Muster", "Attorney General of the Federation & Minister of Justice", ("Abuja", "Nigeria")),
        ("Ana Muster\nMinister of Foreign Affairs and\nthe Diaspora\nP.O. Box 1\nAccra\nGhana",
         "Ana Muster", "Minister of Foreign Affairs and the Diaspora", ("P.O. Box 1", "Accra", "Ghana")),
        ("Head of Judiciary, Gholam Muster Ejei\nc/o Mission of Iran\n1209 Geneva\nSwitzerland",
         "Gholam Muster Ejei", "Head of Judiciary", ("c/o Mission of Iran", "1209 Geneva", "Switzerland")),
        ("Minister of Justice, Ms Ana Peña\nMain Road 1\nTirana\nAlbania",
         "Ms Ana Peña", "Minister of Justice", ("Main Road 1", "Tirana", "Albania")),
        ("Ana Peña, Minister of Justice, Peace and Order\nMain Road 1\nTirana\nAlbania",
         "Ana Peña", "Minister of Justice, Peace and Order", ("Main Road 1", "Tirana", "Albania")),
        ("Head of the Judiciary Gholam Muster\nMain Road 1\nTehran\nIran",
         "Gholam Muster", "Head of the Judiciary", ("Main Road 1", "Tehran", "Iran")),
        ("Minister of Defence and Public Security Dr. Ana Peña\nMain Road 1\nTirana\nAlbania",
         "Dr. Ana Peña", "Minister of Defence and Public Security", ("Main Road 1", "Tirana", "Albania")),
        ("President of Colombia Ana Peña\nCasa de Nariño\nBogotá\nColombia",
         "Ana Peña", "President of Colombia", ("Casa de Nariño", "Bogotá", "Colombia")),
        ("Her Majesty's High Commissioner Jo Muster\nBritish High Commission\n80 Elgin Street\nOttawa\nCanada",
         "Jo Muster", "Her Majesty's High Commissioner",
         ("British High Commission", "80 Elgin Street", "Ottawa", "Canada")),
        ("Rose King\nMinister of Health\nMain Road 1\nTirana\nAlbania",
         "Rose King", "Minister of Health", ("Main Road 1", "Tirana", "Albania")),
        ("Advocate Jo Muster\nNational Director of Public Prosecutions\nMain Road 1\nPretoria\nSouth Africa",
         "Advocate Jo Muster", "National Director of Public Prosecutions", ("Main Road 1", "Pretoria", "South Africa")),
        ("Mr. Juan Muster,\nMinister of Defence,\nCarrera 54,\nBogotá,\nColombia",
         "Mr. Juan Muster", "Minister of Defence", ("Carrera 54,", "Bogotá,", "Colombia")),
        ("Mr. President of the Republic\nJuan Muster\nCarrera 54\nBogotá\nColombia",
         "Juan Muster", "Mr. President of the Republic", ("Carrera 54", "Bogotá", "Colombia")),
        ("Premier Doug Muster\nPremier of Ontario\nQueen's Park\nToronto\nCanada",
         "Doug Muster", "Premier of Ontario", ("Queen's Park", "Toronto", "Canada")),
        ("Shri Amit Muster\nUnion Home Minister\nNorth Block\nNew Delhi\nIndia",
         "Shri Amit Muster", "Union Home Minister", ("North Block", "New Delhi", "India")),
        ("Ms. Ana Muster\nActing Minister of Defence and Deputy\nPrime Minister\nMain Road 1\nTirana\nAlbania",
         "Ms. Ana Muster", "Acting Minister of Defence and Deputy Prime Minister",
         ("Main Road 1", "Tirana", "Albania")),
        ("Head of Penal Colony No. 4\nul. Lesnaya 3\n246035 Gomel\nBelarus",
         "Head of Penal Colony No. 4", None, ("ul. Lesnaya 3", "246035 Gomel", "Belarus")),
        ("President Xiomara Prueba\nOffice of the President\nTegucigalpa\nHonduras",
         "Xiomara Prueba", "President", ("Office of the President", "Tegucigalpa", "Honduras")),
    ],
)  # fmt: skip
def test_person_office_and_postal_lines_are_told_apart(
    block: str, name: str, title: str | None, address: tuple[str, ...]
) -> None:
    addressee = only(block)
    assert addressee.lines == tuple(block.splitlines())
    assert (addressee.name, addressee.title, addressee.address_lines) == (name, title, address)


@pytest.mark.parametrize(
    "office",
    [
        "Minister of Foreign Affairs",
        "Minister of Mines and Hydrocarbons",
        "President of the Republic",
        "Governor of Rio Grande do Sul",
        "Minister of Justice, Bogotá",
        "Commander-in-Chief of the Armed Forces",
        "Attorney General of the Republic of El Salvador",
        "Director of Evin Prison",
        "Prosecutor General's Office",
        "Superintendent of Police, Srinagar",
        "Director of Federal Penal Colony IK-2",
        "Minister of Digital Transformation",
        "Judge of the Second Criminal Court",
        "King of Bahrain",
        "Emir of the State of Qatar",
        "Military Advocate General",
        "Secretary of State for Foreign, Commonwealth and Development Affairs",
        "Chair of the African Commission on Human and Peoples' Rights",
        "Governor of Puerto Rico",
    ],
)
def test_an_office_without_a_person_is_whole_and_sure(office: str) -> None:
    draft = read(target=f"Write to:\n\n{office}\nCarrera 54\nBogotá\nColombia\n\nSalutation: Dear Sir or Madam,")
    assert (draft.targets[0].name, draft.targets[0].title) == (office, None)
    assert checks(draft) == set()


@pytest.mark.parametrize(
    ("block", "field", "code"),
    [
        ("Minister of Justice Muster\nCarrera 54\nBogotá", "targets[0].name", "name_or_address"),
        ("Governor, Punta Prueba\nCarrera 54\nBogotá", "targets[0].name", "name_or_address"),
        ("Director of Prisons\nPunta Prueba\nBogotá", "targets[0].name", "name_or_address"),
        ("Ana Muster, Governor\nJo Muster, Mayor\nCarrera 54\nBogotá", "targets[0].name", "name_or_address"),
        ("Rights Board\nAttn: Ms. Ana Muster\nCarrera 54\nBogotá", "targets[0].name", "name_or_address"),
        ("Carrera 54\nBogotá", "targets[0].name", "name_or_address"),
        ("Ana Muster\nDeputy Prime Minister\nMinister of Justice\nBogotá", "targets[0].title", "more_offices"),
    ],
)
def test_what_could_be_read_otherwise_is_doubted(block: str, field: str, code: str) -> None:
    draft = read(target=f"Write to:\n\n{block}\nColombia\n\nSalutation: Dear Minister,")
    assert checks(draft) == {(field, Level.UNCERTAIN, code)}


@pytest.mark.parametrize(
    ("contacts", "phone", "fax", "email"),
    [
        (
            "Tel: (613) 238-5335 / 688-5335 (24h) Fax: (613) 688-3082",
            ("(613) 238-5335", "688-5335"),
            ("(613) 688-3082",),
            (),
        ),
        ("Phone: +57 1 111 2222 or +57 1 333 4444", ("+57 1 111 2222", "+57 1 333 4444"), (), ()),
        ("Fax. + 57 (1) 222 1874", (), ("+ 57 (1) 222 1874",), ()),
        ("Tel/Fax: 0057 1 345 6789", ("0057 1 345 6789",), ("0057 1 345 6789",), ()),
        ("E-mail: a.b@example.gov.co; c_d@example.org", (), (), ("a.b@example.gov.co", "c_d@example.org")),
        ("Email: [a@example.org](mailto:a@example.org)", (), (), ("a@example.org",)),
        ("**Email:** a@example.org **Fax:** 1234567", (), ("1234567",), ("a@example.org",)),
        ("Twitter: @minister\nX: @minister\nFacebook: minister\nInstagram: @m", (), (), ()),
        ("a@example.org", (), (), ("a@example.org",)),
        ("Tel: +49 30 1234/56", ("+49 30 1234/56",), (), ()),
        ("T: 416-368-2875 ext. 221\nF: 416-368-1672", ("416-368-2875 ext. 221",), ("416-368-1672",), ()),
        (
            "<a@example.org>, b@example.org and c@example.org",
            (),
            (),
            ("a@example.org", "b@example.org", "c@example.org"),
        ),
        ("613 236 0028", ("613 236 0028",), (), ()),
    ],
)
def test_contacts_are_no_lines(
    contacts: str, phone: tuple[str, ...], fax: tuple[str, ...], email: tuple[str, ...]
) -> None:
    addressee = only(
        f"Mr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA\n{contacts}\nSalutation: Dear Minister,"
    )
    assert (addressee.phone, addressee.fax, addressee.email) == (phone, fax, email)
    assert addressee.lines == ("Mr. Juan Ensayo", "Minister of Defence", "Carrera 54", "Bogotá", "COLOMBIA")
    assert addressee.salutation == "Dear Minister,"


@pytest.mark.parametrize(
    ("printed", "salutation"),
    [
        ("Salutation: Dear Minister,", "Dear Minister,"),
        ("**Salutation:** *Dear Minister,*", "Dear Minister,"),
        ("Salutation:\n\n_Dear Minister / Señor Ministro:_", "Dear Minister / Señor Ministro:"),
        ("Salutation : Your Excellency", "Your Excellency"),
        ("Salutation – Dear Minister,", "Dear Minister,"),
        ("Dear Minister", "Dear Minister"),
        ("Your Excellency", "Your Excellency"),
        ("Salutation: “Your Excellency” or “Dear Minister”", "“Your Excellency” or “Dear Minister”"),
        ("(Salutation: Your Excellency / Excelencia)", "Your Excellency / Excelencia"),
        ("Dear Minister,", "Dear Minister,"),
    ],
)
def test_a_salutation_is_kept_word_for_word(printed: str, salutation: str) -> None:
    assert (
        only(f"Mr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA\n\n{printed}").salutation
        == salutation
    )


@pytest.mark.parametrize("code", ["78711-3401", "70064-900", "9195023", "K1N 1G8"])
def test_a_postal_code_alone_on_its_line_is_no_telephone_number(code: str) -> None:
    addressee = only(f"Mr. Juan Ensayo\nMinister of Defence\nCarrera 54\n{code}\nCOLOMBIA\nSalutation: Dear Minister,")
    assert addressee.address_lines == ("Carrera 54", code, "COLOMBIA")
    assert addressee.phone == ()


def test_a_salutation_in_two_languages_on_two_lines_is_one() -> None:
    printed = "Salutation:\nDear Minister,\nEstimado Señor Ministro:"
    addressee = only(f"Mr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA\n{printed}")
    assert addressee.salutation == "Dear Minister, Estimado Señor Ministro:"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("numbers", [("", ""), ("1) ", "2) ")])
def test_salutations_above_their_addresses(gap: str, numbers: tuple[str, str]) -> None:
    one = f"{numbers[0]}Salutation: Dear Minister,\nMr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA"
    two = f"{numbers[1]}Salutation: Dear Governor,\nMs. Ana Ensayo\nGovernor of Meta\nCarrera 33\nBogotá\nCOLOMBIA"
    draft = read(target=f"Write to:\n\n{one}{gap}{two}")
    assert [(target.name, target.title, target.salutation) for target in draft.targets] == [
        ("Mr. Juan Ensayo", "Minister of Defence", "Dear Minister,"),
        ("Ms. Ana Ensayo", "Governor of Meta", "Dear Governor,"),
    ]
    assert checks(draft) == set()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_several_addressees_are_told_apart_also_without_blank_lines(gap: str) -> None:
    one = (
        "Mr. Juan Ensayo",
        "Minister of Defence",
        "Carrera 54 No. 26-25",
        "Bogotá",
        "COLOMBIA",
        "Salutation: Dear Minister,",
    )
    two = ("Ms. Ana Ensayo", "Attorney General", "Diagonal 22B No. 52-01", "Bogotá", "COLOMBIA", "Fax: +57 1 570 2000")
    draft = read(target="Write to:\n\n" + gap.join((*one, *two)))
    assert [target.lines for target in draft.targets] == [one[:5], two[:5]]
    assert [target.salutation for target in draft.targets] == ["Dear Minister,", None]
    assert checks(draft) == {("targets[1].salutation", Level.MISSING, "no_salutation")}


def test_an_address_on_one_line_is_parted_and_doubted() -> None:
    draft = read(
        target="Write to: Ms. Ana Ensayo, Attorney General, 950 Main Avenue, SE, Washington, DC 20530, USA. "
        "Salutation: Dear Ms. Ensayo,"
    )
    (target,) = draft.targets
    assert target.lines == ("Ms. Ana Ensayo", "Attorney General", "950 Main Avenue, SE", "Washington, DC 20530", "USA")
    assert checks(draft) == {("targets[0].lines", Level.UNCERTAIN, "one_line_block")}


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("And copy:", 1),
        ("**Copies to:**", 1),
        ("cc:", 1),
        ("Please send a copy to:", 1),
        ("Please also send a copy of your letter to:", 1),
    ],
)
def test_a_copy_is_told_by_its_heading(label: str, count: int) -> None:
    draft = read(copy=f"{label}\n\nEmbassy of Colombia\n360 Albert Street\nOttawa, ON K1R 7X7\nCANADA")
    assert [copy.country_code for copy in draft.copies] == ["CA"] * count
    assert len(draft.targets) == 1


def test_copies_in_general_are_nobody_but_are_named() -> None:
    draft = read(copy="Copies to:\n\nDiplomatic representatives of Colombia accredited to your country.")
    assert draft.copies == ()
    assert checks(draft) == {("copies", Level.UNCERTAIN, "generic_copies")}


def test_a_heading_that_names_somebody_in_general_and_an_embassy() -> None:
    draft = read(
        copy="Please copy your local MP and the embassy:\n\nEmbassy of Colombia\n360 Albert Street\nOttawa\nCanada"
    )
    assert [copy.name for copy in draft.copies] == ["Embassy of Colombia"]
    assert checks(draft) == {("copies", Level.UNCERTAIN, "generic_copies")}


def test_an_email_alone_is_nobodys_name() -> None:
    draft = read(copy="cc: a@example.org")
    assert [(copy.name, copy.email) for copy in draft.copies] == [("", ("a@example.org",))]
    assert ("copies[0].name", Level.MISSING, "no_name") in checks(draft)


@pytest.mark.parametrize(
    ("last_lines", "code", "doubt"),
    [
        ("Bogotá\nCOLOMBIA", "CO", None),
        ("Bogotá, Colombia", "CO", None),
        ("Av. Franklin Roosevelt 15\n1050 Brussels", "BE", "country_inferred"),
        ("Bogotá", "CO", "country_inferred"),
        ("Apartado 12, Ciudad Pequeña", "CO", "country_of_case"),
        ("Ottawa, ON K1R 7X7\nUSA", "US", "country_differs"),
    ],
)
def test_the_country_is_printed_or_shown_or_the_cases(last_lines: str, code: str, doubt: str | None) -> None:
    draft = read(
        target=f"Write to:\n\nMr. Juan Ensayo\nMinister of Defence\n{last_lines}\n\nSalutation: Dear Minister,", copy=""
    )
    assert draft.targets[0].country_code == code
    assert {code for _field, _level, code in checks(draft)} == ({doubt} if doubt else set())


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ("Email: [email protected]", "targets[0].email", "hidden_email"),
        ("Email: minister(a)example.org", "targets[0].email", "hidden_email"),
        ("Web form: https://example.org/contact", "targets[0].email", "web_form"),
        ("Salutation: Dear ______,", "targets[0].salutation", "salutation_blank"),
    ],
)
def test_what_stands_in_the_place_of_a_value_is_named(line: str, field: str, code: str) -> None:
    draft = read(target=f"Write to:\n\nMr. Juan Ensayo\nMinister of Defence\nCarrera 54\nBogotá\nCOLOMBIA\n\n{line}")
    assert (field, Level.MISSING, code) in checks(draft)


def test_a_target_without_postal_lines_is_named() -> None:
    draft = read(target="Write to:\n\nMr. Juan Ensayo\nMinister of Defence\nCOLOMBIA\n\nSalutation: Dear Minister,")
    assert checks(draft) == {("targets[0].address_lines", Level.MISSING, "no_postal_lines")}


def test_labels_and_page_numbers_among_the_lines_of_an_address_go() -> None:
    block = "Name: Mr. Juan Ensayo\nTitle: Minister of Defence\n2\nAddress: Carrera 54\nPage 2 of 3\nBogotá\nColombia"
    addressee = only(f"{block}\nSalutation: Dear Minister,")
    assert addressee.lines == ("Mr. Juan Ensayo", "Minister of Defence", "Carrera 54", "Bogotá", "Colombia")
    assert (addressee.name, addressee.title) == ("Mr. Juan Ensayo", "Minister of Defence")


def test_addresses_without_a_label_may_follow_each_other_without_a_gap() -> None:
    blocks = [f"{name} Beispiel\nMinister of Justice\nMain Road 1\nTirana\nAlbania\nSalutation: Dear Minister"
              for name in ("Ana", "Eva", "Ida")]  # fmt: skip
    targets = read(target="\n".join(blocks), copy="").targets
    assert [each.name for each in targets] == ["Ana Beispiel", "Eva Beispiel", "Ida Beispiel"]


def test_a_last_day_above_the_heading_of_the_addresses_is_no_part_of_it() -> None:
    label = "PLEASE SEND APPEALS BEFORE 3 JUNE 2025\nPlease write in English or your own language to:"
    (minister,) = read(target=f"{label}\n\nAna Beispiel\n\nMinister of Justice\n\nTirana\n\nAlbania", copy="").targets
    assert minister.name == "Ana Beispiel"


@pytest.mark.parametrize(
    "line",
    [
        "He was the judge in her first trial",
        "Ministry of Defence, which is closed on Fridays",
        "First floor. Ask at the gate",
        "Three doors beyond an old red wall with green shutters and flowers",
        "Ministerio que dirige la policía",
        "la maison où vous sonnez",
    ],
)
def test_a_line_that_reads_like_a_sentence_is_doubted(line: str) -> None:
    draft = read(target=TARGET.replace("Carrera 54", f"{line}\nCarrera 54"))
    assert ("targets[0].lines", Level.UNCERTAIN, "line_looks_like_prose") in checks(draft)


@pytest.mark.parametrize(
    "line",
    [
        "Permanent Mission of the Republic of Colombia to the United Nations in Geneva",
        "Ministro de la Presidencia, Justicia y Relaciones con las Cortes y los Municipios",
        "Av. Jiménez No. 8-89. Piso 3",
        "Edificio Bachué, Of. 12",
    ],
)
def test_a_long_line_of_an_address_is_no_sentence(line: str) -> None:
    draft = read(target=TARGET.replace("Carrera 54", f"{line}\nCarrera 54"))
    assert "line_looks_like_prose" not in {check.code for check in draft.checks}
