"""How an element of a web page looks: what its style sheet and its own style say of emphasis, gaps and hiding."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

Attributes = Mapping[str, str | None]
Style = Mapping[str, str]

LONGEST_SHEET = 300_000
"""Signs of style sheets that are looked at; large sheets are those of a whole site."""
_NONE: Style = {}
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)
_PROPERTY = re.compile(r"([a-z-]{1,40})\s*:\s*([^;]{1,300})", re.IGNORECASE)
_TELLS = frozenset(
    (
        "display", "visibility", "opacity", "mso-hide", "max-height", "overflow", "left", "text-indent", "position",
        "font-weight", "font-style", "font-size", "color", "background", "background-color", "background-image",
        "white-space", "margin", "margin-top", "margin-bottom", "list-style", "list-style-type",
        "padding", "padding-top", "padding-bottom",
    )
)  # fmt: skip
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|cm|mm|in|%)?", re.IGNORECASE)
_IN_PT = {"px": 0.75, "pt": 1, "em": 12, "rem": 12, "ex": 6, "cm": 28.35, "mm": 2.835, "in": 72, "%": 1}
_GAP = 4.5
"""A margin of at least so many pt is seen as a gap."""
_NAMED = {"white": "ffffff", "black": "000000"}
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_CLEAR = re.compile(r"rgba\([^()]*,\s*0?\.?0+\s*\)")
UNKNOWN = "?"
"""A colour that cannot be told: a picture, a gradient, or what an absent style sheet says."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at a place of the page; `color` and `background` as six hex digits, or UNKNOWN."""

    is_bold: bool = False
    is_italic: bool = False
    is_heading: bool = False
    white_space: str = ""
    is_invisible: bool = False
    is_tiny: bool = False
    color: str = UNKNOWN
    background: str = "ffffff"

    @property
    def is_unseen(self) -> bool:
        return self.is_invisible or self.is_tiny or (self.color == self.background != UNKNOWN)


@dataclass(slots=True)
class Sheet:
    """The plain rules of a page's own style sheets: by element, class or id; others are passed over."""

    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    knows_backgrounds: bool = True
    """Whether no sheet stands elsewhere and no rule that was passed over tells colours."""

    def add(self, css: str) -> None:
        for selectors, body in _rules(_COMMENT.sub("", css[:LONGEST_SHEET])):
            said = declarations(body)
            for selector in selectors.split(",") if said else ():
                if _SELECTOR.fullmatch(selector.strip()):
                    self.rules.setdefault(selector.strip().lower(), {}).update(said)
                elif any(name.startswith("background") for name in said):
                    self.knows_backgrounds = False

    def style_of(self, tag: str, attributes: Attributes) -> Style:
        """What holds for an element: rules from the general to the special, its own style last."""
        if not attributes and tag not in self.rules:
            return _NONE
        style = dict(self.rules.get(tag, _NONE))
        if self.rules:
            names = [f".{each.lower()}" for each in (attributes.get("class") or "").split()[:20]]
            names += [f"#{(attributes.get('id') or '').lower()}"]
            for name in (*names, *(f"{tag}{name}" for name in names)):
                style.update(self.rules.get(name, _NONE))
        if not self.knows_backgrounds:
            style = {name: value for name, value in style.items() if not name.startswith("background")}
        if attributes.get("style"):
            style.update(declarations(attributes["style"] or ""))
        return style


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule; none of those for print and small screens, which are not sure to hold."""
    depth = start = opening = 0
    for brace in _BRACE.finditer(css):
        if brace[0] == "{":
            opening = brace.start() if depth == 0 else opening
            depth += 1
        elif depth:
            depth -= 1
        if depth == 0:
            selectors = css[start:opening].rpartition(";")[2].strip()
            if not selectors.startswith("@"):
                yield selectors, css[opening + 1 : brace.start()]
            start = opening = brace.end()


def declarations(body: str) -> dict[str, str]:
    """The properties that tell something, lower case.

    >>> declarations("Margin: 0cm; font-family: Arial")
    {'margin': '0cm'}
    """
    said = ((name.lower(), value.strip().lower()) for name, value in _PROPERTY.findall(body[:5000]))
    return {name: value.removesuffix("!important").strip() for name, value in said if name in _TELLS}


def hides(style: Style) -> bool:
    """Whether an element with all that is in it is not shown."""
    if style.get("display") == "none" or style.get("mso-hide") == "all" or _is_zero(style.get("opacity", "")):
        return True
    if _is_zero(style.get("max-height", "")) and style.get("overflow") == "hidden":
        return True
    return any((pt(style.get(name, "")) or 0) < -500 for name in ("left", "text-indent"))


def gap(style: Style, side: str, *, usual: bool) -> bool:
    """Whether a gap stands at the `top` or `bottom` of an element."""
    size = _size(style, "margin", side)
    return usual if size is None else size >= _GAP


def padding(style: Style) -> float:
    """The room above and below an element's text, pt."""
    return (_size(style, "padding", "top") or 0) + (_size(style, "padding", "bottom") or 0)


