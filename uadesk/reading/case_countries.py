"""The country of a case: as printed in the head of its bulletin, else as its story shows."""

from collections import Counter

from uadesk.domain.texts import Found, Span
from uadesk.reading.frames import Frame
from uadesk.reading.head_countries import country_of, country_prefix
from uadesk.reading.labels import Kind
from uadesk.reference.countries import Mention

LOOKED_AT = 3000
"""Signs of the story in which a country is looked for."""


def read_country(reading: Frame) -> tuple[Found | None, str | None]:
    """The country's own line, else the header's, else the headline's prefix, else the one that the story names most."""
    headline, header, findings, countries = reading.headline, reading.header, reading.findings, reading.countries
    in_header = header.country or _as_country(reading, header.concern)
    header_code, header_partly = country_of(in_header.value, countries) if in_header else (None, False)
    if headline.country is not None:
        if header_code is not None and headline.country_code != header_code:
            other = in_header.value if in_header else ""
            findings.conflict("country", "countries_differ", printed=headline.country.value, other=other)
        if headline.is_partly:
            findings.uncertain("country_code", "several_countries", printed=headline.country.value)
        return headline.country, headline.country_code
    if in_header is not None:
        if header_code is None:
            findings.uncertain("country_code", "country_not_known", printed=in_header.value)
        elif header_partly:
            findings.uncertain("country_code", "several_countries", printed=in_header.value)
        return in_header, header_code
    prefix, code = country_prefix(reading.page, headline.title, countries)
    if prefix is None:
        return _told(reading)
    findings.uncertain("country", "country_from_title", printed=prefix.value)
    return prefix, code


def _mentions(reading: Frame, spans: list[Span]) -> list[Mention]:
    return [each for span in spans for each in reading.countries.mentions(reading.page.text.content, *span)]


def _as_country(reading: Frame, concern: Found | None) -> Found | None:
    """The country that stands in the concern's place, without what stands behind it in brackets: `USA (Ohio)`."""
    if concern is None or country_of(concern.value, reading.countries)[0] is None:
        return None
    bracket = reading.page.text.content.find("(", concern.start, concern.end)
    return reading.page.found(concern.start, bracket if bracket > 0 else concern.end, "country")


def _told(reading: Frame) -> tuple[Found | None, str | None]:
    """The country that headline, story and addresses name most often, which is a doubt; the first of equals."""
    spans = [headline.span for headline in (reading.headline.title,) if headline is not None]
    spans += [(each.start, min(each.end, each.start + LOOKED_AT)) for each in reading.section(Kind.STORY)]
    spans += [(each.start, each.end) for each in reading.section(Kind.TARGET)]
    dated = reading.header.issued
    line = next(
        (each for each in reading.page.lines if dated is not None and each.start <= dated.start < each.end), None
    )
    beside = _mentions(reading, [(line.start, line.end)]) if line is not None else []
    told = [(each.start, min(each.end, each.start + LOOKED_AT)) for each in reading.section(Kind.BACKGROUND)]
    mentions = beside or _mentions(reading, spans) or _mentions(reading, told)
    if not mentions:
        return None, None
    code = Counter(each.code for each in mentions).most_common(1)[0][0]
    first = next(each for each in mentions if each.code == code)
    found = reading.page.found(first.start, first.end, "country in the story")
    reading.findings.uncertain("country", "country_from_story", printed=found.value)
    reading.findings.uncertain("country_code", "country_from_story", printed=found.value)
    return found, code
