"""What `--help` says goes through gettext, as all words do."""

import subprocess
import sys

import pytest

WALK = """
import gettext

class Marked(gettext.NullTranslations):
    def gettext(self, message):
        return "<" + message

from uadesk.base import language
language._translations = Marked()

import typer
from uadesk.cli.commands import build

def walk(command, name):
    if not (command.help or "").startswith("<"):
        print(name, command.help)
    for parameter in command.params:
        said = getattr(parameter, "help", None)
        if said and not said.startswith("<"):
            print(name, parameter.name, said)
    for each, inner in getattr(command, "commands", {}).items():
        walk(inner, name + " " + each)

walk(typer.main.get_command(build(lambda home, clock: 0)), "uadesk")
"""


@pytest.mark.slow
def test_every_command_and_option_is_explained_in_the_persons_language() -> None:
    done = subprocess.run([sys.executable, "-c", WALK], capture_output=True, encoding="utf-8", timeout=100, check=True)
    assert done.stdout == ""
