"""The log tells places, never what a person typed."""

import logging
from pathlib import Path

from uadesk.base.logs import LOGGER, log_fault, log_to


def test_a_fault_is_noted_without_its_words(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "uadesk.log"
    log_to(log)
    try:
        int("Zoë Łukaszewska, 5 Elm Road")
    except ValueError as error:
        log_fault(error)
    for handler in LOGGER.handlers:
        handler.flush()
    written = log.read_text()
    assert "ValueError" in written
    assert "test_a_fault_is_noted_without_its_words" in written
    assert "Zoë" not in written
    assert "Elm" not in written
    assert log.stat().st_mode & 0o777 == 0o600
    for handler in LOGGER.handlers[:]:
        handler.close()
        LOGGER.removeHandler(handler)
    assert not logging.getLogger("uadesk").handlers
