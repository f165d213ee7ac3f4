"""Characters that nobody sees or that look like others, in what an envelope carries."""

import pytest

from tests.reading.small import TARGET, checks, read
from uadesk.domain.texts import Level
from uadesk.reading.encoding import text_from_json, text_to_json
from uadesk.reading.formats.texts import read_text
from uadesk.reading.unseen import mixed_words

OVERRIDE, POP, ISOLATE, SOFT, ZERO = "\u202e", "\u202c", "\u2068", "\u00ad", "\u200b"


@pytest.mark.parametrize(
    ("printed", "shown", "field"),
    [
        (f"Mr. Juan {OVERRIDE}Ensayo{POP}", "Mr. Juan Ensayo", "name"),
        (f"{ISOLATE}Mr. Juan Ensayo", "Mr. Juan Ensayo", "name"),
        (f"Mr. Ju{ZERO}an Ensayo", "Mr. Juan Ensayo", "name"),
        (f"Minis{SOFT}ter of Defence", "Minister of Defence", "title"),
        (f"Carrera 54{ZERO} No. 26-25", "Carrera 54 No. 26-25", "address_lines[0]"),
        (f"Salutation: Dear Min{SOFT}ister,", "Salutation: Dear Minister,", "salutation"),
        (f"Email: ministro@mindefensa{ZERO}.gov.co", "Email: ministro@mindefensa.gov.co", "email[0]"),
    ],
)
def test_hidden_characters_are_left_out_and_named(printed: str, shown: str, field: str) -> None:
    draft = read(target=TARGET.replace(shown, printed))
    assert draft.targets == read().targets
    assert checks(draft) == {(f"targets[0].{field}", Level.UNCERTAIN, "hidden_characters")}
    start, end = draft.spans[f"targets[0].{field}"]
    assert draft.text.content[start:end] in shown


def test_hidden_characters_elsewhere_are_no_doubt() -> None:
    draft = read(story=f"{ISOLATE}Community{SOFT} leader Ana Pru{ZERO}eba was followed.", title=f"LEADER{ZERO} AT RISK")
    assert (draft.title, draft.summary) == ("LEADER AT RISK", "Community leader Ana Prueba was followed.")
    assert checks(draft) == set()


@pytest.mark.parametrize("text", ["می\u200cشود", "क्\u200dष", "👩\u200d👧", "نامه\u200cای برای شما"])
def test_joiners_that_shape_letters_stay(text: str) -> None:
    assert read_text("x", text.encode()).text.content == f"{text}\n"


@pytest.mark.parametrize(
    "text", ["a\u200cb", "a\u200db", "\ufeffab", "ab\u2066", "a\U000e0041b", f"{ZERO}**ab**", f"> {ZERO}ab"]
)
def test_joiners_and_marks_elsewhere_go(text: str) -> None:
    assert read_text("x", text.encode()).text.content == "ab\n"


def test_where_they_stood_goes_with_the_text() -> None:
    text = read_text("x", f"first\n\n**se{ZERO}cond** th{SOFT}ird".encode()).text
    assert (text.content, text.bold, text.hidden) == ("first\n\nsecond third\n", ((7, 13),), (9, 16))
    assert text_from_json(text_to_json(text)) == text


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("Mr. Juan Ens\u0430yo", "name"),
        ("Minister of D\u0435fence", "title"),
        ("Carrera 54 N\u03bf. 26-25", "address_lines[0]"),
        ("ministro@mindef\u0435nsa.gov.co", "email[0]"),
    ],
)
def test_words_of_two_alphabets_are_doubted(printed: str, field: str) -> None:
    plain = printed.translate(str.maketrans("\u0430\u0456\u03bf\u0435", "aioe"))
    draft = read(target=TARGET.replace(plain, printed))
    assert (f"targets[0].{field}", Level.UNCERTAIN, "mixed_scripts") in checks(draft)


@pytest.mark.parametrize(
    "honest",
    [
        "Mr. Yılmaz Örnek", "Đặng Thị Hồng", "Łukasz Żółw", "Þórður Æsir", "Siobhán O’Brien", "N'Djaména", "Bahá'í",
        "Nino Ქართული", "Владимир Путин", "г. Москва, ул. Лесная 5", "Moscow / Москва", "Γιώργος Παπαδόπουλος",
        "Αθήνα 105 57", "محمد بن سلمان", "מדינת ישראל", "José Ma. Peña 3º", "Ŵyn Ŷ", "ʻAli Kū", "Ⅳ. Bezirk", "µ Street",
        "Шестопал", "Київ 01001", "Осло, Норвегия",
    ],
)  # fmt: skip
def test_honest_names_are_not_doubted(honest: str) -> None:
    assert list(mixed_words(honest)) == []


def test_a_word_wholly_of_look_alikes_among_latin_ones_is_doubted() -> None:
    assert list(mixed_words("\u0421\u043e\u0441\u043e Example Street")) == ["\u0421\u043e\u0441\u043e"]
