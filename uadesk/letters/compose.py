"""A letter's text from what its case shares and what its writer adds, by the template of its language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.folders import resource
from uadesk.domain.pieces import LetterText
from uadesk.letters.sentences import one_sentence
from uadesk.letters.shared import SharedText

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FALLBACK = "en"


class WrongTemplateError(UADeskError):
    """A letter template cannot be used: `language` is its language, `reason` what Jinja2 says, `line` where (or 0)."""

    def __init__(self, language: str, reason: str, line: int = 0) -> None:
        super().__init__(language, reason, line)
        self.language = language
        self.reason = reason
        self.line = line


def compose(
    shared: SharedText,
    *,
    number: str = "",
    salutation: str = "",
    own_words: str = "",
    cc: Sequence[str] = (),
    language: str = "en",
) -> LetterText:
    """A letter's text. Values are text: what looks like markup in them stays as it is.

    `number` is the case's ("34/25"), `own_words` the writer's, paragraphs parted by an empty line, `cc` who gets
    a copy. Raises WrongTemplateError.
    """
    return _composed(shared, number, salutation, own_words, tuple(cc), language)


@lru_cache(maxsize=256)
def _composed(
    shared: SharedText,
    number: str,
    salutation: str,
    own_words: str,
    cc: tuple[str, ...],
    language: str,
) -> LetterText:
    lead, demands = _asked(shared, language)
    values = {
        "title": shared.subject,
        "number": number,
        "case": shared.case,
        "lead": lead,
        "salutation": salutation,
        "is_model": bool(shared.body),
    }
    part = _Parts(language, values)
    return LetterText(
        subject=part("subject"),
        salutation=part("salutation"),
        own_words=paragraphs(own_words),
        case=part("case"),
        lead=part("lead"),
        demands=demands,
        body=shared.body,
        close=part("close"),
        cc=tuple(part("cc", cc=entry) for entry in cc),
        reply=part("reply"),
    )


def _asked(shared: SharedText, language: str) -> tuple[str, tuple[str, ...]]:
    """Lead and demands as they stand in a letter; a single demand makes one sentence with its lead."""
    if len(shared.demands) == 1:
        sentence = one_sentence(shared.lead, shared.demands[0], language)
        if sentence is not None:
            return "", (sentence,)
    return shared.lead if shared.demands else "", shared.demands


def copy_of(text: LetterText, recipient: Sequence[str], language: str) -> LetterText:
    """The text of a copy: the original's word for word, under a line that says to whom it went.

    `recipient` is the original's block. A copy tells nobody of further copies. Raises WrongTemplateError.
    """
    return replace(text, cc=(), copy_of=(_Parts(language, {})("copy"), *recipient))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of what somebody typed: a line break ends one."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


class _Parts:
    """The blocks of a language's template, filled with one letter's values."""

    def __init__(self, language: str, values: Mapping[str, object]) -> None:
        self._language = language
        self._values = values
        self._template = _template(language)

    def __call__(self, block: str, **more: object) -> str:
        from jinja2 import TemplateError

        make = self._template.blocks.get(block)
        if make is None:
            raise WrongTemplateError(self._language, f"block {block}")
        try:
            text = "".join(make(self._template.new_context({**self._values, **more})))
        except TemplateError as error:
            raise WrongTemplateError(self._language, str(error)) from error
        return " ".join(text.split())


@cache
def _environment() -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # The templates make plain text for paper: there is no markup to escape values for.
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resource("letters")), undefined=StrictUndefined, autoescape=False
    )


@cache
def _template(language: str) -> "Template":
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return _environment().select_template([f"{language}.jinja", f"{FALLBACK}.jinja"])
    except TemplateSyntaxError as error:
        raise WrongTemplateError(language, error.message or "", error.lineno) from error
    except (TemplateNotFound, TemplateError) as error:
        raise WrongTemplateError(language, str(error)) from error
