"""The same bulletin in every format that reaches a group, made of its plain text or markdown."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tests.accuracy.corpus import Sample
from tests.accuracy.making import mails, paged, typed, web_pages, word
from tests.accuracy.making.blocks import Block, blocks_of

Maker = Callable[[Sequence[Block]], bytes]

AS_IT_IS = "txt"
MAKERS: Mapping[str, Maker] = {
    "html": web_pages.page,
    "html-site": web_pages.site,
    "html-lines": web_pages.lines,
    "docx": word.with_breaks,
    "docx-headings": partial(word.with_breaks, has_styles=True),
    "docx-lines": word.line_by_line,
    "pdf": paged.pdf,
    "pdf-columns": partial(paged.pdf, layout=paged.TWO_COLUMNS),
    "pdf-pages": partial(paged.pdf, layout=paged.PAGES),
    "pdf-printed": partial(paged.pdf, layout=paged.PRINTED),
    "pdf-typed": typed.typed,
    "eml": mails.plain,
    "eml-html": mails.with_web_page,
    "eml-forwarded": mails.forwarded,
    "eml-quoted": mails.quoted,
    "eml-pdf": mails.with_pdf,
}
"""Each form of a file: its format, and after a hyphen what is particular about it."""
FORMS = (AS_IT_IS, *MAKERS)


def format_of(form: str) -> str:
    """The format that a form belongs to: `pdf` of `pdf-columns`."""
    return form.partition("-")[0]


def made(sample: Sample, form: str) -> tuple[str, bytes]:
    """A file's name and bytes; the corpus file itself for `txt`."""
    if form == AS_IT_IS:
        return sample.path.name, sample.content
    blocks = blocks_of(sample.text, is_markdown=sample.is_markdown)
    return f"{sample.slug}.{format_of(form)}", MAKERS[form](blocks)
