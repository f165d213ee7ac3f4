"""The rules that make a bulletin of a page: every field with its source, every doubt by name."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.texts import Found
from uadesk.reading.addressees import FIELD_OF, addressee_of
from uadesk.reading.asking import ENOUGH
from uadesk.reading.case_countries import read_country
from uadesk.reading.doubts import doubt_what_is_missing
from uadesk.reading.end_dates import read_act_until
from uadesk.reading.frames import Frame, find_frame
from uadesk.reading.greetings import greet
from uadesk.reading.header_fields import Header
from uadesk.reading.issuers import read_issuer
from uadesk.reading.labels import ADDRESSES, Kind
from uadesk.reading.languages import language_of, words_of
from uadesk.reading.left_out_askings import left_out_askings
from uadesk.reading.letter_askings import letter_asking
from uadesk.reading.lines import Page, sentences
from uadesk.reading.references import number_in, number_pattern
from uadesk.reading.somebody import blocks_in
from uadesk.reading.unseen import doubt_what_deceives
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries
from uadesk.reference.phrases import one_of

LONGEST_THANKS = 200
"""A paragraph that only thanks the writers has no more signs."""
_ROLES = {Kind.TARGET: Role.TARGET, Kind.COPY: Role.COPY, Kind.SOLIDARITY: Role.SOLIDARITY}


def read_page(page: Page) -> BulletinDraft:
    """The draft of one bulletin. It may be empty: `is_bulletin` says whether it is one at all."""
    language = language_of(_all(page))
    reading = find_frame(page, words_of(language), load_countries())
    draft = _header_fields(reading, BulletinDraft(page.text, language=language))
    draft = _addressee_fields(reading, draft)
    draft = _asked_fields(reading, draft)
    draft = _story_fields(reading, draft)
    doubt_what_is_missing(reading, draft)
    doubt_what_deceives(page.text, reading.findings)
    return replace(draft, checks=tuple(reading.findings.checks), spans=reading.findings.spans)


def _all(page: Page) -> str:
    return page.text.content[page.lines[0].start : page.lines[-1].end] if page.lines else ""


def _header_fields(reading: Frame, draft: BulletinDraft) -> BulletinDraft:
    header, headline, findings = reading.header, reading.headline, reading.findings
    country, code = read_country(reading)
    draft = replace(
        draft,
        title=findings.take("title", headline.title),
        country=findings.take("country", country),
        country_code=code,
        issued=_issued(reading),
    )
    findings.take("ua_number", header.number_found)
    ordinal, ordinal_found = header.ordinal, header.ordinal_found
    if ordinal is None and _stage(reading) is Stage.UPDATE:
        ordinal, ordinal_found = _ordinal_told(reading)
    findings.take("stage_ordinal", ordinal_found)
    return replace(
        draft,
        number=header.number,
        stage=_stage(reading),
        stage_ordinal=ordinal if ordinal_found else None,
        index=findings.take("index", header.index),
        issuer=read_issuer(reading.page, header.first, findings, reading.words),
        previous=_previous(reading, header),
    )


def _ordinal_told(reading: Frame) -> tuple[int | None, Found | None]:
    """The ordinal that a sentence tells: `This is the second update of UA 133/10.`"""
    words = reading.words
    first = words.header["first"].pattern
    for word, ordinal in (*((one_of([each]), number) for each, number in words.ordinals.items()), (first, 1)):
        opens = r"(?:^|[.!?:]\s|\n)\W*(?:\w+['’\s]+){0,4}"
        behind = r"(?:\s+(?:of|to|on|de|sur|zu)\b|\s*\.)"
        told = re.compile(rf"{opens}({word})\s+(?:{words.header['update'].pattern}){behind}", re.IGNORECASE)
        match = told.search(_all(reading.page))
        if match is not None:
            start = reading.page.lines[0].start
            return ordinal, reading.page.found(start + match.start(1), start + match.end(1), "ordinal")
    return None, None


def _stage(reading: Frame) -> Stage | None:
    """The header's stage. An update whose only request is to stop is an outcome, whatever its head says.

    Where a head names no stage, `This is an update of UA 191/16` does.
    """
    if reading.ended is not None:
        return Stage.OUTCOME
    header = reading.header
    if header.stage is None:
        first, label = reading.words.header["first"].pattern, reading.words.header["number"].pattern
        is_first = re.search(rf"\b(?:{first})\s+(?:{label})\s+(?:on|in|for)\b", _all(reading.page), re.IGNORECASE)
        return Stage.FIRST if is_first else None
    said = "\n".join(line.text for line in reading.page.lines[header.first : header.last])
    if header.stage is not Stage.FIRST or header.number is None or reading.words.header["first"].search(said):
        return header.stage
    text, number = _all(reading.page), number_pattern(reading.words)
    matches = (number.match(text, told.end()) for told in _update_on(reading.words).finditer(text))
    is_update = any(each is not None and number_in(each) == header.number for each in matches)
    return Stage.UPDATE if is_update else header.stage


@cache
def _update_on(words: BulletinWords) -> re.Pattern[str]:
    """What stands before the number in `This is an update of UA 191/16`, `Additional information (1) on UA 58/11`."""
    of = r"(?:of|to|on|de|sur|zu|a|sobre)\s+(?:the\s+|la\s+|l['’])?"
    return re.compile(rf"{words.header['update'].pattern}\s+(?:\((?:n[°º]\s?)?\d{{1,2}}\)\s+)?{of}", re.IGNORECASE)


def _issued(reading: Frame) -> date | None:
    printed = reading.header.issued
    if printed is None:
        return None
    if printed.day is None:
        reading.findings.missing("issued", "date_unreadable", printed=printed.printed)
        return None
    if printed.is_ambiguous:
        reading.findings.uncertain("issued", "date_ambiguous", printed=printed.printed)
    reading.findings.take("issued", reading.page.found(printed.start, printed.end, "date"))
    return printed.day


def _previous(reading: Frame, header: Header) -> tuple[str, ...]:
    """Earlier bulletins: in brackets behind the number, and below `LINK TO PREVIOUS UA`."""
    found = list(header.follows)
    for section in reading.section(Kind.NOTE):
        line = reading.page.lines[section.first]
        if reading.words.exact["previous"].match(line.text):
            end = reading.page.paragraph(section.first)[1]
            last = min(reading.page.lines[end - 1].end, section.end)
            value = reading.page.found(section.start, last, "previous")
            if value.value and value.value.casefold() not in {"n/a", "none", "not applicable", "-", "na"}:
                found.append(value)
    return reading.findings.take_all("previous", found)


def _addressee_fields(reading: Frame, draft: BulletinDraft) -> BulletinDraft:
    people: dict[Role, list[Addressee]] = {role: [] for role in Role}
    found = [(section, block) for section in reading.section(*ADDRESSES) for block in blocks_in(reading, section)]
    roles = [Role.COPY if block.is_copy else _ROLES[section.kind] for section, block in found]
    blocks = [block for _section, block in found]
    greet(reading, [block for role, block in zip(roles, blocks, strict=True) if role is Role.TARGET])
    for role, block in zip(roles, blocks, strict=True):
        path = f"{FIELD_OF[role]}[{len(people[role])}]"
        people[role].append(
            addressee_of(
                reading.page,
                block,
                role,
                path,
                reading.findings,
                reading.words,
                reading.countries,
                draft.country_code,
            )
        )
    return replace(
        draft,
        targets=tuple(people[Role.TARGET]),
        copies=tuple(people[Role.COPY]),
        solidarity=tuple(people[Role.SOLIDARITY]),
    )


def _asked_fields(reading: Frame, draft: BulletinDraft) -> BulletinDraft:
    findings = reading.findings
    act_until = read_act_until(reading, draft.issued)
    if reading.ended is not None:
        findings.spans["further_action"] = reading.ended.span
        return replace(draft, act_until=act_until, further_action=False)
    demands = reading.demands
    asks = bool(draft.targets) or (demands is not None and demands.says_to_write)
    further = True if asks or (reading.untils and any(each.expects_acting for each in reading.untils)) else None
    if reading.seems_ended is not None:
        findings.conflict("further_action", "ends_and_asks", printed=reading.seems_ended.value)
    draft = replace(draft, act_until=act_until, further_action=further)
    if demands is not None and draft.targets:
        if demands.score < ENOUGH:
            findings.uncertain("demands", "demands_in_story")
        for doubt in demands.doubts:
            findings.uncertain("demands", doubt)
        if reading.more_demands:
            findings.uncertain("demands", "more_demands")
        asked = sorted((demands, *reading.more_demands), key=lambda each: each.start)
        for left_out in left_out_askings(reading.page, reading.words, reading.sections, asked):
            findings.uncertain("demands", "demand_left_out", printed=left_out.value)
        return replace(
            draft,
            demand_lead=findings.take("demand_lead", demands.lead),
            demands=findings.take_all("demands", [point for each in asked for point in each.points]),
        )
    return _asked_in_letter(reading, draft) if reading.letter is not None else draft


def _asked_in_letter(reading: Frame, draft: BulletinDraft) -> BulletinDraft:
    """The demands that stand only in the model letter."""
    assert reading.letter is not None
    asking = letter_asking(reading.page, reading.words, *reading.letter)
    if asking.is_mixed:
        reading.findings.uncertain("demands", "more_demands")
    return replace(
        draft,
        demand_lead=reading.findings.take("demand_lead", asking.lead),
        demands=reading.findings.take_all("demands", list(asking.points)),
    )


def _story_fields(reading: Frame, draft: BulletinDraft) -> BulletinDraft:
    page, findings = reading.page, reading.findings
    story = reading.section(Kind.STORY)
    summary = _prose(page, *_without_thanks(reading, story[0].start, story[0].end)) if story else None
    background = reading.section(Kind.BACKGROUND)
    told = _prose(page, background[0].start, background[0].end) if background else None
    letter = _prose(page, *reading.letter_span) if reading.letter is not None else None
    return replace(
        draft,
        summary=findings.take("summary", summary),
        background=findings.take("background", told),
        model_letter=findings.take("model_letter", letter),
    )


def _prose(page: Page, start: int, end: int) -> Found | None:
    """Paragraphs parted by an empty line, each with its white space folded."""
    found = page.found(start, max(start, end))
    paragraphs = re.split(r"\n\s*\n", page.text.content[found.start : found.end])
    value = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())
    return replace(found, value=value) if value else None


def _without_thanks(reading: Frame, start: int, end: int) -> tuple[int, int]:
    """Without closing paragraphs that only thank the writers."""
    content = reading.page.text.content
    while (gap := content.rfind("\n\n", start, max(start, len(content[:end].rstrip())))) > 0:
        paragraph = " ".join(content[gap:end].split())
        is_one = len(sentences(paragraph, 0, len(paragraph))) == 1
        if not is_one or not reading.words.asking["thanks"].match(paragraph) or len(paragraph) > LONGEST_THANKS:
            break
        end = gap
    return start, end
