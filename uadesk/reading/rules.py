"""The rules that make a bulletin of a page: every field with its source, every doubt by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.texts import Found
from uadesk.reading.addressees import FIELD_OF, addressee_of
from uadesk.reading.asking import Asking, asking_in_a_sentence, askings, chosen, letter_askings
from uadesk.reading.asking import ENOUGH
from uadesk.reading.blocks import Block, blocks_of
from uadesk.reading.closing import Until, ended_in, until_in
from uadesk.reading.findings import Findings
from uadesk.reading.headers import NUMBER, Header, find_header
from uadesk.reading.headlines import Headline, country_of, country_prefix, find_headline
from uadesk.reading.issuers import read_issuer
from uadesk.reading.languages import language_of
from uadesk.reading.lines import Line, Page
from uadesk.reading.model_letters import find_letter
from uadesk.reading.sections import ADDRESSES, Kind, Section, cut, is_stop, label_of
from uadesk.reference.bulletin_words import BulletinWords, load_words
from uadesk.reference.countries import Countries, load_countries

_ROLES = {Kind.TARGET: Role.TARGET, Kind.COPY: Role.COPY, Kind.SOLIDARITY: Role.SOLIDARITY}
_THANKS = re.compile(
    r"(?:many\s+)?thank(?:s|\s+you)\b[^.!]*(?:sent|wrote|took|taken|written)[^.!]*[.!]?", re.IGNORECASE
)


@dataclass(slots=True)
class _Reading:
    """What is known while one bulletin is read."""

    page: Page
    words: BulletinWords
    countries: Countries
    findings: Findings
    header: Header | None
    headline: Headline
    ended: Found | None = None
    untils: Sequence[Until] = ()
    letter: tuple[int, int] | None = None
    demands: Asking | None = None
    sections: Sequence[Section] = ()

    def section(self, *kinds: Kind) -> list[Section]:
        return [section for section in self.sections if section.kind in kinds]


def read_page(page: Page) -> BulletinDraft:
    """The draft of one bulletin. It may be empty: `is_bulletin` says whether it is one at all."""
    words, countries = load_words(), load_countries()
    header = find_header(page, words)
    headline = find_headline(page, header, words, countries)
    reading = _Reading(page, words, countries, Findings(), header, headline)
    _find_frame(reading)
    draft = _header_fields(reading, BulletinDraft(page.text, language=language_of(_all(page))))
    draft = _addressee_fields(reading, draft)
    draft = _asked_fields(reading, draft)
    draft = _story_fields(reading, draft)
    _doubt_what_is_missing(reading, draft)
    return replace(draft, checks=tuple(reading.findings.checks), spans=reading.findings.spans)


def _all(page: Page) -> str:
    return page.text.content[page.lines[0].start : page.lines[-1].end] if page.lines else ""


def _find_frame(reading: _Reading) -> None:
    """Find what cuts the text: the end, the model letter, the list of demands; then cut it."""
    page, words, first = reading.page, reading.words, reading.headline.last
    start = page.lines[first].start if first < len(page.lines) else 0
    end = page.lines[-1].end if page.lines else 0
    reading.ended = ended_in(page, words, start, end)
    reading.untils = until_in(page, words, start, end)
    reading.letter = find_letter(page, words, first)
    reading.demands = _find_demands(reading)
    reading.sections = cut(page, words, first, reading.demands, reading.untils, reading.ended, reading.letter)


def _find_demands(reading: _Reading) -> Asking | None:
    if reading.ended is not None:
        return None
    page, words, first = reading.page, reading.words, reading.headline.last

    def stops(line: Line) -> bool:
        return is_stop(line, words)

    lists = [each for each in askings(page, words, first, stops) if not _is_in_addresses(reading, each)]
    best = chosen([each for each in lists if each.score > 0 and not _is_background(reading, each)])
    if best is not None and best.score >= ENOUGH:
        return best
    if reading.letter is None and (single := asking_in_a_sentence(page, words, first, stops)) is not None:
        return single
    return best


def _is_in_addresses(reading: _Reading, asking: Asking) -> bool:
    """Whether a list stands inside the addresses (numbered addressees), or in the model letter."""
    if reading.letter is not None and reading.letter[0] <= asking.first < reading.letter[1]:
        return True
    label = label_of(reading.page.lines[asking.first], reading.words)
    if label is None or label.kind not in ADDRESSES:
        return False
    exact = reading.words.exact["target"].match(reading.page.lines[asking.first].text)
    looks = sum(any(sign.isdigit() for sign in point.value) or "@" in point.value for point in asking.points)
    return exact is not None and looks > 0 or label.kind is not Kind.TARGET


def _is_background(reading: _Reading, asking: Asking) -> bool:
    """Whether a list stands below the heading of the background, where points are facts."""
    for place in range(asking.first, -1, -1):
        label = label_of(reading.page.lines[place], reading.words)
        if label is not None:
            return label.kind is Kind.BACKGROUND
    return False


def _header_fields(reading: _Reading, draft: BulletinDraft) -> BulletinDraft:
    header, headline, findings = reading.header, reading.headline, reading.findings
    country, code = _country(reading)
    draft = replace(
        draft,
        title=findings.take("title", headline.title),
        country=findings.take("country", country),
        country_code=code,
        issued=_issued(reading),
    )
    if header is None:
        return draft
    findings.take("ua_number", header.number_found)
    findings.take("stage_ordinal", header.ordinal_found)
    return replace(
        draft,
        number=header.number,
        stage=Stage.OUTCOME if _is_outcome(reading) else header.stage,
        stage_ordinal=header.ordinal if header.ordinal_found else None,
        index=findings.take("index", header.index),
        issuer=read_issuer(reading.page, header.first, findings, reading.words),
        previous=_previous(reading, header),
    )


def _is_outcome(reading: _Reading) -> bool:
    """An update whose only request is to stop is an outcome, whatever its head says."""
    return reading.ended is not None


def _country(reading: _Reading) -> tuple[Found | None, str | None]:
    """The country's own line, else the header's, else the headline's prefix."""
    headline, header, findings, countries = reading.headline, reading.header, reading.findings, reading.countries
    in_header = header.country if header is not None else None
    header_code, header_partly = country_of(in_header.value, countries) if in_header else (None, False)
    if headline.country is not None:
        if header_code is not None and headline.country_code != header_code:
            findings.conflict(
                "country", "country_differs", named=headline.country.value, other=in_header.value if in_header else ""
            )
        if headline.is_partly:
            findings.uncertain("country_code", "several_countries", printed=headline.country.value)
        return headline.country, headline.country_code
    if in_header is not None:
        if header_code is None:
            findings.uncertain("country_code", "country_not_known", printed=in_header.value)
        elif header_partly:
            findings.uncertain("country_code", "several_countries", printed=in_header.value)
        return in_header, header_code
    return country_prefix(reading.page, headline.title, countries)


