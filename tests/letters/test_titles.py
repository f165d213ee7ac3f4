"""Headlines as subject lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.folding import fold
from uadesk.letters.titles import readable_title

ENGLISH = [
    ("STOP ILLEGAL DEPORTATIONS TO EL SALVADOR", "They were flown there.", "Stop illegal deportations to El Salvador"),
    ("USA MEN EXPELLED TO EL SALVADOR REPATRIATED", "", "USA men expelled to El Salvador repatriated"),
    ("USA: MEN EXPELLED BY ICE", "The USA and its ICE officers expelled them.", "USA: Men expelled by ICE"),
    ("TÜRKİYE: FREE THE STUDENTS", "Police in Türkiye", "Türkiye: Free the students"),
    ("JOURNALIST'S LIFE AT RISK", "", "Journalist's life at risk"),
    ("MUSICIAN’S APPEAL REJECTED", "", "Musician’s appeal rejected"),
    ("FISHERS' LEADER THREATENED", "", "Fishers' leader threatened"),
    ("FREE ADA O'NEILL", "Ada O'Neill is a teacher.", "Free Ada O'Neill"),
    ("FREE NORA O'NEILL", "", "Free Nora O'Neill"),
    ("FREE MCKAY", "", "Free McKay"),
    ("FREE ZXQ MEMBERS", "", "Free ZXQ members"),
    ("LAWYER RUTH INVENTADA HELD FOR A HUNDRED DAYS", "Ruth Inventada defends them.",
     "Lawyer Ruth Inventada held for a hundred days"),
    ("RAIL PLAN THREATENS NATION'S LANDS", "The people of the Nation said no.", "Rail plan threatens Nation's lands"),
    ("QUILOMBOLA LEADER THREATENED WITH DEATH", "She is a quilombola leader.",
     "Quilombola leader threatened with death"),
    ("DEFENDERS OF RÍO CLARO STILL WITHOUT PROTECTION", "The people of Río Claro wait.",
     "Defenders of Río Claro still without protection"),
    ("WOMEN'S RIGHTS LAWYER BACK IN PRISON", "", "Women's rights lawyer back in prison"),
    ("ASYLUM-SEEKERS FACE RETURN", "", "Asylum-seekers face return"),
    ("POET ABD AL-KARIM BIN SAEED DETAINED", "Abd al-Karim bin Saeed was detained.",
     "Poet Abd al-Karim bin Saeed detained"),
    ("POET OMAR AL-KARIM BIN SAEED DETAINED", "", "Poet Omar al-Karim bin Saeed detained"),
    ("GRACE HOPE FREED", "On Monday Dr Grace Hope was told.", "Grace Hope freed"),
    ("MARK GRANT FACES EXECUTION", "Mark Grant has been told.", "Mark Grant faces execution"),
    ("JUSTICE FOR GRACE", "They shot Grace in May.", "Justice for Grace"),
    ("HUMAN RIGHTS DEFENDER FREED", "The Human Rights Council has asked for it.", "Human rights defender freed"),
    ("MOHAMMED AHMED EXECUTED ON 3 MAY", "", "Mohammed Ahmed executed on 3 May"),
    ("IRANIAN POET MAY BE EXECUTED", "", "Iranian poet may be executed"),
    ("J.R. EXAMPLE JAILED FOR LGBTI POSTS", "", "J.R. Example jailed for LGBTI posts"),
    ("KING EXAMPLE III MUST FREE MPS", "The MPs saw King Example III.", "King Example III must free MPs"),
    ("HAITI: UN EXPERTS CONDEMN RAIDS ON NGO OFFICES", "", "Haiti: UN experts condemn raids on NGO offices"),
    ("CHILDREN OF THE LOWER OMO VALLEY EVICTED", "Many in the Lower Omo Valley fled.",
     "Children of the Lower Omo Valley evicted"),
    ("WOMEN GANG-RAPED AND PARADED", "", "Women gang-raped and paraded"),
    ("US CITIZEN HELD IN VENEZUELA", "", "US citizen held in Venezuela"),
    ("HELP US FREE THEM", "Tell us what they said.", "Help us free them"),
    ("FEARS FOR U.S. TEACHER", "", "Fears for U.S. teacher"),
    ("MINISTER OF JUSTICE MUST ACT", "She wrote to the Minister of Justice.", "Minister of Justice must act"),
    ("BEEKEEPERS DISPLACED BY FLOODGATES", "The beekeeper said that a floodgate broke.",
     "Beekeepers displaced by floodgates"),
]  # fmt: skip
FRENCH = [
    ("LIBEREZ LES ETUDIANTS", "Il faut que les étudiants sortent.", "Libérez les étudiants"),
    ("LIBÉREZ LES ÉTUDIANTS", "", "Libérez les étudiants"),
    ("L'AVOCATE ADA EXEMPLE CONDAMNEE A MORT", "Ada Exemple a été condamnée à mort.",
     "L'avocate Ada Exemple condamnée à mort"),
    ("IRAN : UNE MILITANTE RISQUE D'ETRE EXECUTEE", "", "Iran : une militante risque d'être exécutée"),
    ("DEUX JOURNALISTES BURUNDAIS EMPRISONNES", "", "Deux journalistes burundais emprisonnés"),
    ("EXPULSION IMMINENTE D'AFGHANS VERS LE PAKISTAN", "On expulse des Afghans.",
     "Expulsion imminente d'Afghans vers le Pakistan"),
    ("CÔTE D'IVOIRE : L'OPPOSANT KOFFI DETENU", "On a vu M. Koffi.", "Côte d'Ivoire : l'opposant Koffi détenu"),
    ("TROIS MILITANTS ENLEVÉS À GOMA", "", "Trois militants enlevés à Goma"),
    ("CONDAMNÉE A MORT", "", "Condamnée à mort"),
    ("SÉNÉGAL. AOUT 2020 : UN ETUDIANT TUE", "", "Sénégal. Août 2020 : un étudiant tué"),
    ("DÉTENU ALGERIEN MORT EN DETENTION", "", "Détenu algérien mort en détention"),
]  # fmt: skip
SPANISH = [
    ("LIDER INDIGENA EN PELIGRO TRAS RECIBIR AMENAZAS", "El líder indígena recibió amenazas.",
     "Líder indígena en peligro tras recibir amenazas"),
    ("MÉXICO: DEFENSORA DESAPARECIDA", "", "México: defensora desaparecida"),
    ("¡LIBEREN A ANA PEÑA!", "Ana Peña es maestra.", "¡Liberen a Ana Peña!"),
    ("LIBEREN A ANA PENA", "Ayer detuvieron a Ana Peña. Peña es maestra.", "Liberen a Ana Peña"),
    ("PENA DE MUERTE PARA ANA PENA", "Piden la pena de muerte para Ana Peña.", "Pena de muerte para Ana Peña"),
    ("DETENCION ARBITRARIA DE PERIODISTAS CUBANOS", "", "Detención arbitraria de periodistas cubanos"),
    ("EJECUCION INMINENTE EN EE.UU.", "", "Ejecución inminente en EE.UU."),
    ("LIDERESA DE SAN JOSÉ DE APARTADÓ AMENAZADA", "Vive en San José de Apartadó.",
     "Lideresa de San José de Apartadó amenazada"),
    ("JUICIO INJUSTO CONTRA EL POETA LUZ MARINA DELGADO", "El juez oyó a Luz Marina Delgado.",
     "Juicio injusto contra el poeta Luz Marina Delgado"),
    ("EL SALVADOR: MUJERES CONDENADAS POR ABORTO", "", "El Salvador: mujeres condenadas por aborto"),
]  # fmt: skip
GERMAN = [
    ("ANWÄLTIN IN IRAN ZU HAFTSTRAFE VERURTEILT", "", "Anwältin in Iran zu Haftstrafe verurteilt"),
    ("SCHULLEITER IN DER TÜRKEI VERHAFTET", "Gestern kam ein Schulleiter in Haft.",
     "Schulleiter in der Türkei verhaftet"),
    ("SCHULLEITER VERHAFTET", "", "SCHULLEITER VERHAFTET"),
]  # fmt: skip
TITLES = [
    (language, *row)
    for language, rows in (("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH), ("de", GERMAN))
    for row in rows
]
LANGUAGES = st.sampled_from(["en", "fr", "es", "de", "xx"])
WORDS = sorted({word for _language, title, text, _line in TITLES for word in (title + " " + text).split()})


@pytest.mark.parametrize(("language", "title", "text", "line"), TITLES, ids=lambda value: str(value)[:50])
def test_a_headline_in_capitals_becomes_a_sentence(language: str, title: str, text: str, line: str) -> None:
    assert readable_title(title, language, [text]) == line


@pytest.mark.parametrize("title", ["Stop the flights", "Stop ICE Flights", "USA", ""])
def test_what_is_not_in_capitals_stays_as_printed(title: str) -> None:
    assert readable_title(title, "en", []) == title


def test_a_language_without_words_stays_as_printed() -> None:
    assert readable_title("LASCIATE ANDARE GLI STUDENTI", "it", ["gli studenti"]) == "LASCIATE ANDARE GLI STUDENTI"


def test_headings_in_capitals_show_nothing_of_how_a_word_is_written() -> None:
    assert (
        readable_title("TEACHER OMARI FREED", "en", ["TEACHER OMARI FREED\nThey met Omari."]) == "Teacher Omari freed"
    )


def test_names_of_addressees_show_how_they_are_written() -> None:
    line = readable_title("GOVERNOR DE LA ROSA MUST ACT", "en", [], ["Mr Iñigo de la Rosa", "Governor"])
    assert line == "Governor de la Rosa must act"


@given(title=st.text(max_size=60), texts=st.lists(st.text(max_size=60), max_size=2), language=LANGUAGES)
def test_no_letter_of_any_headline_is_lost(title: str, texts: list[str], language: str) -> None:
    assert fold(readable_title(title.upper(), language, texts)) == fold(title.upper())


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    text=st.lists(st.sampled_from(WORDS), max_size=12),
    language=LANGUAGES,
)
def test_no_letter_of_a_likely_headline_is_lost(words: list[str], text: list[str], language: str) -> None:
    title = " ".join(words).upper()
    assert fold(readable_title(title, language, [" ".join(text)])) == fold(title)


@given(st.text("BCDFGHJKLMNPQRTVWXZ", min_size=2, max_size=4), st.sampled_from(["en", "fr", "es"]))
def test_a_name_that_nothing_shows_is_never_written_small(consonants: str, language: str) -> None:
    name = "".join(f"{sign}U" for sign in consonants) + "KOWU"
    assert name.capitalize() in readable_title(f"{name} {name}", language)
