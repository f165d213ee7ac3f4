"""All fields of a bulletin, each to be looked at and corrected."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.addresses import Addressee, Issuer, Role
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.numbers import UANumber, parse_number
from uadesk.domain.texts import Check, Span
from uadesk.ui.review.addressee_form import AddresseeForm, AddresseeList
from uadesk.ui.review.choices import FURTHER, LANGUAGES, ROLES, STAGES
from uadesk.ui.review.days import DateField
from uadesk.ui.review.doubts import checks_now, spans_now
from uadesk.ui.review.editors import PATH, Choice, GrowingEdit, LineRows
from uadesk.ui.review.pointed import Pointed
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.fields import CountryBox, LinesEdit, labelled
from uadesk.ui.widgets.labels import plain_label, set_tone


class DraftForm(QWidget):
    """The fields of a draft. `draft_with` gives the draft as it stands in the form."""

    edited = Signal(str)
    """The path (as read) of the field that was edited, "" for one that was not read."""
    focused = Signal(str)
    """The path of the field that was chosen."""

    def __init__(self, draft: BulletinDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.pointed = Pointed(self)
        """Where a person said that values stand."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(int(1.5 * GRID))
        self._make_case_fields()
        self._make_demands()
        self.people = {role: self._people(role, _(heading), _(add)) for role, heading, add in ROLES}
        self._make_texts()
        for widget in self.findChildren(QWidget):
            if widget.property(PATH) is not None:
                self._watch(widget)

    @property
    def trouble(self) -> str:
        """Why the form cannot be saved as it stands, "" when it can."""
        if self.number.text().strip() and self._number is None:
            return _("The number is none: write it as 34/25, or leave it empty.")
        if self.issued.is_wrong or self.act_until.is_wrong:
            return _("A date is none: write it as 1 July 2025, or leave it empty.")
        if not (self._number or self.case_title.text or self.people[Role.TARGET].addressees):
            return _("Give the case a number or a title first.")
        return ""

    def draft_with(self, doubts: tuple[Check, ...]) -> BulletinDraft:
        """The draft as it stands in the form, with the doubts that are still open."""
        people = {role: self.people[role].addressees for role in self.people}
        kept = {path: now for each in self.people.values() for path, now in each.kept.items()}
        ordinal = self.ordinal.text().strip()
        return replace(
            self._draft,
            number=self._number,
            index=_text(self.index),
            stage=self.stage.value,  # type: ignore[arg-type]  # a Choice of stages
            stage_ordinal=int(ordinal) if ordinal.isdecimal() else None,
            title=self.case_title.text or None,
            country=_text(self.country),
            country_code=self.country_code.code,
            issued=self.issued.day,
            act_until=self.act_until.day,
            further_action=self.further_action.value,  # type: ignore[arg-type]  # a Choice of yes and no
            language=self.language.value,  # type: ignore[arg-type]  # a Choice of languages
            demand_lead=self.lead.text or None,
            demands=self.demands.lines,
            targets=people[Role.TARGET],
            copies=people[Role.COPY],
            solidarity=people[Role.SOLIDARITY],
            summary=self._paragraphs(self.summary, self._draft.summary),
            background=self._paragraphs(self.background, self._draft.background),
            model_letter=self._paragraphs(self.model_letter, self._draft.model_letter),
            previous=self.previous.lines,
            issuer=self._issuer(),
            checks=checks_now(doubts, kept),
            spans=spans_now(self._draft.spans, kept, self._rewritten()) | self.pointed.spans(kept),
        )

    def country_at(self, path: str) -> str:
        """The name of the country that the field at this path proposes."""
        from uadesk.reference.countries import load_countries

        if "[" not in path:
            code = self.country_code.code
        else:
            addressee = self.addressee_at(path)
            code = addressee.country_code if addressee is not None else None
        return load_countries().name(code, "en") if code else ""

    def name_at(self, path: str) -> str:
        """What the addressee that a path leads into is called, "" where there is none or it has no name."""
        addressee = self.addressee_at(path)
        return addressee.name if addressee is not None else ""

    def addressee_at(self, path: str) -> Addressee | None:
        """The addressee (as it stands) that a path leads into."""
        form = self.form_at(path)
        return form.addressee if form is not None else None

    @property
    def _number(self) -> UANumber | None:
        return parse_number(self.number.text())

    def _rewritten(self) -> list[str]:
        """Paths whose places in the text no longer say what stands in the form."""
        found = [] if self.demands.lines == self._draft.demands else ["demands"]
        for each in self.people.values():
            for form in each.forms:
                if form.lines_changed:
                    found += [f"{form.origin}.{leaf}" for leaf in ("lines", "name", "title", "address_lines")]
        return found

    def _issuer(self) -> Issuer | None:
        name, lines = self.issuer_name.text().strip(), self.issuer_lines.lines
        before = self._draft.issuer
        if before is None:
            return Issuer(name or lines[0], lines) if name or lines else None
        return replace(before, name=name, address_lines=lines)

    @staticmethod
    def _paragraphs(field: QPlainTextEdit, before: str | None) -> str | None:
        text = field.toPlainText().strip()
        return before if text == (before or "").strip() else text or None

    def place_of(self, path: str) -> Span | None:
        """Where the value of a path (as read) stands in the text, as it was read or as a person said."""
        said = self.pointed.places.get(path)
        return said.span if said is not None else self._draft.spans.get(path)

    def go_to(self, path: str) -> None:
        """Put the focus in the field of a path, or the one nearest to it."""
        field = self.field_at(path)
        if field is not None:
            field.setFocus()

    def field_at(self, path: str) -> QWidget | None:
        """The field of a path, or the one nearest to it."""
        return self._among(self._fields(), path)

    def _fields(self) -> dict[str, QWidget]:
        """All fields by their paths."""
        return {str(path): each for each in self.findChildren(QWidget) if (path := each.property(PATH))}

    def _among(self, fields: dict[str, QWidget], path: str) -> QWidget | None:
        if path in fields:
            return fields[path]
        form = self.form_at(path)
        if form is not None:
            leaf = path.rpartition(".")[2].split("[")[0]
            return fields.get(f"{form.origin}.{leaf}") or next(iter(form.lines.fields), None)
        inside = [each for each in fields if each.startswith((f"{path}[", f"{path}."))]
        return fields[inside[0]] if inside else fields.get(path.partition("[")[0].partition(".")[0])

    def show_doubts(self, doubts: tuple[Check, ...]) -> None:
        """Make the fields that are in doubt amber."""
        fields = self._fields()
        amber = {id(self._among(fields, check.field)) for check in doubts}
        for each in fields.values():
            if not (isinstance(each, DateField) and each.is_wrong):
                set_tone(each, "true" if id(each) in amber else "", "doubt")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(str(watched.property(PATH) or ""))
        return super().eventFilter(watched, event)

    def form_at(self, path: str) -> AddresseeForm | None:
        """The form of the addressee that a path (as read) leads into."""
        whose = path.partition("]")[0] + "]"
        forms = (form for each in self.people.values() for form in each.forms)
        return next((form for form in forms if form.origin == whose), None)

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def _watch_form(self, form: AddresseeForm) -> None:
        for each in form.findChildren(QWidget):
            if each.property(PATH) is not None:
                self._watch(each)

    def _line(self, text: str | None, name: str, path: str) -> QLineEdit:
        line = QLineEdit(text or "")
        self._join(line, line.textChanged, name, path)
        return line

    def _join(self, widget: QWidget, signal: SignalInstance, name: str, path: str) -> None:
        widget.setAccessibleName(name)
        widget.setProperty(PATH, path)
        signal.connect(lambda *_values: self.edited.emit(path))

    def _choice(self, items: tuple[tuple[str, object], ...], chosen: object, name: str, path: str) -> Choice:
        made = Choice([(_(word), value) for word, value in items], chosen, name)
        self._join(made, made.currentIndexChanged, name, path)
        return made

    def _day(self, day: object, name: str, path: str) -> DateField:
        made = DateField(day, name)  # type: ignore[arg-type]  # a date or None
        self._join(made, made.textChanged, name, path)
        return made

    def _make_case_fields(self) -> None:
        draft = self._draft
        self.number = self._line(str(draft.number or ""), _("Number"), "ua_number")
        self.index = self._line(draft.index, _("Index"), "index")
        self.case_title = GrowingEdit(draft.title or "", _("Title"))
        self._join(self.case_title, self.case_title.textChanged, _("Title"), "title")
        self.country = self._line(draft.country, _("Country, as the bulletin names it"), "country")
        self.country_code = CountryBox(draft.country_code)
        self._join(self.country_code, self.country_code.currentTextChanged, _("Country"), "country_code")
        self.stage = self._choice(STAGES, draft.stage, _("Kind of bulletin"), "stage")
        ordinal = str(draft.stage_ordinal or "")
        self.ordinal = self._line(ordinal, _("Which one, as a number"), "stage_ordinal")
        self.issued = self._day(draft.issued, _("Issued"), "issued")
        self.act_until = self._day(draft.act_until, _("Last day to write"), "act_until")
        self.further_action = self._choice(FURTHER, draft.further_action, _("Letters wanted"), "further_action")
        self.language = self._choice(LANGUAGES, draft.language, _("Language"), "language")
        self._head(_("The case"))
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for row, pair in enumerate(
            (
                (labelled(_("Number"), self.number), labelled(_("Index of this bulletin"), self.index)),
                (labelled(_("Country, as printed"), self.country), labelled(_("That is"), self.country_code)),
                (labelled(_("Kind of bulletin"), self.stage), labelled(_("Which one (2, 3, …)"), self.ordinal)),
                (labelled(_("Issued"), self.issued), labelled(_("Last day to write"), self.act_until)),
                (labelled(_("Letters wanted"), self.further_action), labelled(_("Language"), self.language)),
            ),
            start=1,
        ):
            for place, field in enumerate(pair):
                grid.addWidget(field, row, place)
        self._column.addWidget(labelled(_("Title"), self.case_title))
        self._column.addLayout(grid)

    def _make_demands(self) -> None:
        self._head(_("What letters ask"))
        self.lead = GrowingEdit(self._draft.demand_lead or "", _("The words before the demands"))
        self._join(self.lead, self.lead.textChanged, _("The words before the demands"), "demand_lead")
        self.demands = LineRows(_("Demand"), self._draft.demands or ("",), "demands", parent=self)
        self.demands.edited.connect(lambda: self.edited.emit("demands"))
        self.demands.row_made.connect(self._watch)
        self._column.addWidget(labelled(_("The words before the demands"), self.lead))
        self._column.addWidget(labelled(_("Demands, one a line"), self.demands))

    def _people(self, role: Role, heading: str, add: str) -> AddresseeList:
        draft = self._draft
        addressees = {Role.TARGET: draft.targets, Role.COPY: draft.copies, Role.SOLIDARITY: draft.solidarity}[role]
        made = AddresseeList(role, heading, add, addressees, self)
        made.edited.connect(self.edited)
        made.row_made.connect(self._watch)
        made.form_made.connect(self._watch_form)
        self._column.addSpacing(GRID)
        self._column.addWidget(made)
        return made

    def _make_texts(self) -> None:
        draft = self._draft
        self._head(_("More of the bulletin"))
        self.summary = self._text(draft.summary, _("Summary"), "summary", 5)
        self.model_letter = self._text(draft.model_letter, _("Model letter"), "model_letter", 4)
        self.background = self._text(draft.background, _("Background"), "background", 4)
        self.previous = LinesEdit(_("Earlier bulletins"), draft.previous, height=2)
        self._join(self.previous, self.previous.textChanged, _("Earlier bulletins"), "previous")
        self._column.addWidget(labelled(_("Earlier bulletins, one a line"), self.previous))
        issuer = draft.issuer or Issuer("")
        self.issuer_name = self._line(issuer.name, _("Office that sent it"), "issuer.name")
        self.issuer_lines = LinesEdit(_("Address of the office"), issuer.address_lines, height=3)
        self._join(self.issuer_lines, self.issuer_lines.textChanged, _("Address of the office"), "issuer.address_lines")
        self._column.addWidget(labelled(_("Office that sent it"), self.issuer_name))
        self._column.addWidget(labelled(_("Address of the office"), self.issuer_lines))

    def _text(self, text: str | None, name: str, path: str, height: int) -> LinesEdit:
        made = LinesEdit(name, [text or ""], height=height)
        self._join(made, made.textChanged, name, path)
        self._column.addWidget(labelled(name, made))
        return made

    def _head(self, text: str) -> None:
        self._column.addSpacing(GRID)
        self._column.addWidget(plain_label(text, "heading"))


def _text(line: QLineEdit) -> str | None:
    return " ".join(line.text().split()) or None
