"""Blocks of lines made into addressees, with the country each letter goes to and every doubt."""

import re
from collections.abc import Sequence

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.texts import Found
from uadesk.reading.block_reader import Block
from uadesk.reading.findings import Findings
from uadesk.reading.lines import Page
from uadesk.reading.offices import has_honorific, is_office, looks_postal
from uadesk.reading.people import parts_of
from uadesk.reading.salutations import MOST_SALUTATION
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

_MISSION = re.compile(
    r"\b(?:embass|high\s+commission|consul|mission|ambassad|embajad|botschaft|vertretung|représentation|represent)",
    re.IGNORECASE,
)
"""A body of one country in another."""
LONGEST_ADDRESS_LINE = 85
"""A line of more signs is hardly one of an envelope."""
MOST_WORDS = 9
"""A line of more words is a sentence if it names no office, body or place."""
_STOP = re.compile(r"[^\W\d_]{5,}[.!?]\s+[A-ZÀ-Þ]|[^\W\d_]{5,}[!?]$")
"""A sentence ends within a line, behind a word too long for an abbreviation."""
FIELD_OF = {Role.TARGET: "targets", Role.COPY: "copies", Role.SOLIDARITY: "solidarity"}


def addressee_of(
    page: Page,
    block: Block,
    role: Role,
    path: str,
    findings: Findings,
    words: BulletinWords,
    countries: Countries,
    case_code: str | None,
) -> Addressee:
    """One addressee; `path` is its place in the draft (`targets[0]`), `case_code` the case's country."""
    lines = findings.take_all(f"{path}.lines", block.lines)
    name, title, address = "", None, list[Found]()
    if block.lines:
        parts = parts_of(page, block.lines, words)
        name = findings.take(f"{path}.name", parts.name) or ""
        title = findings.take(f"{path}.title", parts.title)
        address = list(parts.address)
        if not parts.is_sure:
            findings.uncertain(f"{path}.name", "name_or_address", printed=name)
        if not parts.is_one_office:
            findings.uncertain(f"{path}.title", "more_offices", printed=address[0].value)
    else:
        findings.missing(f"{path}.name", "no_name")
    _doubt_lines(block, role, path, address, findings, countries)
    for line in block.lines:
        if looks_like_prose(line.value, words):
            findings.uncertain(f"{path}.lines", "line_looks_like_prose", printed=line.value)
    return Addressee(
        lines=lines,
        role=role,
        name=name,
        title=title,
        address_lines=findings.take_all(f"{path}.address_lines", address),
        country_code=_country(block, role, path, findings, countries, case_code),
        email=findings.take_all(f"{path}.email", block.contacts.email),
        phone=findings.take_all(f"{path}.phone", block.contacts.phone),
        fax=findings.take_all(f"{path}.fax", block.contacts.fax),
        salutation=_salutation(block, role, path, findings),
    )


def looks_like_prose(line: str, words: BulletinWords) -> bool:
    """Whether a line of an address is part of a sentence: by a verb or pronoun, a full stop within, or its length."""
    if any(match[0].islower() for match in words.address["prose"].finditer(line)):
        return True
    if _STOP.search(line) and not has_honorific(line, words):
        return True
    is_known = is_office(line, words) or looks_postal(line, words) or words.address["organisations"].search(line)
    return len(line.split()) > MOST_WORDS and not is_known


def _doubt_lines(
    block: Block, role: Role, path: str, address: Sequence[Found], findings: Findings, countries: Countries
) -> None:
    if not any(not countries.is_known_name(line.value) for line in address) and role is not Role.SOLIDARITY:
        findings.missing(f"{path}.address_lines", "no_postal_lines")
    named = {code for line in block.lines[1:] if (code := countries.code_of(line.value)) is not None}
    if block.is_mixed or len(named) > 1 or any(len(line.value) > LONGEST_ADDRESS_LINE for line in block.lines):
        findings.uncertain(path, "mixed_block")
    if block.from_one_line:
        findings.uncertain(f"{path}.lines", "one_line_block")
    for field, code, printed in block.contacts.doubts:
        if not (code == "web_form" and block.contacts.email):
            findings.missing(f"{path}.{field}", code, printed=printed)


def _salutation(block: Block, role: Role, path: str, findings: Findings) -> str | None:
    if block.salutation is not None:
        if len(block.salutation.value.split()) > MOST_SALUTATION:
            findings.uncertain(f"{path}.salutation", "salutation_long")
        return findings.take(f"{path}.salutation", block.salutation)
    if block.blank_salutation:
        findings.missing(f"{path}.salutation", "salutation_blank", printed=block.blank_salutation)
    elif role is Role.TARGET:
        findings.missing(f"{path}.salutation", "no_salutation")
    return None


def _country(
    block: Block, role: Role, path: str, findings: Findings, countries: Countries, case_code: str | None
) -> str | None:
    """Where the letter goes: the country printed, else what postal code or city show, else the case's."""
    lines = [line.value for line in block.lines]
    named = _named(lines, countries)
    shown = countries.of_postal_line(lines)
    field = f"{path}.country_code"
    if named is not None:
        if shown is not None and shown.why == "postal_code" and shown.code != named:
            findings.conflict(field, "country_differs", named=named, inferred=shown.code)
        return named
    if shown is not None:
        findings.uncertain(field, "country_inferred", country=shown.code, why=shown.why)
        return shown.code
    if case_code is not None and lines and (role is Role.TARGET or _is_at_home(lines)):
        findings.uncertain(field, "country_of_case", country=case_code)
        return case_code
    if lines:
        findings.missing(field, "country_unknown")
    return None


def _is_at_home(lines: Sequence[str]) -> bool:
    """Whether a copy with postal lines is for somebody in the case's country, and not for its embassy abroad."""
    return len(lines) > 2 and not any(_MISSION.search(line) for line in lines)


def _named(lines: Sequence[str], countries: Countries) -> str | None:
    """The country printed on one of the last lines, alone or behind the last comma."""
    for line in reversed([re.sub(r"\s*\([^()]*\)$", "", each) for each in lines[1:]]):
        code = countries.code_of(line) or countries.named_at_end(line)
        if code is not None:
            return code
    return None
