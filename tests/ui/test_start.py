"""The window is there before anything heavy is loaded, and leaves nothing behind when it is closed."""

import subprocess
import sys
from pathlib import Path

import pytest

PAINT = """
import sys
from pathlib import Path
from uadesk.base.clock import system_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.ui.main_window import MainWindow
from uadesk.ui.start import bare_app, dress
app = bare_app()
window = MainWindow(lambda: None, Home(Path(sys.argv[1])), Settings(), system_clock())
painted = []
window.first_painted.connect(lambda: painted.append(True))
window.show()
while not painted:
    app.processEvents()
print([name for name in ("uadesk.ui.sidebar", "PySide6.QtSvg", "uadesk.reading.reader") if name in sys.modules])
dress(app, Settings())
window.furnish()
app.processEvents()
heavy = ("sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pypdfium2", "jinja2", "babel", "typer", "rich")
print([name for name in heavy if name in sys.modules])
"""

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from uadesk.base.clock import system_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.desk import open_desk
from uadesk.ui.start import make_app, run_window
home = Home(Path(sys.argv[1]))

def opens():
    desk = open_desk(home, system_clock())
    print("opened")
    return desk

def close():
    shown = [each for each in QApplication.topLevelWidgets() if getattr(each, "context", None)]
    if shown:
        shown[0].close()
    else:
        QTimer.singleShot(20, close)

app = make_app(Settings())
QTimer.singleShot(20, close)
print(run_window(opens, home, Settings(), system_clock()))
"""


@pytest.mark.slow
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["[]", "[]"]


@pytest.mark.slow
def test_it_runs_until_it_is_closed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["opened", "0"]
    assert "Traceback" not in done.stderr
    assert (tmp_path / "settings.json").exists()
