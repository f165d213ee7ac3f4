"""A Word file's zip archive: its parts as trees, and which part or address each reference in them leads to."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

from uadesk.reading.archives import ArchiveError, names_in

Element: TypeAlias = Any
"""An element of a tree; lxml brings no types."""

LARGEST_PART = 20 << 20
"""Bytes of a part's XML, unpacked; its tree takes some ten times as much memory."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip
"""Names of ISO 29500 strict and of its transitional form, in which all are read."""
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError,
    EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def r(name: str) -> str:
    """A name of the relationships' namespace as lxml writes it."""
    return f"{{http://schemas.openxmlformats.org/officeDocument/2006/relationships}}{name}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the root of its tree, and by id where its references lead, a part's name or an address."""

    root: Element
    links: Mapping[str, str]
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Kind of a reference (`styles`, `numbering`) to where the first of it leads."""


class WordPackage:
    """The opened archive. Own code and not python-docx, which opens no file with one broken reference in it."""

    def __init__(self, content: bytes) -> None:
        """Raises ArchiveError: damaged, locked, unsafe or too_large."""
        self._names = names_in(content)
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        roots = self._links("")[1]
        self.document = self.part(roots.get("officeDocument", "word/document.xml"))

    def part(self, name: str) -> Part:
        """The part of this name. Raises ArchiveError."""
        root = self._tree(name)
        links, kinds = self._links(name)
        return Part(root, links, kinds)

    def part_of_kind(self, kind: str) -> Part | None:
        """The part that the document refers to as its styles, numbering or settings; None where there is none."""
        name = self.document.kinds.get(kind)
        return self.part(name) if name in self._names and name is not None else None

    def linked(self, identifier: str) -> Part | None:
        """The part that a reference of the document leads to; None where it is missing."""
        name = self.document.links.get(identifier)
        return self.part(name) if name in self._names and name is not None else None

    def _links(self, name: str) -> tuple[dict[str, str], dict[str, str]]:
        folder, _slash, base = name.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        links: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for each in self._tree(path) if path in self._names else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            links[each.get("Id", "")] = target
            kinds.setdefault(each.get("Type", "").rpartition("/")[2], target)
        return links, kinds

    def _tree(self, name: str) -> Element:
        try:
            if self._archive.getinfo(name).file_size > LARGEST_PART:
                raise ArchiveError("too_large")
            content = self._archive.read(name)
            for strict, transitional in _STRICT:
                content = content.replace(strict, transitional)
            root = etree.fromstring(content, _parser())
        except _UNREADABLE as error:
            raise ArchiveError("damaged") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ArchiveError("unsafe")  # no word processor writes a document type; entities come by one
        return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
