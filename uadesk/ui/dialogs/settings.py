"""The settings: text size and fold marks of this machine, paper, envelope and details of the group."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.language import N_, _
from uadesk.base.settings import Settings
from uadesk.domain.people import Group, Paper
from uadesk.ui.context import Context, What
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow
from uadesk.ui.widgets.dialogs import dress, ok_cancel, scrolled
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.group_form import GroupForm
from uadesk.ui.widgets.labels import plain_label, thin_line

SCALES = (100, 125, 150, 175, 200)
PAPERS = ((Paper.LETTER, N_("US Letter")), (Paper.A4, N_("A4")))


class SettingsDialog(QDialog):
    """Settings and group as they should be from now on; the caller keeps them."""

    def __init__(self, settings: Settings, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(_("Settings"))
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(_("{percent} %").format(percent=scale), scale)
        nearest = min(SCALES, key=lambda scale: abs(scale - settings.text_scale))
        self.scale.setCurrentIndex(SCALES.index(nearest))
        self.fold_marks = QCheckBox(_("Print &fold marks at the edge of letters"))
        self.fold_marks.setChecked(settings.fold_marks)
        self.paper, self.envelope = _paper_box(group), _envelope_box(group)
        self.form = GroupForm(group)
        self.buttons = ok_cancel(self, _("&Save"))
        self._lay_out()
        self.form.changed.connect(self._allow_ok)
        self._allow_ok()

    @property
    def settings(self) -> Settings:
        """The settings of this machine."""
        return replace(self._settings, text_scale=self.scale.currentData(), fold_marks=self.fold_marks.isChecked())

    @property
    def group(self) -> Group:
        """The group, with its paper and envelope."""
        paper = self.paper.currentData()
        return replace(
            self.form.group, paper=Paper(paper) if paper else None, envelope=self.envelope.currentData() or None
        )

    @classmethod
    def ask(cls, context: Context, parent: QWidget) -> None:
        """Ask, and keep what was answered."""
        from uadesk.desk.groups import group, save_group

        before = group(context.desk)
        dialog = cls(context.settings, before, parent)
        dialog.finished.connect(dialog.deleteLater)
        if not dialog.exec():
            return
        if dialog.settings != context.settings:
            context.set_settings(dialog.settings)
        if dialog.group != before:
            said = _("The details of the group were saved.")
            with context.acting(What.GROUP, What.LETTERS, said=said):
                save_group(context.desk, dialog.group)

    def _allow_ok(self) -> None:
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), self.form.missing)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(plain_label(_("This computer"), "heading"))
        column.addWidget(labelled(_("&Text size"), self.scale, hint=_("Also with Ctrl and + or −, at any time.")))
        column.addWidget(thin_line())
        column.addWidget(plain_label(_("Paper"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(labelled(_("&Paper of letters"), self.paper))
        row.addWidget(labelled(_("En&velope"), self.envelope))
        column.addLayout(row)
        column.addWidget(self.fold_marks)
        column.addWidget(thin_line())
        column.addWidget(plain_label(_("The group"), "heading"))
        column.addWidget(self.form)
        column.addStretch(1)
        dress(self, scrolled(content), self.buttons, (640, 640))


def _paper_box(group: Group) -> QComboBox:
    box = QComboBox()
    usual = _(dict(PAPERS)[replace(group, paper=None).usual_paper])
    box.addItem(_("as usual in the group's country ({paper})").format(paper=usual), None)
    for paper, word in PAPERS:
        box.addItem(_(word), str(paper))
    box.setCurrentIndex(max(0, box.findData(str(group.paper))) if group.paper else 0)
    return box


def _envelope_box(group: Group) -> QComboBox:
    from uadesk.reference.stationery import load_envelopes

    box = QComboBox()
    envelopes = load_envelopes()
    usual = envelopes.get(replace(group, envelope=None).usual_envelope)
    box.addItem(_("as usual ({envelope})").format(envelope=usual.name if usual else ""), None)
    for ident, envelope in envelopes.items():
        box.addItem(envelope.name, ident)
    box.setCurrentIndex(max(0, box.findData(group.envelope)) if group.envelope else 0)
    return box
