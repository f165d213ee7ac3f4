"""The window's tests: no display, every path in a temporary folder, no window left open."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
