"""The label words of bulletins, as a volunteer may write them into the data file."""

import pytest

from uadesk.reference.bulletin_words import load_words


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("target", "Write to:"),
        ("target", "PLEASE WRITE TO"),
        ("target", "Please write to the Minister of Justice:"),
        ("copy", "And please also send a copy to:"),
        ("copy", "cc:"),
        ("background", "ADDITIONAL INFORMATION"),
        ("salutation", "Salutation: Dear Minister,"),
    ],
)
def test_a_label_is_known_in_any_letter_case(kind: str, line: str) -> None:
    assert load_words().labels[kind].match(line)


@pytest.mark.parametrize("line", ["Write to us", "Copying is allowed", "Information on this case"])
def test_a_sentence_is_no_label(line: str) -> None:
    words = load_words()
    assert not any(words.exact[kind].match(line) for kind in ("target", "copy", "background"))


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(OSError, match="xx"):
        load_words("xx")
