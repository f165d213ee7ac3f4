"""A bulletin as a web page: bare, as a site shows it among its menus, pleas and buttons, or line by line."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.accuracy.making.blocks import Block, Kind, Line, Run

_ABOVE = """<header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li>
<li><a href="/act">Take action</a></li><li><a href="/give">Donate now</a></li></ul></nav>
<form role="search"><input name="q" placeholder="Search"><button>Search</button></form></header>
<div class="cookie-banner" role="dialog"><p>We use cookies to make this site better.</p>
<button>Accept all</button></div>
"""
_BELOW = """<aside class="related"><h2>Related news</h2><ul><li><a href="/n/1">Choir sings for prisoners</a></li>
<li><a href="/n/2">A year of letters</a></li></ul></aside>
<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a> <a href="#">Print</a></div>
<footer><p>Sign up to our newsletter</p><p>Muster Street 1, 12345 Mustertown</p><p>© The invented section. All rights
reserved. Privacy policy</p></footer><script>window.stats = {"page": "UA 999/99"};</script>
"""
_NAMED_ABOVE = """<div id="header"><div class="logo">The section</div><div id="nav"><a href="/">Home</a>
<a href="/act">Take action</a> <a href="/give">Donate</a></div></div>
<div class="sidebar"><h4>Latest news</h4><ul><li><a href="/n/1">UA 998/99: Choir sings for prisoners</a></li>
<li><a href="/n/2">A year of letters</a></li></ul></div>
<div id="page">
"""
_NAMED_BELOW = """<div class="share">Share this: <a href="#">Facebook</a> | <a href="#">Email</a></div></div>
<div id="footer"><p>The invented section, Muster Street 1, 12345 Mustertown</p><p>Email: info@example.org</p></div>
"""
_BLANKS = re.compile(" {2,}")
"""Blanks that a page would fold; programs that make pages of text keep all but the last from it."""
_LOOKS = "<style>.article { margin: 0 auto } nav li { display: inline }</style>"


def page(blocks: Sequence[Block]) -> bytes:
    """The bulletin and nothing else, in UTF-8."""
    return _document(f"<body>\n{_body(blocks)}\n</body>", "Bulletin")


def site(blocks: Sequence[Block]) -> bytes:
    """The bulletin as the article of a site."""
    article = f'<main><article class="article">\n{_body(blocks)}\n</article></main>'
    return _document(f"<body>\n{_ABOVE}{article}\n{_BELOW}</body>", "Bulletin | The invented section")


def lines(blocks: Sequence[Block]) -> bytes:
    """Each line as a paragraph, in a site whose parts have names and no elements of their own."""
    shown = (_line(line, is_heading=False) for line in _marked(blocks))
    paragraphs = "\n".join(f"<p>{line}</p>" for line in shown)
    return _document(f"<body>\n{_NAMED_ABOVE}{paragraphs}\n{_NAMED_BELOW}</body>", "Bulletin")


def _marked(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        mark = (Run(f"{block.mark} "),) if block.mark else ()
        yield from ((*mark, *line) for line in block.lines[:1])
        yield from block.lines[1:]


def fragment(blocks: Sequence[Block]) -> str:
    """The bulletin's own markup, for the web page in a mail."""
    return f"<html><body>\n{_body(blocks)}\n</body></html>\n"


def _document(body: str, title: str) -> bytes:
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title>{_LOOKS}</head>'
    return f'<!DOCTYPE html>\n<html lang="en">\n{head}\n{body}\n</html>\n'.encode()


def _body(blocks: Sequence[Block]) -> str:
    return "\n".join(_elements(blocks))


def _elements(blocks: Sequence[Block]) -> Iterator[str]:
    for (kind, numbered), run in groupby(blocks, key=lambda block: (block.kind, block.mark[:1].isdigit())):
        listed = list(run)
        if kind is Kind.POINT:
            tag = "ol" if numbered else "ul"
            items = "\n".join(f"<li>{_lines(block)}</li>" for block in listed)
            yield f"<{tag}{_start(listed[0])}>\n{items}\n</{tag}>"
        else:
            tag = "h2" if kind is Kind.HEADING else "p"
            yield from (f"<{tag}>{_lines(block)}</{tag}>" for block in listed)


def _start(first: Block) -> str:
    number = first.mark.rstrip(".)")
    return f' start="{number}"' if number.isdigit() and number != "1" else ""


def _lines(block: Block) -> str:
    return "<br>\n".join(_line(line, is_heading=block.kind is Kind.HEADING) for line in block.lines)


def _line(line: Line, *, is_heading: bool) -> str:
    return "".join(_run(run, is_heading=is_heading) for run in line)


def _run(run: Run, *, is_heading: bool) -> str:
    told = _BLANKS.sub(lambda blanks: "&nbsp;" * (len(blanks[0]) - 1) + " ", escape(run.text, quote=False))
    if run.target:
        told = f'<a href="{escape(run.target)}">{told}</a>'
    if run.is_italic:
        told = f"<em>{told}</em>"
    return f"<strong>{told}</strong>" if run.is_bold and not is_heading else told
