"""What a Word paragraph and its runs look like, by their own properties, their styles and the file's defaults."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uadesk.reading.formats.word_package import Element, Part, w

_HEADING_NAMES = re.compile(
    r"(?:heading|title|subtitle|titre|sous-titre|überschrift|titel|untertitel|título|titulo|encabezado|kop)\b.{0,12}",
    re.IGNORECASE,
)
_BODY_LEVEL = 9
"""The outline level of body text (ISO 29500, 17.3.1.20)."""
_DEEPEST = 20
"""No chain of styles based on each other is followed further."""
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a run's signs are shown."""

    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False
    is_white: bool = False
    """White, with no shade of the run behind it."""
    in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Spacing:
    """Space above and below a paragraph, pt; `is_contextual`: none between paragraphs of one style."""

    before: float = 0
    after: float = 0
    is_contextual: bool = False


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph is an item of, and how deep it stands in it (from 0)."""

    number: str
    level: int


class Styles:
    """The styles of a file."""

    def __init__(self, part: Part | None) -> None:
        root = part.root if part is not None else None
        every = root.findall(w("style")) if root is not None else []
        self._styles = {style.get(w("styleId"), ""): style for style in every}
        self._usual = {
            style.get(w("type"), ""): style.get(w("styleId"), "")
            for style in every
            if style.get(w("default")) in ("1", "true", "on")
        }
        self._run_defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if root is not None else None
        self._paragraph_defaults = (
            root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}") if root is not None else None
        )
        self._looks: dict[tuple[str, str], tuple[Element, ...]] = {}

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        named = _value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        return named or self._usual.get("paragraph", "")

    def look(self, run: Element | None, paragraph_style: str) -> Look:
        """How a run of a paragraph of this style is shown."""
        own = run.find(w("rPr")) if run is not None else None
        character_style = _value(own.find(w("rStyle"))) if own is not None else ""
        chain = ([own] if own is not None else []) + list(self._run_properties(character_style or "", paragraph_style))
        return Look(
            is_bold=_is_on(chain, "b"),
            is_italic=_is_on(chain, "i"),
            is_hidden=_is_on(chain, "vanish") or _is_on(chain, "webHidden") or _is_tiny(chain),
            is_white=_is_white(chain),
            in_capitals=_is_on(chain, "caps"),
        )

    def is_heading(self, paragraph: Element) -> bool:
        """Whether the paragraph is a heading: by its outline level, or by the name of its style."""
        level = self._first_of(paragraph, "outlineLvl")
        if level is not None:
            return _number(level.get(w("val")), _BODY_LEVEL) < _BODY_LEVEL
        chain = self._chain(self.style_of(paragraph))
        names = (_value(style.find(w("name"))) or "" for style in chain)
        return any(_HEADING_NAMES.fullmatch(name) for name in names)

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """The list that the paragraph belongs to, by itself or by its style."""
        found = self._first_of(paragraph, "numPr")
        number = _value(found.find(w("numId"))) if found is not None else None
        if found is None or not number or number == "0":
            return None
        level = found.find(w("ilvl"))
        return ListPlace(number, _number(level.get(w("val")) if level is not None else None, 0))

    def list_of_style(self, style: str) -> str:
        """The number of the list that a list style stands for; empty where there is none."""
        found = self._styles.get(style)
        place = found.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") if found is not None else None
        return _value(place) or ""

    def spacing(self, paragraph: Element) -> Spacing:
        """The space around a paragraph."""
        given: dict[str, float] = {}
        for properties in self._paragraph_properties(paragraph):
            spacing = properties.find(w("spacing"))
            for side in ("before", "after") if spacing is not None else ():
                automatic = spacing.get(w(f"{side}Autospacing"))
                value = spacing.get(w(side))
                if automatic is not None and automatic not in _OFF:
                    given.setdefault(side, 14)  # what Word takes for a web page's paragraphs
                elif value is not None:
                    given.setdefault(side, _number(value, 0) / 20)
        contextual = _is_on(list(self._paragraph_properties(paragraph)), "contextualSpacing")
        return Spacing(given.get("before", 0), given.get("after", 0), contextual)

    def is_shaded(self, paragraph: Element) -> bool:
        """Whether the paragraph has a colour behind it."""
        return any(is_shade(properties.find(w("shd"))) for properties in self._paragraph_properties(paragraph))

    def _first_of(self, paragraph: Element, name: str) -> Element | None:
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(w(name))
            if found is not None:
                return found
        return None

    def _paragraph_properties(self, paragraph: Element) -> Iterator[Element]:
        """From the paragraph's own to the file's defaults."""
        own = paragraph.find(w("pPr"))
        if own is not None:
            yield own
        for style in self._chain(self.style_of(paragraph)):
            properties = style.find(w("pPr"))
            if properties is not None:
                yield properties
        if self._paragraph_defaults is not None:
            yield self._paragraph_defaults

    def _run_properties(self, character: str, paragraph: str) -> tuple[Element, ...]:
        key = character, paragraph
        if key not in self._looks:
            styles = (*self._chain(character), *self._chain(paragraph))
            found = [style.find(w("rPr")) for style in styles] + [self._run_defaults]
            self._looks[key] = tuple(each for each in found if each is not None)
        return self._looks[key]

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those it is based on."""
        for _each in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = _value(found.find(w("basedOn"))) or ""


def is_shade(shade: Element | None) -> bool:
    """Whether this shading gives a colour other than white."""
    return shade is not None and (shade.get(w("fill")) or "auto").lower() not in ("auto", "ffffff", "none")


def _value(element: Element | None) -> str | None:
    return element.get(w("val")) if element is not None else None


def _number(value: str | None, otherwise: int) -> int:
    try:
        return int(float(value)) if value is not None else otherwise
    except (ValueError, OverflowError):
        return otherwise


def _is_on(chain: Sequence[Element], name: str) -> bool:
    """Whether the nearest properties that name this switch have it on."""
    switch = next((found for each in chain if (found := each.find(w(name))) is not None), None)
    return switch is not None and (switch.get(w("val")) or "1") not in _OFF


def _is_white(chain: Sequence[Element]) -> bool:
    colour = next((found for each in chain if (found := each.find(w("color"))) is not None), None)
    if colour is None or (colour.get(w("val")) or "").lower() != "ffffff":
        return False
    has_highlight = any(each.find(w("highlight")) is not None for each in chain)
    return not has_highlight and not any(is_shade(each.find(w("shd"))) for each in chain)


def _is_tiny(chain: Sequence[Element]) -> bool:
    """Signs of 1 pt are there to be hidden; half points."""
    size = next((found for each in chain if (found := each.find(w("sz"))) is not None), None)
    return size is not None and 0 < _number(size.get(w("val")), 24) <= 2
