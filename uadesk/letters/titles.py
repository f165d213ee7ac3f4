"""A bulletin's headline as the subject line of a letter: a sentence, its names as the bulletin writes them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from uadesk.letters.headline_words import LANGUAGES, HeadlineWords, load_headline_words
from uadesk.letters.plain_letters import plain
from uadesk.letters.spellings import Spellings, Word, is_capitals, spellings_of, words_of

_ROMAN = re.compile(r"(?=[IVX]{2,}$)X{0,3}(?:IX|IV|V?I{0,3})$")
_ABBREVIATION = 3
"""Letters up to which a word that nobody knows may be an abbreviation."""
_LONGEST = 400
"""Characters; what is longer is no headline."""
_STEM, _LONG = 6, 7
"""Letters that two words of one stem share; letters from which on an ending tells a word from a name."""


def readable_title(title: str, language: str, texts: Iterable[str] = (), names: Iterable[str] = ()) -> str:
    """A headline in capitals as a sentence; any other, or one in a language without words for it, as printed.

    `texts` are running texts of the same bulletin and `names` its names and offices, which show how it writes
    them. A word that neither they nor the lists know keeps a capital: it may be a name.
    """
    if language not in LANGUAGES or len(title) > _LONGEST or not is_capitals(title):
        return title
    return _sentence(title, language, tuple(texts), tuple(names))


@lru_cache(maxsize=256)
def _sentence(title: str, language: str, texts: tuple[str, ...], names: tuple[str, ...]) -> str:
    known = load_headline_words(language)
    line = _Line(title, known, spellings_of(texts, names, known))
    return line.written()


class _Line:
    """One headline, with what is known of its words."""

    def __init__(self, title: str, known: HeadlineWords, seen: Spellings) -> None:
        self.title = title
        self.known = known
        self.seen = seen
        self.words = list(words_of(title, splits_apostrophes=known.splits_apostrophes))
        self.has_accents = not _is_bare(title)
        self._names = {**known.countries, **seen.names}

    def written(self) -> str:
        """The line as a sentence; as printed where a word's writing cannot be told."""
        spelled: list[str] = []
        while len(spelled) < len(self.words):
            name = self._name_at(len(spelled))
            if name:
                spelled += name
                continue
            word = self._spelled(len(spelled))
            if word is None:
                return self.title
            spelled.append(word)
        spelled = [self._opened(place, word) for place, word in enumerate(spelled)]
        return self._filled(spelled)

    def _filled(self, spelled: Sequence[str]) -> str:
        parts: list[str] = []
        end = 0
        for word, text in zip(self.words, spelled, strict=True):
            parts += (self.title[end : word.start], text)
            end = word.end
        return re.sub(r"(?<=['’])S\b", "s", "".join(parts) + self.title[end:])

    def _name_at(self, place: int) -> tuple[str, ...]:
        """The longest known name of several words that stands here; empty where there is none."""
        for length in range(7, 1, -1):
            part = self.words[place : place + length]
            name = self._names.get(tuple(word.key for word in part)) if len(part) == length else None
            if name is not None:
                return name
        return ()

    def _opened(self, place: int, word: str) -> str:
        """The word with a capital where the line, or a sentence after a name and a colon, begins with it."""
        before = self.title[: self.words[place].start].rstrip(" \"'“«‘(¿¡’")
        begins = not before or before[-1] in (".!?:" if self.known.opens_after_colon else ".!?")
        return word[:1].upper() + word[1:] if begins and not re.search(r"\b[^\W\d_]\.$", before) else word

    def _spelled(self, place: int) -> str | None:
        word = self.words[place]
        key = word.key
        if "." in word.text or _ROMAN.match(word.text):
            return word.text
        if self._is_dated(place):
            return word.text.capitalize()
        if self._joins_names(place):
            return word.text.lower()
        if key in self.known.small:
            return self._small(key)
        if (key,) in self.known.countries:
            return self._from_text(key) or self.known.countries[(key,)][0]
        if key in self.known.common and key not in self.known.names_too:
            return self._common(word)
        return self._from_text(key) or self._listed(place) or self._guessed(word)

    def _is_dated(self, place: int) -> bool:
        """Whether a month that is a word as well stands beside a number ("1 MAY")."""
        word = self.words[place]
        beside = self.title[: word.start].rstrip()[-1:] + self.title[word.end :].lstrip()[:1]
        return word.key in ("may", "march") and word.key in self.known.names_too and any(map(str.isdigit, beside))

    def _joins_names(self, place: int) -> bool:
        """Whether a particle stands before a hyphen or between two words that are names."""
        word = self.words[place]
        if place == 0 or word.text.lower() not in self.known.particles:
            return False
        beside = self.words[place - 1 : place] + self.words[place + 1 : place + 2]
        return self.title[word.end : word.end + 1] == "-" or (
            len(beside) == 2 and all(self._may_be_name(each.key) for each in beside)
        )

    def _may_be_name(self, key: str) -> bool:
        return key not in self.known.small and (key not in self.known.common or key in self.known.names_too)

    def _small(self, key: str) -> str:
        """A small word; where the text has it in capitals alone, an abbreviation ("IS", "US")."""
        capital = self.seen.capital.get(key)
        if capital and key not in self.seen.small and (spelling := capital.most_common(1)[0][0]).isupper():
            return spelling if len(spelling) > 1 else self.known.small[key]
        if key in self.known.abbreviations and key not in self.seen.small:
            return self.known.abbreviations[key]
        return self._accented(key, self.known.small[key])

    def _common(self, word: Word) -> str:
        key = word.key
        if key not in self.seen.small and key in self.seen.capital:
            spelling = self.seen.capital[key].most_common(1)[0][0]
            if key in self.seen.alone or spelling.isupper():
                return spelling
        small = self.seen.small.get(key)
        return self._accented(key, small.most_common(1)[0][0] if small else self.known.common[key])

    def _accented(self, key: str, spelling: str) -> str:
        """The spelling, or the headline's own letters where it prints accents and they make a word."""
        own = next(word.text.lower() for word in self.words if word.key == key)
        if not _is_bare(own):
            return own
        makes_word = own in (self.known.small.get(own), self.known.common.get(own))
        return own if self.has_accents and makes_word and len(own) > 1 else spelling

    def _from_text(self, key: str) -> str | None:
        """The word as the texts write it within sentences: as most do, with a capital where as many do."""
        small, capital = self.seen.small.get(key), self.seen.capital.get(key)
        if capital and (not small or capital.total() >= small.total()):
            return capital.most_common(1)[0][0]
        return self._accented(key, small.most_common(1)[0][0]) if small else None

    def _listed(self, place: int) -> str | None:
        """The word as the lists have it."""
        key = self.words[place].key
        for some in (self.known.abbreviations, self.known.names):
            if key in some:
                return some[key]
        if key in self.known.peoples:
            people = self._accented(key, self.known.peoples[key])
            after_article = place > 0 and self.words[place - 1].key in self.known.articles
            return people.capitalize() if after_article else people
        return self._accented(key, self.known.common[key]) if key in self.known.common else None

    def _guessed(self, word: Word) -> str | None:
        """A word that stands nowhere: small where its making shows it, else as a name; None where that is unsafe."""
        key = word.key
        if len(key) >= _LONG and (self.known.never_names.fullmatch(key) or self._is_made_of_small(key)):
            return self._with_accents(word.text.lower())
        opening = self.seen.opening.get(key)
        if not self.known.guesses:
            return None
        if opening:
            return opening.most_common(1)[0][0]
        return _as_name(word.text)

    def _is_made_of_small(self, key: str) -> bool:
        """Whether the text has a word of the same stem in small letters ("deported" for "deportations")."""
        stems = {key, *(key[: -len(end)] for end in self.known.endings if key.endswith(end))}
        return any(
            small.startswith(stem) and (small == stem or small[len(stem) :] in self.known.endings)
            for stem in stems
            if len(stem) >= _STEM
            for small in self.seen.small
        )

    def _with_accents(self, word: str) -> str:
        for bare, accented in self.known.accents.items():
            if word.endswith(bare) and not self.has_accents:
                return word[: -len(bare)] + accented
        return word


def _is_bare(text: str) -> bool:
    return plain(text) == text.replace("’", "'").replace("‘", "'")


def _as_name(word: str) -> str:
    """A word in capitals as a name, "McKay" and "O'Neill" too; what may be an abbreviation as it is printed."""
    if len(word) <= _ABBREVIATION or (not re.search(r"[AEIOUYÀ-ÿŒŸ]", word) and word.isascii()):
        return word
    scottish = re.match(r"MC(?=[^\W\d_]{3})", word)
    if scottish:
        return f"Mc{word[2:].capitalize()}"
    return "".join(part.capitalize() for part in re.split(r"(['’])", word))