def _issued(reading: _Reading) -> date | None:
    printed = reading.header.issued if reading.header is not None else None
    if printed is None:
        return None
    if printed.day is None:
        reading.findings.missing("issued", "date_unreadable", printed=printed.printed)
        return None
    if printed.is_ambiguous:
        reading.findings.uncertain("issued", "date_ambiguous", printed=printed.printed)
    reading.findings.take("issued", reading.page.found(printed.start, printed.end, "date"))
    return printed.day


def _previous(reading: _Reading, header: Header) -> tuple[str, ...]:
    """Earlier bulletins: in brackets behind the number, and below `LINK TO PREVIOUS UA`."""
    found = list(header.follows)
    for section in reading.section(Kind.NOTE):
        line = reading.page.lines[section.first]
        if reading.words.exact["previous"].match(line.text):
            end = reading.page.paragraph(section.first)[1]
            value = reading.page.found(section.start, reading.page.lines[end - 1].end, "previous")
            if value.value and value.value.casefold() not in {"n/a", "none", "not applicable", "-", "na"}:
                found.append(value)
    return reading.findings.take_all("previous", found)


def _addressee_fields(reading: _Reading, draft: BulletinDraft) -> BulletinDraft:
    people: dict[Role, list[Addressee]] = {role: [] for role in Role}
    opening = _opening(reading)
    if reading.ended is None or reading.section(*ADDRESSES):
        for section in reading.section(*ADDRESSES):
            role = _ROLES[section.kind]
            for block in _blocks(reading, section):
                if role is Role.TARGET and block.salutation is None and not people[role] and opening is not None:
                    block.salutation = opening
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


def _opening(reading: _Reading) -> Found | None:
    """The first words of the model letter, which serve as a salutation where nothing else is given."""
    if reading.letter is None:
        return None
    line = reading.page.lines[reading.letter[0]]
    found = reading.page.found(line.start, line.end, "opening of the letter")
    return None if re.search(r"_{2,}|\[|\.{4,}", found.value) else found


def _blocks(reading: _Reading, section: Section) -> list[Block]:
    """The addressees of a section; those that are nobody in particular are named as a doubt."""
    generic = reading.words.asking["generic_copies"]
    blocks = blocks_of(reading.page, section.first, section.last, section.start, reading.words, reading.countries)
    kept: list[Block] = []
    for block in blocks:
        nobody = [line for line in block.lines if generic.search(line.value)]
        block.lines = [line for line in block.lines if line not in nobody]
        for line in nobody:
            reading.findings.uncertain(FIELD_OF[_ROLES[section.kind]], "generic_copies", printed=line.value)
        if block.lines or not nobody:
            kept.append(block)
    if section.kind is Kind.COPY and not kept and not blocks:
        if generic.search(section.label):
            reading.findings.uncertain("copies", "generic_copies", printed=section.label)
        else:
            reading.findings.missing("copies", "nobody_below_heading", printed=section.label)
    return kept