def _size(style: Style, name: str, side: str) -> float | None:
    sides = style.get(name, "").split()
    return pt(style.get(f"{name}-{side}") or "".join(sides[2:3] if side == "bottom" and len(sides) > 2 else sides[:1]))


def pt(length: str) -> float | None:
    """A length in pt; None where there is none.

    >>> [pt("8.0pt"), pt("0cm"), pt("auto")]
    [8.0, 0.0, None]
    """
    found = _LENGTH.match(length)
    return float(found[1]) * _IN_PT[(found[2] or "px").lower()] if found is not None else None


def looked(look: Look, tag: str, style: Style, attributes: Attributes) -> Look:
    """The look of text inside an element that stands in text of this look."""
    look = _BY_TAG.get(tag, _same)(look)
    background = attributes.get("bgcolor")
    color = attributes.get("color") if tag == "font" else None
    if not style and not background and not color:
        return look
    weight, slant, size = style.get("font-weight", ""), style.get("font-style", ""), pt(style.get("font-size", ""))
    return replace(
        look,
        is_bold=_is_heavy(weight) if weight else look.is_bold,
        is_italic=slant.startswith(("italic", "oblique")) if slant else look.is_italic,
        white_space=style.get("white-space", look.white_space),
        is_invisible=style["visibility"] in ("hidden", "collapse") if "visibility" in style else look.is_invisible,
        is_tiny=size <= 1 if size is not None else look.is_tiny,
        color=_color(style.get("color") or color, look.color),
        background=_background(style, background, look.background),
    )


def _same(look: Look) -> Look:
    return look


def _bold(look: Look) -> Look:
    return replace(look, is_bold=True)


def _italic(look: Look) -> Look:
    return replace(look, is_italic=True)


def _heading(look: Look) -> Look:
    return replace(look, is_heading=True)


def _kept(look: Look) -> Look:
    return replace(look, white_space="pre")


_BY_TAG = {
    **dict.fromkeys(("b", "strong", "th"), _bold),
    **dict.fromkeys(("i", "em"), _italic),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("pre", "listing", "xmp"), _kept),
}


def _is_heavy(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)


def _is_zero(value: str) -> bool:
    found = _LENGTH.match(value)
    return found is not None and float(found[1]) == 0


def _color(value: str | None, inherited: str) -> str:
    """A colour as six hex digits, one sort of near-white for all of them."""
    value = (value or "").strip().lower()
    if not value or value in ("inherit", "windowtext", "initial"):
        return inherited
    if value == "transparent":
        return UNKNOWN
    value = _NAMED.get(value.split()[0], value)
    hexes, rgb = _HEX.match(value if value.startswith("#") else f"#{value}"), _RGB.match(value)
    if rgb is not None:
        digits = "".join(f"{min(int(each), 255):02x}" for each in rgb.groups())
    elif hexes is not None:
        digits = hexes[1] if len(hexes[1]) == 6 else "".join(2 * each for each in hexes[1])
    else:
        return UNKNOWN
    return "ffffff" if all(int(digits[at : at + 2], 16) >= 0xFA for at in (0, 2, 4)) else digits


def _background(style: Style, attribute: str | None, inherited: str) -> str:
    said = style.get("background", "")
    if "url(" in said or "gradient" in said or style.get("background-image", "none") != "none":
        return UNKNOWN
    value = style.get("background-color") or said or attribute or ""
    if value.split(" ")[0] in ("", "none", "transparent", "inherit", "initial", "unset") or _CLEAR.match(value):
        return inherited
    return _color(value, inherited)
