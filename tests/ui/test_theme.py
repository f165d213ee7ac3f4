"""Everything that is written can be read, on light and on dark."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from uadesk.base.folders import resource
from uadesk.ui.icons import app_icon, icon
from uadesk.ui.theme import Colours, apply_theme, colours, is_dark

GROUNDS = {"light": ("#efefef", "#ffffff", "#1b1b1b"), "dark": ("#2b2b2b", "#1f1f1f", "#f2f2f2")}


def palette(ground: str) -> QPalette:
    window, base, text = (QColor(each) for each in GROUNDS[ground])
    made = QPalette(window)
    made.setColor(QPalette.ColorRole.Base, base)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        made.setColor(role, text)
    return made


def luminance(name: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_their_ground(qapp: QApplication, ground: str) -> None:
    """WCAG 2.1 AA: 4.5 to 1."""
    found: Colours = colours(palette(ground))
    for text in (found.text, found.quiet, found.amber, found.green, found.red, found.accent):
        assert contrast(text, found.window) >= 4.5, text
        assert contrast(text, found.base) >= 4.5, text
    for text, back in (
        (found.accent_text, found.accent),
        (found.accent_text, found.accent_hover),
        (found.amber, found.amber_back),
        (found.text, found.amber_back),
        (found.text, found.chosen),
        (found.text, found.mark),
        (found.text, found.mark_strong),
    ):
        assert contrast(text, back) >= 4.5, (text, back)


def test_dark_follows_the_palette(qapp: QApplication) -> None:
    assert is_dark(palette("dark"))
    assert not is_dark(palette("light"))
    assert colours(palette("dark")).accent != colours(palette("light")).accent


def test_text_grows_and_is_never_under_eleven_points(qapp: QApplication) -> None:
    before = qapp.font(), qapp.styleSheet()
    try:
        apply_theme(qapp, 100)
        usual = qapp.font().pointSizeF()
        assert usual >= 11
        apply_theme(qapp, 200)
        assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
        apply_theme(qapp, 500)
        assert qapp.font().pointSizeF() == pytest.approx(2 * usual)
    finally:
        qapp.setFont(before[0])
        qapp.setStyleSheet(before[1])


def test_each_icon_draws_something(qapp: QApplication) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) > 20
    for name in names:
        picture = icon(name, "#000000").pixmap(24, 24).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name
    assert not app_icon().isNull()
