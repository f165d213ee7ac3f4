"""What of a saved web page belongs to the site and not to its text: menus, banners, share buttons, pleas.

Left out is only what its element, role, class or links show to be such; whatever holds a bulletin's number, last day
or salutation stays.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from uadesk.reading.formats.signs import is_of_a_bulletin
from uadesk.reading.formats.styles import Attributes

_SITE_TAGS = (
    "nav, header, footer, main, article, aside, script, link[rel=stylesheet], form, [role=main], [id*=nav], [id*=menu]"
    ", [id*=header], [id*=footer], [id*=sidebar], [class*=nav], [class*=menu], [class*=header], [class*=footer]"
    ", [class*=sidebar], [class*=share], [class*=cookie]"
)
_BOXES = frozenset(("div", "section", "aside", "ul", "ol", "form", "p", "nav", "header", "footer", "span", "table"))
_ALWAYS = frozenset(("navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist"))
_FRAME = {"header": "banner", "footer": "contentinfo", "aside": "complementary"}
_SITE_WORDS = """
    menu submenu nav navbar navigation breadcrumb breadcrumbs cookie cookies consent gdpr share sharing shares social
    socials sharedaddy addtoany addthis newsletter subscribe signup donate donation donations comment comments respond
    disqus related relatedposts sidebar search searchform searchbar skip skiplink login
    popup modal lightbox offcanvas advert adverts ads promo pagination pager toolbar megamenu hamburger fundraising
    widget widgets
