"""What selected words of a bulletin may be said to be, and how a field takes them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from uadesk.base.language import N_, _
from uadesk.desk.picking import addressee_in, day_in, emails_in, index_in, lines_in, number_in, points_in, without_label
from uadesk.domain.texts import Span
from uadesk.ui.review.addressee_form import ADDRESS, NAME, OFFICE, AddresseeForm
from uadesk.ui.review.editors import LineRows, RowLine
from uadesk.ui.review.form import DraftForm
from uadesk.ui.review.pointed import Place


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that words may be: the leaf of its path, and whose it is (`targets[0]`), "" for the case's own.

    Leaf `new` with whose `targets` is a whole block of a new addressee.
    """

    leaf: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A field that took words: its path as read, what it says now, and how to take that back."""

    path: str
    words: str
    undo: Callable[[], None]


OF_THE_CASE = (
    ("ua_number", N_("the &number")),
    ("index", N_("the &index")),
    ("title", N_("the tit&le")),
    ("country", N_("the &country")),
    ("issued", N_("the day it was iss&ued")),
    ("act_until", N_("the last da&y to write")),
    ("demand_lead", N_("the &words before the demands")),
    ("demands", N_("a &demand")),
    ("summary", N_("the &summary")),
)
OF_AN_ADDRESSEE = (
    ("salutation", N_("the &salutation")),
    (ADDRESS, N_("an &address line")),
    (NAME, N_("the &name")),
    (OFFICE, N_("the &office")),
    ("email", N_("the &email")),
    ("phone", N_("the &phone number")),
    ("fax", N_("the &fax number")),
)
LINES = (NAME, OFFICE, ADDRESS)


def word_of(leaf: str) -> str:
    """What a leaf is called in a sentence: "the salutation"."""
    return _(dict(OF_THE_CASE + OF_AN_ADDRESSEE).get(leaf, N_("a new addressee"))).replace("&", "")


def take(form: DraftForm, meaning: Meaning, words: str, span: Span) -> Taken | None:
    """Let the field take these words, which stand at `span`; None where they hold nothing of that kind."""
    if meaning.leaf == "new":
        return _new_addressee(form, meaning.whose, words, span)
    if meaning.leaf == "demands":
        return _lines(form, form.demands, points_in(words), "", words, span)
    if meaning.leaf in LINES:
        whose = form.form_at(meaning.whose)
        return _lines(form, whose.lines, lines_in(words), meaning.leaf, words, span) if whose is not None else None
    return _field(form, meaning, words, span)


def _field(form: DraftForm, meaning: Meaning, words: str, span: Span) -> Taken | None:
    path = f"{meaning.whose}.{meaning.leaf}" if meaning.whose else meaning.leaf
    field, said = form.field_at(path), _said(meaning.leaf, words, _language(form))
    if not said or not isinstance(field, QLineEdit | QPlainTextEdit):
        return None
    before, places, code = _text_of(field), dict(form.pointed.places), form.country_code.code
    _write(field, said)
    form.pointed.places[path] = Place(within(said, words, span), said)
    if path == "country":
        _propose_country(form, said)

    def undo() -> None:
        _write(field, before)
        form.country_code.set_code(code)
        form.pointed.places = places

    return Taken(path, said, undo)


def _lines(form: DraftForm, rows: LineRows, said: tuple[str, ...], kind: str, words: str, span: Span) -> Taken | None:
    """Put lines where they stand in the text; those that were read from the same words go."""
    if not said:
        return None
    before, places = rows.rows, dict(form.pointed.places)
    made = [RowLine(line, kind, rows.fresh_path()) for line in said]
    for line in made:
        form.pointed.places[line.path] = Place(within(line.text, words, span), line.text)
    stays = [row for row in before if not _overlap(form.place_of(row.path), span)]
    ahead = [place for place, row in enumerate(stays, 1) if _is_before(form.place_of(row.path), span)]
    knows = any(form.place_of(row.path) for row in stays)
    at = (ahead[-1] if ahead else 0) if knows else _usual(stays, kind)
    rows.put([*stays[:at], *made, *stays[at:]])

    def undo() -> None:
        rows.put(before)
        form.pointed.places = places

    return Taken(made[0].path, "; ".join(said), undo)


def _new_addressee(form: DraftForm, listed: str, words: str, span: Span) -> Taken | None:
    """A block of lines with what stands below them: salutation, email, phone and fax."""
    people = next(each for each in form.people.values() if each.path == listed)
    addressee = addressee_in(words, people.role, _language(form))
    if addressee is None:
        return None
    places = dict(form.pointed.places)
    made = people.put(addressee)
    _place_block(form, made, words, span)

    def undo() -> None:
        if made in people.forms:
            people.remove(made)
        form.pointed.places = places

    return Taken(f"{made.origin}.lines", ", ".join(addressee.lines), undo)


def _place_block(form: DraftForm, made: AddresseeForm, words: str, span: Span) -> None:
    for row in made.lines.rows:
        form.pointed.places[row.path] = Place(within(row.text, words, span), row.text)
    for leaf in ("salutation", "email", "phone", "fax"):
        field = form.field_at(f"{made.origin}.{leaf}")
        said = _text_of(field) if isinstance(field, QLineEdit | QPlainTextEdit) else ""
        if said:
            form.pointed.places[f"{made.origin}.{leaf}"] = Place(within(said, words, span), said)


def within(said: str, words: str, span: Span) -> Span:
    """Where exactly a value stands in the words that hold it; all of them where it is not printed so."""
    at = words.find(said)
    return (span[0] + at, span[0] + at + len(said)) if at >= 0 else span


def _usual(rows: list[RowLine], kind: str) -> int:
    """Where a line of this kind goes among others: behind the last of those that stand before or with it."""
    order = {each: place for place, each in enumerate(LINES)}
    if kind not in order:
        return len(rows)
    return 1 + max((place for place, row in enumerate(rows) if order.get(row.kind, 0) <= order[kind]), default=-1)


def _overlap(place: Span | None, span: Span) -> bool:
    return place is not None and place[0] < span[1] and span[0] < place[1]


def _is_before(place: Span | None, span: Span) -> bool:
    return place is not None and place[0] < span[0]


def _propose_country(form: DraftForm, name: str) -> None:
    from uadesk.reference.countries import load_countries

    code = load_countries().code_of(name)
    if code:
        form.country_code.set_code(code)


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)
        field.setCursorPosition(0)


def _folded(words: str) -> str:
    return " ".join(words.split())


def _language(form: DraftForm) -> str | None:
    return form.language.value if isinstance(form.language.value, str) else None


def _said(leaf: str, words: str, language: str | None) -> str:
    """What a field takes of the words, as it is typed there; "" where there is nothing of the kind."""
    return _day(words, language) if leaf in ("issued", "act_until") else _VALUES[leaf](words)


def _day(words: str, language: str | None) -> str:
    from uadesk.desk.words import long_date

    day = day_in(words, language)
    return long_date(day) if day is not None else ""


_VALUES: dict[str, Callable[[str], str]] = {
    "ua_number": lambda words: str(number_in(words) or ""),
    "index": lambda words: _folded(index_in(words)),
    "title": _folded,
    "country": _folded,
    "demand_lead": lambda words: _folded(words).rstrip(": "),
    "summary": str.strip,
    "salutation": without_label,
    "email": lambda words: ", ".join(emails_in(words)),
    "phone": without_label,
    "fax": without_label,
}
