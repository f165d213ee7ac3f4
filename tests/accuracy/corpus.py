"""The bulletins of the corpus: a text file each, and beside it what a careful person reads in it."""

import codecs
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "corpus"
FURTHER = Path(__file__).parent / "further"
"""More bulletins of each family, read as text only."""
Json = dict[str, Any]

KEYS = frozenset(
    (
        "language", "ua_number", "stage", "stage_ordinal", "index", "country", "country_code", "title", "issued",
        "act_until", "further_action", "demand_lead", "demands", "targets", "copies", "solidarity", "issuer",
        "summary", "model_letter", "background", "previous",
    )
)  # fmt: skip
ADDRESSEE_KEYS = frozenset(
    ("lines", "name", "title", "address_lines", "country_code", "email", "phone", "fax", "salutation")
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of the corpus. `due` has for each bulletin the paths that may rightly be doubted."""

    family: str
    path: Path
    bulletins: tuple[Json, ...]
    """What is expected; empty where the file is no bulletin. Keys left out are not judged."""
    due: tuple[tuple[str, ...], ...]

    @property
    def slug(self) -> str:
        return self.path.stem

    @property
    def is_markdown(self) -> bool:
        return self.path.suffix == ".md"

    @property
    def content(self) -> bytes:
        return self.path.read_bytes()

    @property
    def text(self) -> str:
        return decoded(self.content)


def load_corpus(folder: Path = FOLDER) -> tuple[Sample, ...]:
    """All samples by name. Raises ValueError for a file without expected values, or a field that there is not."""
    texts = {path.with_suffix(""): path for path in folder.rglob("*") if path.suffix in (".txt", ".md")}
    told = {path.with_suffix(""): path for path in folder.rglob("*.json")}
    if texts.keys() != told.keys():
        alone = sorted(str(path) for path in texts.keys() ^ told.keys())
        raise ValueError(f"text or expected values are missing: {', '.join(alone)}")
    return tuple(_sample(texts[stem], told[stem]) for stem in sorted(texts))


def _sample(path: Path, told: Path) -> Sample:
    plain: Json = json.loads(told.read_text(encoding="utf-8"))
    bulletins = tuple(plain.get("bulletins", ()))
    if not bulletins and plain.get("ok") is not False:
        raise ValueError(f'{told}: neither bulletins nor "ok": false')
    unknown = {key for each in bulletins for key in _unknown_keys(each)}
    unknown |= {path for paths in plain.get("due", ()) for path in paths if re.split(r"[\[.]", path)[0] not in KEYS}
    if unknown:
        raise ValueError(f"{told}: no such field: {', '.join(sorted(unknown))}")
    due = [tuple(paths) for paths in plain.get("due", ())]
    due += [()] * (len(bulletins) - len(due))
    return Sample(plain["family"], path, bulletins, tuple(due))


def _unknown_keys(bulletin: Json) -> set[str]:
    addressees = [each for role in ("targets", "copies", "solidarity") for each in bulletin.get(role, ())]
    return (bulletin.keys() - KEYS).union(*(each.keys() - ADDRESSEE_KEYS for each in addressees))


def decoded(content: bytes) -> str:
    """The text of a corpus file: UTF-8, UTF-16 with its mark, else Windows-1252; lines end in LF."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252")
    return text.replace("\r\n", "\n").replace("\r", "\n")