"""
_NAMES = frozenset(_SITE_WORDS.split())
_BYLINES = frozenset(("meta", "byline", "posted", "dateline"))
_EDGES = frozenset(("footer", "colophon", "copyright", "masthead"))
_TOP = frozenset(("header", "site", "page", "top", "main", "global", "bar", "wrapper", "container", "inner"))
"""Names of the head of a site, and those that may stand beside `header`; that of an article has another."""
_MODIFIERS = frozenset(("has", "with", "no", "is", "without", "not", "js", "after", "before"))
"""`has-sidebar` says something of another element."""
_WORDS = re.compile(r"[a-z]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST = 0.4
"""The share of a page's text that a part of its frame may have."""
_SHUT = re.compile(r"display\s*:\s*none", re.IGNORECASE)
"""What waits outside a page's own text to be opened: menus and pleas, and nothing to be said of."""
_DEEPEST = 60
_DENSE = 0.6
"""The share of links in a text from which on it is a menu."""
_HEADINGS = re.compile(
    r"(?:related|recommended|more|latest|recent|other|further) (?:news|stories|actions?|urgent actions?|articles?"
    r"|posts?|content|topics?|reading)\b.*|related|you (?:may|might) also (?:like|be interested).*|read (?:more|next)"
    r"|share this.*"
    r"|[àa] lire aussi|articles? (?:li[ée]s?|similaires?|connexes?)|sur le m[êe]me sujet|partager.*|autres actions.*"
    r"|noticias relacionadas|art[íi]culos relacionados|tambi[ée]n te puede interesar|compartir.*|m[áa]s noticias"
    r"|(?:[äa]hnliche|weitere|verwandte) (?:artikel|aktionen|urgent actions|beitr[äa]ge|themen).*"
    r"|das k[öo]nnte .*|teilen",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation)|aller au contenu(?: principal)?"
    r"|zum (?:haupt)?inhalt(?: springen)?"
    r"|(?:ir|saltar) al contenido(?: principal)?|back to top|share(?: (?:this|on)(?: \w+){0,3})?|tweet"
    r"|print(?: this page)?"
    r"|(?:facebook|twitter|x|whatsapp|linkedin|instagram|youtube|email|e-mail|bluesky|telegram|messenger)"
    r"|(?:please )?donate(?: now| today)?|faire un don|jetzt spenden|spenden|dona(?:r)?(?: ahora)?|sign up(?: now)?"
    r"|subscribe"
    r"|log ?in|menu|search|close|accept(?: all)?(?: cookies)?|share on (?:facebook|twitter|x|whatsapp|linkedin)",
    re.IGNORECASE,
)
_LINKS = "a, button"
_LONGEST_BYLINE = 150
_LONGEST_PLEA = 200
_LISTS = ("ul", "ol", "div")
_HEADS = ("h2", "h3", "h4", "h5", "p", "strong")


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the whole page: the signs of its text, and where its own text stands."""

    length: int
    main: LexborNode | None


def leave_out_chrome(body: LexborNode) -> None:
    """Take the parts of the site out of a page; a page without any such part is left as it is."""
    if body.css_first(_SITE_TAGS) is None:
        return
    page = _Page(_length(body), _main_of(body))
    for node in list(_frame(body, page)):
        node.decompose()


def _main_of(body: LexborNode) -> LexborNode | None:
    """The element that the page calls its own text, if there is one only."""
    for selector in ("main, [role=main]", "article"):
        found = body.css(selector)
        if len(found) == 1:
            return found[0]
    return None


def _frame(body: LexborNode, page: _Page) -> Iterator[LexborNode]:
    """The outermost parts of the site, in order."""
    todo = [(each, page.main is None, 0) for each in body.iter()]
    while todo:
        node, is_inside, depth = todo.pop()
        is_inside = is_inside or node == page.main
        if _is_frame(node, page, is_inside=is_inside):
            yield node
        elif depth < _DEEPEST:
            todo.extend((each, is_inside, depth + 1) for each in node.iter())


def _is_frame(node: LexborNode, page: _Page, *, is_inside: bool) -> bool:
    tag, attributes = node.tag or "", node.attributes
    if tag in ("main", "article", "body") or node == page.main:
        return False
    if _is_invitation(node, tag, attributes) or _is_byline(node, tag, attributes):
        return True
    if tag == "figcaption":
        return not is_of_a_bulletin(node.text())
    if not is_inside and _SHUT.search(attributes.get("style") or ""):
        return not _holds_text(node, page)
    kind = _looks_like_frame(tag, attributes)
    if kind is None and not _is_menu(node, tag, page, is_inside=is_inside) and not _is_list_of_others(node, tag):
        return False
    if kind == "maybe" and (is_inside and page.main is not None) and not _is_dense(node) and not _is_plea(node, tag):
        return False
    return not _holds_text(node, page)


def _is_plea(node: LexborNode, tag: str) -> bool:
    """Whether a box within the text is a short call that leads elsewhere; one with figures may be an address."""
    if tag != "aside" or node.css_first("a[href^=mailto]") is not None or node.css_first(_LINKS) is None:
        return False
    said = node.text()
    return len(said) <= _LONGEST_PLEA and not any(sign.isdigit() for sign in said)


def _is_byline(node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """A line that says who put the page up, and when; one with nothing but a day may be the bulletin's."""
    time = node.css_first("time") if tag in ("div", "p", "span") and _names(attributes) & _BYLINES else None
    if time is None or len(node.text()) > _LONGEST_BYLINE:
        return False
    return _length(node) > _length(time) and not is_of_a_bulletin(node.text())


