"""What the command line says: data on standard output, notices on standard error, never a raw control character."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.words import sentence

if TYPE_CHECKING:
    from uadesk.base.jobs import Job, Progress
    from uadesk.desk.desk import Skipped

T = TypeVar("T")

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that steer a terminal or a text's direction, or show nothing."""


def speak_utf8() -> None:
    """Let all that is written be UTF-8, whatever the terminal or a redirection is set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say_json(values: Mapping[str, Any]) -> None:
    """One JSON object on one line."""
    _put(json_line(values), sys.stdout)


def json_line(values: Mapping[str, Any]) -> str:
    """The values as JSON in UTF-8; control, direction-changing and other format characters as escapes."""
    return "".join(_escaped(sign) for sign in json.dumps(values, ensure_ascii=False))


def say(text: str = "") -> None:
    """One line for a person, on standard output."""
    _put(shown(text), sys.stdout)


def notice(text: str) -> None:
    """One line on standard error: a notice, a warning, or what could not be done."""
    _put(shown(text), sys.stderr)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under their headings, for a person; plain columns where the output is no terminal."""
    from shutil import get_terminal_size

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, show_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(shown(cell)) for cell in row))
    width = get_terminal_size().columns if sys.stdout.isatty() else 200
    page = StringIO()
    Console(file=page, width=width, highlight=False).print(drawn)
    _put(page.getvalue().removesuffix("\n"), sys.stdout)


def shown(text: str) -> str:
    """The text with every control and direction-changing character made visible; line breaks stay."""
    return "".join(sign if sign == "\n" else _escaped(sign) for sign in text)


def skipped_json(skipped: "Iterable[Skipped]") -> list[dict[str, str]]:
    """What was passed over and why, as the contract has it."""
    return [{"what": each.what, "why": sentence(each.why)} for each in skipped]


def say_skipped(skipped: "Iterable[Skipped]") -> None:
    """What was passed over and why, one line each on standard error."""
    for each in skipped:
        notice(named(each.what, sentence(each.why)))


def named(what: str, said: str) -> str:
    """A sentence with what it is about before it, once: a file that it names itself stands there with its folder."""
    name = Path(what).name
    if not said.startswith((what, name or what)):
        return f"{what}: {said}"
    return said if said.startswith(what) else what + said.removeprefix(name)


def say_error(error: UADeskError) -> None:
    """The one clear sentence about expected trouble."""
    notice(sentence(error))


def run(job: "Job[T]", what: str) -> T:
    """Run a job to its end, with a progress bar where a person watches."""
    from uadesk.base.jobs import finish

    if not sys.stderr.isatty():
        return finish(job)
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(shown(what), total=None)

        def report(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        return finish(job, report)


def nothing(text: str) -> None:
    """Say that a list is empty, and what to do; on standard error, so that pipes stay clean."""
    notice(_("Nothing to show: {hint}").format(hint=text))


def _put(line: str, stream: Any) -> None:
    data = (line + "\n").encode("utf-8", "backslashreplace")
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _escaped(sign: str) -> str:
    if unicodedata.category(sign) not in _HIDDEN:
        return sign
    code = ord(sign)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
