"""How soon the window is there: from starting the program to its first paint, beside an empty window of Qt's.

Run it: python -m tests.bench.first_paint. Both are started in turn, so that what else the machine does meets both.
"""

import os
import subprocess
import sys
import time
from statistics import median
from tempfile import TemporaryDirectory

ROUNDS = 7
PROMISED = 1.3
"""How many times as long as the empty window ours may take."""

_END = """
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            import os
            os._exit(0)
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
EMPTY = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1024, 700)
{_END}
"""
OURS = f"""
import sys
from pathlib import Path
from uadesk.app import main
from uadesk.base.clock import system_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.ui.main_window import MainWindow
from uadesk.ui.start import bare_app
app = bare_app()
window = MainWindow(lambda: None, Home(Path(sys.argv[1])), Settings(), system_clock())
{_END}
"""


def seconds(program: str, folder: str) -> float:
    """From starting the process to the first paint of its window."""
    began = time.perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
    subprocess.run([sys.executable, "-c", program, folder], check=True, capture_output=True, env=environment)
    return time.perf_counter() - began


def main() -> None:
    with TemporaryDirectory() as folder:
        pairs = [(seconds(EMPTY, folder), seconds(OURS, folder)) for _round in range(ROUNDS + 1)][1:]
    empty, ours = (median(side) for side in zip(*pairs, strict=True))
    print(f"{'first paint, seconds':34}{'empty':>10}{'ours':>10}{'ratio':>8}{'promised':>10}")
    print(f"{'median of ' + str(ROUNDS):34}{empty:>10.2f}{ours:>10.2f}{ours / empty:>8.2f}{PROMISED:>10}")


if __name__ == "__main__":
    main()