def _is_invitation(node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """A link or button that says nothing but "Share" or the like, or a box with nothing else in it."""
    if tag in ("a", "button"):
        said = " ".join(node.text().split())
        is_address = "@" in (attributes.get("href") or "").partition("?")[0]
        return not is_address and len(said) < 60 and _ALONE.fullmatch(said) is not None
    if tag not in ("p", "span", "div", "li"):
        return False
    inner = list(node.iter())
    return (
        len(inner) == 1
        and _is_whole(node, inner[0])
        and _is_invitation(inner[0], inner[0].tag or "", inner[0].attributes)
    )


def _is_whole(node: LexborNode, inner: LexborNode) -> bool:
    """Whether a box has no words but those of one element in it."""
    return node.text(strip=True) == inner.text(strip=True)


def _looks_like_frame(tag: str, attributes: Attributes) -> str | None:
    """`surely` or `maybe` where the element's kind, role, class or id is one of a site's parts."""
    role = attributes.get("role") or ""
    if tag == "nav" or role in _ALWAYS:
        return "surely"
    if tag in _FRAME or role in _FRAME.values():
        return "maybe"
    names = _names(attributes) if tag in _BOXES else set()
    if names & _NAMES:
        return "surely"
    is_edge = names & _EDGES or ("header" in names and names <= _TOP)
    return "maybe" if is_edge else None


def _names(attributes: Attributes) -> set[str]:
    """The words of an element's classes and id.

    >>> sorted(_names({"class": "shareButtons has-sidebar"}))
    ['buttons', 'share']
    """
    found: set[str] = set()
    for name in f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()[:30]:
        words = _WORDS.findall(_HUMP.sub("-", name).lower())
        if not _MODIFIERS.intersection(words):
            found.update(words)
    return found


def _is_menu(node: LexborNode, tag: str, page: _Page, *, is_inside: bool) -> bool:
    """A list of links outside the page's own text, or one that is nothing else."""
    if tag not in ("ul", "ol", "div", "section", "form"):
        return False
    if page.main is not None and is_inside:
        return False
    links = len(node.css(_LINKS))
    if page.main is not None:
        return links >= 3 and _is_dense(node)
    return links >= 4 and tag in ("ul", "ol") and _density(node) > 0.9


def _is_list_of_others(node: LexborNode, tag: str) -> bool:
    """A list of other pages, its heading, or both in a box."""
    if tag in _HEADS and _names_others(node):
        below = _after_blanks(node.next, lambda each: each.next)
        return below is not None and (below.tag or "") in _LISTS and _is_dense(below) and bool(below.css("a"))
    above = _after_blanks(node.prev, lambda each: each.prev) if tag in _LISTS else None
    if above is not None and (above.tag or "") in _HEADS and _is_list_of_others(above, above.tag or ""):
        return True
    if tag not in ("div", "section", "aside") or len(node.css("a")) < 2:
        return False
    first = next(iter(node.iter()), None)
    return first is not None and (first.tag or "") in _HEADS and _names_others(first)


def _after_blanks(node: LexborNode | None, step: Callable[[LexborNode], LexborNode | None]) -> LexborNode | None:
    """The next element in one direction; None where text stands before it."""
    while node is not None and not node.is_element_node and not (node.text_content or "").strip():
        node = step(node)
    return node if node is not None and node.is_element_node else None


def _names_others(heading: LexborNode) -> bool:
    return _HEADINGS.fullmatch(" ".join(heading.text().split()).rstrip(":")) is not None


def _is_dense(node: LexborNode) -> bool:
    return _density(node) >= _DENSE


def _density(node: LexborNode) -> float:
    """The share of links in a part's text; 1 where it has none."""
    whole = _length(node)
    return sum(_length(link) for link in node.css(_LINKS)) / whole if whole else 1.0


def _length(node: LexborNode) -> int:
    return len("".join(node.text().split()))


def _holds_text(node: LexborNode, page: _Page) -> bool:
    """Whether a part of the frame holds what may be the bulletin's own."""
    if node.css_first("main, article, [role=main]") is not None and _length(node) > 200:
        return True
    if any(heading.css_first("a") is None and len(heading.text().split()) > 2 for heading in node.css("h1")):
        return True
    if _length(node) > _MOST * page.length:
        return True
    return is_of_a_bulletin(_own_text(node))


def _own_text(node: LexborNode) -> str:
    """A part's text without that of its links, which speak of other pages."""
    text = node.text(separator=" ")
    for link in node.css("a"):
        said = link.text(separator=" ")
        if said.strip():
            text = text.replace(said, " ", 1)
    return text
