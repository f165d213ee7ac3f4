"""A bulletin's plain text made into web pages and mails in the ways that programs make them."""

import re
from base64 import encodebytes
from collections.abc import Callable, Iterator
from html import escape
from quopri import encodestring

from uadesk.reading.formats.plain import clean


def blocks(text: str) -> list[list[str]]:
    """The lines of a text by paragraphs."""
    return [block.split("\n") for block in re.split(r"\n(?:[^\S\n]*\n)+", with_bold(text).strip("\n"))]


def _shown(line: str, bold: str = "strong") -> str:
    return re.sub(r"\*\*(.+?)\*\*", rf"<{bold}>\1</{bold}>", escape(line.strip(), quote=False))


def page(body: str) -> str:
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>UA</title></head>\n<body>{body}</body></html>'


def with_breaks(text: str) -> str:
    """A paragraph for each block, a break at each line's end."""
    return page("\n".join(f"<p>{'<br>'.join(map(_shown, block))}</p>" for block in blocks(text)))


def with_a_paragraph_a_line(text: str) -> str:
    """As Word writes it: each line a paragraph without margins, an empty one between blocks."""
    gap = "\n<p class=MsoNormal>&nbsp;</p>\n"
    lines = gap.join(
        "\n".join(f"<p class=MsoNormal>{_shown(line, 'b')}</p>" for line in block) for block in blocks(text)
    )
    style = "<style><!--\np.MsoNormal, li.MsoNormal\n\t{margin:0cm;\n\tfont-size:11.0pt;}\n--></style>"
    return f"<html><head>{style}</head><body lang=EN-CA><div class=WordSection1>\n{lines}\n</div></body></html>"


def with_unstyled_lines(text: str) -> str:
    """Each line a paragraph, an empty one between blocks, and no word of margins."""
    return "\n<p>&nbsp;</p>\n".join("\n".join(f"<p>{_shown(line)}</p>" for line in block) for block in blocks(text))


def with_divs(text: str) -> str:
    """As web mail writes it: each line a div, an empty one between blocks."""
    lines = [
        f"<div>{_shown(line)}</div>" if line.strip() else "<div><br></div>" for line in with_bold(text).split("\n")
    ]
    return f'<div dir="ltr">{"".join(lines)}</div>'


def with_lists(text: str) -> str:
    """Points as list items, all else as paragraphs with breaks."""
    return page("\n".join(_listed(text)))


def _listed(text: str) -> Iterator[str]:
    for block in blocks(text):
        run: list[str] = []
        points: list[str] = []
        for line in block:
            point = re.fullmatch(r"[-*•] +(.+)", line.strip())
            if point:
                if run:
                    yield f"<p>{'<br>'.join(run)}</p>"
                    run = []
                points.append(f"<li>{_shown(point[1])}</li>")
            elif points and line.strip()[:1].islower():
                points[-1] = points[-1].replace("</li>", f"\n{_shown(line)}</li>")
            else:
                if points:
                    yield f"<ul>{''.join(points)}</ul>"
                    points = []
                run.append(_shown(line))
        yield f"<p>{'<br>'.join(run)}</p>" if run else ""
        yield f"<ul>{''.join(points)}</ul>" if points else ""


def in_a_layout_table(text: str) -> str:
    """As newsletters are made: tables in tables, a cell for each block."""
    rows = "".join(
        f'<tr><td style="padding:0 0 12px"><table width="100%"><tr><td>{with_p(block)}</td></tr></table></td></tr>'
        for block in blocks(text)
    )
    return page(f'<center><table width="600" border="0" role="presentation">{rows}</table></center>')


def with_p(block: list[str]) -> str:
    return f'<p style="margin:0 0 1em">{"<br>".join(map(_shown, block))}</p>'


def in_a_site(text: str) -> str:
    """A page saved from a site, with its menus, pleas and lists of other pages."""
    body = "\n".join(f"<p>{'<br>'.join(map(_shown, block))}</p>" for block in blocks(text))
    links = "".join(
        f'<li class="menu-item"><a href="/{word}">{word.title()}</a></li>' for word in ["about", "act", "join"]
    )
    return page(
        f'<a class="skip-link" href="#content">Skip to content</a><header class="site-header"><a href="/">The group</a>'
        f"<nav><ul>{links}</ul></nav></header>"
        f'<div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>'
        f'<main id="content"><ol class="breadcrumb"><li><a href="/">Home</a></li></ol><article>{body}</article>'
        '<div class="share-buttons"><p>Share</p><a href="#">Facebook</a> <a href="#">X</a></div>'
        '<section class="related"><h3>Related</h3><ul><li><a href="/1">UA 1/25: Another case</a></li>'
        '<li><a href="/2">A third one</a></li></ul></section></main>'
        '<aside class="sidebar"><p>Please donate today.</p></aside>'
        f"<footer><p>The group, 1 Long Street</p><ul>{links}</ul><form>Newsletter <input type=email></form></footer>"
        "<script>var text = 'UA 2/25';</script>"
    )


