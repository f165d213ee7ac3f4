"""The elements of a web page, walked in their order, to paragraphs as a person sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from uadesk.reading.formats import tables
from uadesk.reading.formats.building import Builder, Unseen
from uadesk.reading.formats.flow import Paragraph
from uadesk.reading.formats.marks import Numbering, is_unmarked
from uadesk.reading.formats.styles import Attributes, Look, Sheet, Style, gap, hides, looked

_LEFT_OUT = frozenset(
    (
        "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video", "audio",
        "canvas", "map", "select", "textarea", "input", "datalist", "title", "link", "meta", "progress",
        "noframes", "applet", "img", "picture",
    )
)  # fmt: skip
_OPENS = frozenset(("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))
"""A button with one of these is the heading of a part that it opens."""
_STRUCK = frozenset(("del", "s", "strike"))
_BLOCKS = frozenset(
    (
        "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
        "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "listing", "xmp", "address", "hr",
        "article", "section", "main", "header", "footer", "nav", "aside", "figure", "figcaption", "details", "summary",
        "form", "button", "fieldset", "legend", "center", "menu", "dir",
    )
)  # fmt: skip
_WITH_GAPS = frozenset(
    (
        "p",
        "button",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "listing",
        "xmp",
        "hr",
        "figure",
    )
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_FOR_EARS = frozenset(
    (
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader", "screenreader",
        "element-invisible", "show-for-sr", "u-sr-only", "a11y-hidden", "sr-text", "assistive-text",
    )
)  # fmt: skip
"""Classes of words that only screen readers say, such as "opens in a new tab"."""
_FEW = 200
"""Signs that are no page's main text."""
MOST_TABLES_DEEP = 20


@dataclass(slots=True)
class _Element:
    """An element that was entered, with what is to be done where it ends."""

    tag: str
    style: Style
    is_block: bool
    text_after: str = ""
    look: Look = field(default_factory=Look)


@dataclass(slots=True)
class Walker:
    """Goes through the elements; `has_tight_paragraphs` where empty paragraphs are the page's gaps."""

    sheet: Sheet
    builder: Builder
    has_tight_paragraphs: bool = False
    unseen: Unseen = field(default_factory=Unseen)
    tables_deep: int = 0
    length: int = 0
    """Signs of the whole page."""
    _lists: list[Numbering | str] = field(default_factory=list)

    def walk(self, root: LexborNode, look: Look) -> list[Paragraph]:
        """The paragraphs inside an element."""
        todo: list[tuple[LexborNode, Look] | _Element] = [(each, look) for each in _children(root)]
        while todo:
            each = todo.pop()
            if isinstance(each, _Element):
                self._leave(each)
                continue
            node, look = each
            if node.is_text_node:
                self._say(node.text_content or "", look)
            elif node.is_element_node:
                todo.extend(self._enter(node, look))
        self.builder.end(is_apart=False)
        return self.builder.paragraphs

    def walk_page(self, body: LexborNode, look: Look) -> list[Paragraph]:
        """The paragraphs of a whole page, in the look of its body."""
        attributes = body.attributes
        self.length = len(body.text())
        return self.walk(body, looked(look, "body", self.sheet.style_of("body", attributes), attributes))

    def _say(self, text: str, look: Look) -> None:
        if look.is_unseen:
            self.unseen.add(text)
            return
        self.unseen.has_begun = self.unseen.has_begun or bool(text.strip())
        self.builder.say(text, look)

    def _enter(self, node: LexborNode, look: Look) -> Iterator[tuple[LexborNode, Look] | _Element]:
        """What is to be done for an element, last first."""
        tag = node.tag or ""
        if tag in _LEFT_OUT:
            return
        attributes = node.attributes
        if tag == "button" and not _OPENS.intersection(attributes):
            return
        if tag == "br":
            self.builder.break_line(look)
            return
        style = self.sheet.style_of(tag, attributes)
        if self._is_left_out(node, tag, attributes, style):
            return
        look = looked(look, tag, style, attributes)
        element = _Element(tag, style, _is_block(tag, style), _address_behind(node, tag, attributes), look)
        self._begin(element, attributes)
        if tag == "table" and self.tables_deep < MOST_TABLES_DEEP:
            tables.read(self, node, look)
            return
        yield element
        yield from ((each, look) for each in _children(node))

    def _is_left_out(self, node: LexborNode, tag: str, attributes: Attributes, style: Style) -> bool:
        if _FOR_EARS.intersection((attributes.get("class") or "").lower().split()):
            return True
        is_for_eyes = attributes.get("aria-hidden") == "true" and not self._holds_most(node)
        if tag in _STRUCK or "hidden" in attributes or is_for_eyes or hides(style):
            self.unseen.add(node.text())
            return True
        return False

    def _holds_most(self, node: LexborNode) -> bool:
        """Whether an element has most of the page's text, as where an open banner makes all else inert."""
        return len(node.text()) > max(self.length / 2, _FEW)

    def _begin(self, element: _Element, attributes: Attributes) -> None:
        tag = element.tag
        if element.is_block:
            self.builder.end(is_apart=gap(element.style, "top", usual=self._has_gap(tag)))
        if tag in _LISTS:
            self._lists.append(Numbering.of(attributes, element.style) if tag == "ol" else self._bullet(element.style))
        elif tag == "li":
            self.builder.mark = self._mark(attributes, element.style)

    def _mark(self, attributes: Attributes, style: Style) -> str:
        marks = self._lists[-1] if self._lists else "-"
        if isinstance(marks, Numbering):
            return marks.next(attributes.get("value"))
        return "" if is_unmarked(style) else marks

    def _bullet(self, style: Style) -> str:
        return "" if is_unmarked(style) else "◦" if self._lists else "-"

    def _leave(self, element: _Element) -> None:
        if element.text_after:
            self._say(element.text_after, element.look)
        if element.is_block:
            self.builder.end(is_apart=gap(element.style, "bottom", usual=self._has_gap(element.tag)))
        if element.tag in _LISTS and self._lists:
            self._lists.pop()
        elif element.tag == "li":
            self.builder.mark = ""

    def _has_gap(self, tag: str) -> bool:
        """Whether an element of this kind has gaps around it where its style says nothing."""
        if self._lists and tag in ("p", *_LISTS):
            return tag != "p" and len(self._lists) < 2 and not self.builder.mark
        return tag in _WITH_GAPS and not (tag == "p" and self.has_tight_paragraphs)

    def inner(self) -> "Walker":
        """A walker for one cell of a table."""
        builder = Builder(self.builder.part, is_apart=False)
        return Walker(self.sheet, builder, self.has_tight_paragraphs, self.unseen, self.tables_deep + 1, self.length)


def _children(node: LexborNode) -> list[LexborNode]:
    """The nodes in an element, last first."""
    children: list[LexborNode] = []
    child = node.last_child
    while child is not None:
        children.append(child)
        child = child.prev
    return children


def _is_block(tag: str, style: Style) -> bool:
    display = style.get("display", "")
    if display.startswith("inline"):
        return tag in ("p", "li", "td", "th")
    return tag in _BLOCKS or display in ("block", "flex", "grid", "table", "list-item", "flow-root")


def _address_behind(node: LexborNode, tag: str, attributes: Attributes) -> str:
    """The email address of a mail link whose text is none."""
    target = (attributes.get("href") or "").strip() if tag == "a" else ""
    if not target.lower().startswith("mailto:"):
        return ""
    address, text = target[7:].partition("?")[0].strip(), node.text()
    if not text.strip() or "@" in text or "protected" in text or "@" not in address or "%" in address:
        return ""
    return f" ({address})"