def _asked_fields(reading: _Reading, draft: BulletinDraft) -> BulletinDraft:
    findings = reading.findings
    act_until = _act_until(reading, draft)
    if reading.ended is not None:
        findings.spans["further_action"] = reading.ended.span
        return replace(draft, act_until=act_until, further_action=False)
    demands = reading.demands
    asks = bool(draft.targets) or (demands is not None and demands.says_to_write)
    further = True if asks or (reading.untils and any(each.expects_acting for each in reading.untils)) else None
    draft = replace(draft, act_until=act_until, further_action=further)
    if demands is not None and asks:
        if demands.score < ENOUGH:
            findings.uncertain("demands", "demands_in_story")
        for doubt in demands.doubts:
            findings.uncertain("demands", doubt)
        return replace(
            draft,
            demand_lead=findings.take("demand_lead", demands.lead),
            demands=findings.take_all("demands", list(demands.points)),
        )
    if reading.letter is not None:
        span = _letter_span(reading)
        return replace(draft, demands=findings.take_all("demands", letter_askings(reading.page, reading.words, *span)))
    return draft


def _letter_span(reading: _Reading) -> tuple[int, int]:
    assert reading.letter is not None
    return reading.page.lines[reading.letter[0]].start, reading.page.lines[reading.letter[1] - 1].end


def _act_until(reading: _Reading, draft: BulletinDraft) -> date | None:
    """The last day to write; what makes it less than sure is named."""
    untils = [each for each in reading.untils if each.expects_acting] or list(reading.untils)
    if not untils:
        return None
    findings, chosen_one = reading.findings, untils[0]
    printed, day = chosen_one.date, chosen_one.date.day
    if printed.year_missing:
        day = _next_such_day(printed, draft.issued)
        findings.uncertain("act_until", "year_inferred", printed=printed.printed)
    if day is None:
        if not printed.year_missing:
            findings.missing("act_until", "date_unreadable", printed=printed.printed)
        return None
    if printed.is_ambiguous:
        findings.uncertain("act_until", "date_ambiguous", printed=printed.printed)
    if chosen_one.is_check_after or not chosen_one.expects_acting:
        findings.uncertain(
            "act_until", "check_after" if chosen_one.is_check_after else "until_in_story", printed=printed.printed
        )
    if draft.issued is not None and day < draft.issued:
        findings.conflict("act_until", "before_issue", act_until=day.isoformat(), issued=draft.issued.isoformat())
    others = {each.date.day for each in untils if not each.is_check_after and each.date.day} - {day}
    if others and not chosen_one.is_check_after:
        findings.conflict("act_until", "dates_differ", act_until=day.isoformat(), other=min(others).isoformat())
    findings.take("act_until", reading.page.found(printed.start, printed.end, "until"))
    return day


def _next_such_day(printed: object, issued: date | None) -> date | None:
    from uadesk.reading.dates import PrintedDate

    assert isinstance(printed, PrintedDate)
    if issued is None:
        return None
    day = printed.in_year(issued.year)
    return day if day is not None and day >= issued else printed.in_year(issued.year + 1)


def _story_fields(reading: _Reading, draft: BulletinDraft) -> BulletinDraft:
    page, findings = reading.page, reading.findings
    story = reading.section(Kind.STORY)
    summary = _prose(page, *_without_thanks(page, story[0].start, story[0].end)) if story else None
    background = reading.section(Kind.BACKGROUND)
    told = _prose(page, background[0].start, background[0].end) if background else None
    letter = _prose(page, *_letter_span(reading)) if reading.letter is not None else None
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


def _without_thanks(page: Page, start: int, end: int) -> tuple[int, int]:
    """Without closing paragraphs that only thank the writers."""
    content = page.text.content
    while (gap := content.rfind("\n\n", start, max(start, len(content[:end].rstrip())))) > 0:
        if not _THANKS.fullmatch(" ".join(content[gap:end].split())):
            break
        end = gap
    return start, end


def _doubt_what_is_missing(reading: _Reading, draft: BulletinDraft) -> None:
    findings = reading.findings
    if draft.number is None:
        findings.missing("ua_number", "no_number")
    if draft.index is None and reading.header is not None and reading.header.prints_index:
        findings.missing("index", "no_index")
    _doubt_numbers(reading, draft)
    if draft.further_action is False or (draft.stage is Stage.OUTCOME and not draft.targets):
        return
    if draft.act_until is None and not any(check.field == "act_until" for check in findings.checks):
        findings.missing("act_until", "no_act_until")
    if not draft.targets:
        findings.missing("targets", "no_targets")
    if not draft.demands:
        findings.missing("demands", "no_demands")


def _doubt_numbers(reading: _Reading, draft: BulletinDraft) -> None:
    """A headline or header line that bears another number than the bulletin's own."""
    if draft.number is None or reading.header is None:
        return
    from uadesk.domain.numbers import parse_number

    for place, line in enumerate(reading.page.lines):
        is_head = place < reading.headline.last or line.is_capitals or line.is_bold
        if line.is_blank or not is_head or len(line.text) > 200:
            continue
        for match in NUMBER.finditer(line.text):
            other = parse_number(re.sub(r"\s*([/.])\s*", r"\1", match["number"]))
            if other is not None and other != draft.number:
                reading.findings.conflict("ua_number", "numbers_differ", number=str(draft.number), other=str(other))