HEADERS = """From: Office <office@example.org>
To: Group 12 <group@example.org>
Subject: A new action
Date: Mon, 2 Jun 2025 10:00:00 -0400
Message-ID: <1@example.org>
MIME-Version: 1.0
"""


def mail(text: str, kind: str = "text/plain", charset: str = "utf-8", encoding: str = "8bit") -> bytes:
    return HEADERS.encode() + part(text, kind, charset, encoding)


def part(text: str, kind: str = "text/plain", charset: str = "utf-8", encoding: str = "8bit", more: str = "") -> bytes:
    """A part of a mail with its headers; `more` are further headers, each with its line end."""
    raw = text.encode(charset, errors="replace")
    coded = encodebytes(raw) if encoding == "base64" else encodestring(raw) if encoding[0] == "q" else raw
    head = f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n{more}\n"
    return head.encode() + coded


def attached(content: bytes, kind: str, name: str) -> bytes:
    head = f'Content-Type: {kind}; name="{name}"\nContent-Transfer-Encoding: base64\n'
    return f'{head}Content-Disposition: attachment; filename="{name}"\n\n'.encode() + encodebytes(content)


def multipart(*parts: bytes, kind: str = "mixed", headers: str = HEADERS) -> bytes:
    """Several parts as one mail, or as one part where no headers are given."""
    mark = f"=_{kind}_{sum(map(len, parts))}"
    head = f'{headers}Content-Type: multipart/{kind}; boundary="{mark}"\n\n'
    return head.encode() + b"".join(f"--{mark}\n".encode() + each + b"\n" for each in parts) + f"--{mark}--\n".encode()


def plain_text(text: str) -> str:
    """Without markdown, as a mail's plain form has it."""
    return clean(text).content


def with_bold(text: str) -> str:
    """A file's text, what is bold between double stars, no other mark of markdown left."""
    read = clean(text)
    content = read.content
    for start, end in reversed(read.bold):
        bold = "\n".join(f"**{line}**" if line.strip() else line for line in content[start:end].split("\n"))
        content = content[:start] + bold + content[end:]
    return content


NOTE = "Hello all,\n\nhere is one for our evening on Thursday.\n\nJane\n\n"
FORWARD = (
    "---------- Forwarded message ---------\nFrom: Urgent Action Office <office@example.org>\n"
    "Date: Mon, Jun 2, 2025 at 10:02 AM\nSubject: New action\nTo: Jane Muster <jane@example.org>\n\n\n"
)


def forwarded(text: str) -> str:
    return NOTE + FORWARD + text


def quoted(text: str) -> str:
    below = "".join(f"> {line}\n" if line else ">\n" for line in text.splitlines())
    return f"{NOTE}On Mon, 2 Jun 2025 at 10:02, Urgent Action Office <office@example.org>\nwrote:\n\n{below}"


def in_outlook(text: str) -> str:
    """Forwarded by Outlook: the old mail's headers in bold below a rule."""
    lines = with_a_paragraph_a_line(text)
    old = (
        '<p class=MsoNormal>Hello all, for Thursday.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p '
        "class=MsoNormal><b>From:</b> Urgent Action Office &lt;office@example.org&gt; <br><b>Sent:</b> June 2, 2025"
        " 10:02 AM<br><b>To:</b> Jane Muster<br><b>Subject:</b> New action<o:p></o:p></p></div>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    )
    return lines.replace("<div class=WordSection1>", f"<div class=WordSection1>{old}")


def _one_byte(text: str) -> str:
    return "cp1252" if "ı" not in text else "iso-8859-9"


Web = Callable[[str], str]
WEB: dict[str, Web] = {
    each.__name__: each
    for each in (
        with_breaks, with_a_paragraph_a_line, with_unstyled_lines, with_divs, with_lists, in_a_layout_table, in_a_site,
    )
}  # fmt: skip
MAILS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: mail(plain_text(text)),
    "one byte a letter": lambda text: mail(plain_text(text), charset=_one_byte(text), encoding="quoted-printable"),
    "base64 utf-16": lambda text: mail(plain_text(text), charset="utf-16", encoding="base64"),
    "forwarded": lambda text: mail(forwarded(plain_text(text))),
    "quoted": lambda text: mail(quoted(plain_text(text)), encoding="quoted-printable"),
    "web": lambda text: mail(with_divs(text), "text/html", encoding="quoted-printable"),
    "layout table": lambda text: mail(in_a_layout_table(text), "text/html", encoding="base64"),
    "outlook": lambda text: mail(in_outlook(text), "text/html"),
}
