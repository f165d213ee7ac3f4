"""The main window: side bar, pages, notices, the progress of what runs, and the status line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.base.language import _
from uadesk.base.settings import Settings
from uadesk.ui.context import Context, What
from uadesk.ui.frame import WindowFrame

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk
    from uadesk.domain.people import Group
    from uadesk.domain.rows import LetterFilter
    from uadesk.ui.incoming import Incoming

SCALE_STEP = 25


class MainWindow(WindowFrame):
    """Shown empty at first; `furnish` fills it, `attach` gives it a desk, and may be called again with another."""

    faulted = Signal(object)
    """An unexpected error in a job: a fault of the program."""
    attached = Signal()
    """A desk was opened and its pages stand."""

    def __init__(
        self,
        open_desk: "Callable[[], Desk]",
        home: Home,
        settings: Settings,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(home, settings, parent)
        self.context: Context | None = None
        self.incoming: Incoming | None = None
        self._open_desk, self._clock = open_desk, clock

    @override
    def furnish(self) -> None:
        from uadesk.ui.deskfiles import DeskFiles
        from uadesk.ui.menus import Menus

        super().furnish()
        self._files = DeskFiles(self._open_desk, self._home, self._clock)
        self.menus = Menus(self, self._doings())
        self.setAcceptDrops(True)
        self._join()
        self._allow(desk_is_open=False)

    def open_own_desk(self) -> None:
        """Open the group's own desk off the window's thread."""
        self._open(self._files.own, _("Opening your desk"))

    def open_sample_desk(self) -> None:
        """Open the sample desk; the real one stays as it is."""
        self._open(self._files.sample, _("Making the sample desk"))

    def attach(self, desk: "Desk") -> None:
        """Work on this desk from now on; the one before is closed, or this one where a window wants to stay."""
        if not self._let_go():
            desk.close()
            return
        from uadesk.ui.incoming import Incoming

        self.context = Context(desk, self.settings, self._home.settings, self)
        self._connect(self.context)
        self.incoming = Incoming(self.context, self)
        self.incoming.waiting_changed.connect(self.status.show_waiting)
        self.stack.open_desk(self.context)
        self._settle_first_run()
        self.attached.emit()
        self._files.back_up_daily(self.context)
        self._files.warm_reader(self.context)

    def _open(self, opens: "Callable[[], Desk]", title: str) -> None:
        if not self._let_go():
            return
        self.stack.say(title + "…")
        self.jobs.add(self._files.opening(opens, title, self.attach, self._tell_not_opened))

    def _let_go(self) -> bool:
        """Close what shows the open desk, then the desk, and forget its pages; False where a window wants to stay."""
        from uadesk.ui.closing import close_beside

        if self.context is not None and not close_beside(self, self.incoming):
            return False
        context, self.context, self.incoming = self.context, None, None
        self.jobs.stop()
        self.job_progress.end()
        self._allow(desk_is_open=False)
        self.notice.clear()
        self.status.clear()
        self.stack.forget()
        if context is not None:
            context.desk.close()
            context.deleteLater()
        return True

    def _tell_not_opened(self, error: Exception) -> None:
        from uadesk.desk.words import sentence

        self.stack.say_trouble(sentence(error), self.open_own_desk, self.open_sample_desk)
        self.menus.allow_restore()

    def _settle_first_run(self) -> None:
        """Show the pages, or the first questions where the group is not known yet."""
        context = self._context
        group, is_sample = self._files.group_of(context.desk)
        self.banner.setVisible(is_sample)
        self.status.show_desk(context.desk, group, is_sample=is_sample)
        if group.is_known:
            self._allow(desk_is_open=True)
            self.open_page(self.settings.page)
        else:
            self.menus.allow_restore()
            self.stack.ask_first(self.settings, self._take_group, self.open_sample_desk, context.set_settings)

    def _take_group(self, group: "Group") -> None:
        from uadesk.desk.groups import save_group

        with self._context.acting(What.GROUP):
            save_group(self._context.desk, group)
            self._settle_first_run()

    def open_page(self, key: str) -> None:
        """Go to a page."""
        from uadesk.ui.sidebar import PAGES

        known = dict(PAGES)
        key = key if key in known else PAGES[0][0]
        self.side.show_page(key)
        self.stack.open_page(key)
        self.settings = replace(self.settings, page=key)

    def open_case(self, case_id: int) -> None:
        """Show a case on its page; who prepares the evening stays there and finds it on offer."""
        from uadesk.ui.pages.urgent_actions import UrgentActionsPage

        if self.settings.page != "tonight":
            self.open_page(UrgentActionsPage.key)
            page = self.stack.page()
            if isinstance(page, UrgentActionsPage):
                page.choose(case_id)

    def open_letters(self, wanted: "LetterFilter") -> None:
        """List these letters on their page."""
        from uadesk.ui.pages.letters import LettersPage

        self.open_page(LettersPage.key)
        page = self.stack.page()
        if isinstance(page, LettersPage):
            page.filters.narrow_to(wanted)

    def read_bulletins(self) -> None:
        """Ask for bulletin files and read them."""
        self._incoming.ask_files()

    def read_folder(self) -> None:
        """Ask for a folder and read all bulletins in it."""
        self._incoming.ask_folder()

    def show_waiting(self) -> None:
        """Show the bulletins that were read and not looked at yet."""
        self._incoming.show_waiting()

    def paste_bulletin(self) -> None:
        """Read the bulletin in the clipboard."""
        self._incoming.paste()

    def review(self, bulletin_id: int | None) -> None:
        """Open the review of a stored bulletin, or an empty one."""
        self._incoming.review_stored(bulletin_id)

    def undo(self) -> None:
        """Take back the last act."""
        self._context.undo()

    def _undo_noticed(self) -> None:
        self._context.undo_noticed()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._context.redo()

    def _open_letter(self, idents: tuple[int, ...], place: int) -> None:
        from uadesk.ui.letter.window import LetterWindow

        window = LetterWindow(self._context, idents, place, self)
        window.show()

    def _note_change(self, what: frozenset[What]) -> None:
        self._name_undo()
        if self.context is not None:
            self.notice.hear_change(can_undo=self.context.can_undo_noticed())
        if What.GROUP in what and self.context is not None:
            group, is_sample = self._files.group_of(self.context.desk)
            self.status.show_desk(self.context.desk, group, is_sample=is_sample)

    def _name_undo(self) -> None:
        if self.context is not None:
            self.menus.name_undo(*self.context.next_acts())

    def open_settings(self) -> None:
        """Ask for the settings of this machine and of the group."""
        from uadesk.ui.dialogs.settings import SettingsDialog

        SettingsDialog.ask(self._context, self)

    def _scale(self, step: int) -> None:
        scale = max(100, min(200, self._context.settings.text_scale + step))
        self._context.set_settings(replace(self._context.settings, text_scale=scale))

    def _take_settings(self) -> None:
        self.settings = replace(self._context.settings, page=self.settings.page, geometry=self.settings.geometry)
        from uadesk.ui.theme import apply_theme

        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.settings.text_scale)

    def show_keys(self) -> None:
        """Show the keys of the page that is open."""
        from uadesk.ui.dialogs.help import KeysDialog

        KeysDialog.show_for(self.stack.page(), self.menus, self)

    @property
    def _context(self) -> Context:
        assert self.context is not None, "only reached through what an open desk enables"
        return self.context

    @property
    def _incoming(self) -> "Incoming":
        assert self.incoming is not None, "only reached through what an open desk enables"
        return self.incoming

    def _doings(self) -> dict[str, Callable[[], object]]:
        from uadesk.ui.sidebar import PAGES

        pages = {f"page_{key}": (lambda key=key: self.open_page(key)) for key, _title in PAGES}
        return {
            "read": self.read_bulletins,
            "read_folder": self.read_folder,
            "paste_bulletin": self.paste_bulletin,
            "by_hand": lambda: self.review(None),
            "waiting": self.show_waiting,
            "back_up": lambda: self._files.back_up(self._context, self._show_backup),
            "restore": self._restore,
            "quit": self.close,
            "undo": self.undo,
            "redo": self.redo,
            "settings": self.open_settings,
            **pages,
            "larger": lambda: self._scale(SCALE_STEP),
            "smaller": lambda: self._scale(-SCALE_STEP),
            "first_evening": self.show_first_evening,
            "keys": self.show_keys,
            "about": self.show_about,
        }

    def _join(self) -> None:
        self.side.page_chosen.connect(self.open_page)
        self.side.settings_chosen.connect(self.open_settings)
        self.notice.undo_asked.connect(self._undo_noticed)
        self.banner.own_asked.connect(self.open_own_desk)
        self.status.waiting.clicked.connect(self.show_waiting)
        self.jobs.troubled.connect(self.tell_trouble)
        self.jobs.faulted.connect(self.faulted)
        for menu in self.menus.menus:
            menu.aboutToShow.connect(self._name_undo)

    def _connect(self, context: Context) -> None:
        context.noticed.connect(self.say)
        context.begun.connect(self.notice.clear)
        context.troubled.connect(self.tell_trouble)
        context.changed.connect(self._note_change)
        context.job_asked.connect(self.jobs.add)
        context.letter_asked.connect(self._open_letter)
        context.page_asked.connect(self.open_page)
        context.case_asked.connect(self.open_case)
        context.letters_asked.connect(self.open_letters)
        context.bulletins_asked.connect(self.read_bulletins)
        context.review_asked.connect(self.review)
        context.settings_changed.connect(self._take_settings)

    def _allow(self, *, desk_is_open: bool) -> None:
        self.menus.allow(desk_is_open=desk_is_open)
        self.side.allow(pages=desk_is_open)
        if desk_is_open:
            self._name_undo()

    def _show_backup(self, path: Path) -> None:
        self.say(_("Backed up to {path}").format(path=path), False)  # noqa: FBT003  as the signal sends it
        self._note_change(frozenset({What.GROUP}))

    def _restore(self) -> None:
        desk_home = self._home if self.context is None else self.context.desk.home
        file = self._files.ask_backup(desk_home, self)
        if file is not None:
            self._open(lambda: self._files.restored(desk_home, file), _("Putting the backup back"))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if self.menus.actions["read"].isEnabled() and any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._incoming.read_files(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_furnished and not self._may_close():
            event.ignore()
            return
        self._keep_geometry()
        if self.context is not None:
            self.context.desk.close()
            self.context = None
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Close what stands beside and stop what runs; False where a window wants to stay."""
        from uadesk.ui.closing import close_beside

        if not close_beside(self, self.incoming):
            return False
        self.jobs.stop()
        return True
