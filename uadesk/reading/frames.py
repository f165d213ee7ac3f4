"""A page cut into its pieces, before any field is read."""

from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.domain.texts import Found, Span
from uadesk.reading.asking import ENOUGH, Asking, asking_below_heading, asking_in_a_sentence, askings, chosen, further
from uadesk.reading.closing import Until, ended_in, until_in
from uadesk.reading.findings import Findings
from uadesk.reading.header_fields import Header
from uadesk.reading.headers import find_header
from uadesk.reading.headlines import Headline, find_headline
from uadesk.reading.labels import ADDRESSES, Kind, Label, is_stop, label_of
from uadesk.reading.languages import language_of
from uadesk.reading.lines import LONGEST_LABEL, Line, LineKind, Page
from uadesk.reading.model_letters import find_letter
from uadesk.reading.scattered import find_scattered
from uadesk.reading.sections import Section, cut
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

SAID = 80
"""Signs of points that tell their language."""


@dataclass(slots=True)
class Frame:
    """A bulletin cut to pieces: its head, its sections, and what the rules have found so far."""

    page: Page
    words: BulletinWords
    countries: Countries
    findings: Findings
    header: Header
    headline: Headline
    ended: Found | None = None
    seems_ended: Found | None = None
    """Words that no more letters are wanted, in a bulletin that asks for them with demands and an address."""
    untils: Sequence[Until] = ()
    letter: tuple[int, int] | None = None
    demands: Asking | None = None
    more_demands: Sequence[Asking] = ()
    """Further lists that urge, besides `demands`."""
    sections: Sequence[Section] = ()

    def section(self, *kinds: Kind) -> list[Section]:
        return [section for section in self.sections if section.kind in kinds]

    @property
    def letter_span(self) -> Span:
        """Where the model letter stands; call it only where there is one."""
        assert self.letter is not None
        return self.page.lines[self.letter[0]].start, self.page.lines[self.letter[1] - 1].end


def find_frame(page: Page, words: BulletinWords, countries: Countries) -> Frame:
    """Find what cuts the text: the head, the end, the model letter, the list of demands; then cut it."""
    header = find_header(page, words) or find_scattered(page, words)
    headline = find_headline(page, header, words, countries)
    reading = Frame(page, words, countries, Findings(), header, headline)
    first = headline.last
    start = page.lines[first].start if first < len(page.lines) else 0
    end = page.lines[-1].end if page.lines else 0
    reading.ended = ended_in(page, words, start, end)
    reading.untils = until_in(page, words, start, end) or until_in(page, words, page.lines[0].start, start)
    reading.letter = find_letter(page, words, first)
    if reading.ended is not None and _asks_all_the_same(reading):
        reading.ended, reading.seems_ended = None, reading.ended
    reading.demands = _find_demands(reading)
    asked = [each for each in (reading.demands, *reading.more_demands) if each is not None]
    reading.sections = cut(page, words, first, asked, reading.untils, reading.ended, reading.letter)
    return reading


def _asks_all_the_same(reading: Frame) -> bool:
    """Whether a bulletin has demands, an address and an end date, whatever a sentence says of no further action."""
    page, words = reading.page, reading.words
    lists = askings(page, words, reading.headline.last, lambda line: is_stop(line, words))
    return (
        any(each.score > ENOUGH for each in lists)
        and any(words.exact["target"].match(line.text) for line in page.lines[reading.headline.last :])
        and any(each.expects_acting for each in reading.untils)
    )


def _find_demands(reading: Frame) -> Asking | None:
    if reading.ended is not None:
        return None
    page, words, first = reading.page, reading.words, reading.headline.last

    def stops(line: Line) -> bool:
        return is_stop(line, words)

    lists = [each for each in askings(page, words, first, stops) if not _is_in_addresses(reading, each)]
    lists = _in_own_language(reading, lists)
    likely = [each for each in lists if each.score > 0 and not _is_background(reading, each)]
    best = chosen(likely)
    foreign = best is not None and _language(best) not in (None, words.language)
    if foreign and (own := asking_below_heading(page, words, first, stops)) is not None:
        return own
    if best is not None and best.score >= ENOUGH:
        reading.more_demands = further(likely, best) if best.score > ENOUGH else ()
        return best
    if reading.letter is None:
        below = asking_below_heading(page, words, first, stops)
        if below is not None and len(below.points) > 1:
            return below
        if (single := asking_in_a_sentence(page, words, first, stops)) is not None:
            return single
    if reading.letter is None and best is None:
        return asking_below_heading(page, words, first, stops)
    return best


def _in_own_language(reading: Frame, lists: Sequence[Asking]) -> list[Asking]:
    """Without the demands printed once more in another language, where the page's own are there."""
    own = [each for each in lists if _language(each) in (None, reading.words.language)]
    urges = any(each.score >= ENOUGH for each in own)
    return own if urges else list(lists)


def _language(asking: Asking) -> str | None:
    said = " ".join(point.value for point in asking.points)
    return language_of(said) if len(said) > SAID else None


def _is_in_addresses(reading: Frame, asking: Asking) -> bool:
    """Whether a list stands inside the addresses (numbered addressees), or in the model letter."""
    if reading.letter is not None and reading.letter[0] <= asking.first < reading.letter[1]:
        return True
    label, exact = _label_above(reading, asking)
    if label is None or label.kind not in ADDRESSES:
        return False
    looks = sum(any(sign.isdigit() for sign in point.value) or "@" in point.value for point in asking.points)
    is_numbered = any(line.kind is LineKind.NUMBERED for line in reading.page.lines[asking.first : asking.last])
    return (exact and (looks > 0 or is_numbered)) or label.kind is not Kind.TARGET


def _label_above(reading: Frame, asking: Asking) -> tuple[Label | None, bool]:
    """The label of addresses on the list's own first line, or above further points of its numbering; whether exact."""
    page, words = reading.page, reading.words
    own = label_of(page.lines[asking.first], words)
    if own is not None:
        return own, words.exact[own.kind].match(page.lines[asking.first].text) is not None
    numbered = any(line.kind is LineKind.NUMBERED for line in page.lines[asking.first : asking.last])
    is_further = numbered and asking.lead is None and asking.score <= ENOUGH
    for place in range(asking.first - 1, -1, -1) if is_further else ():
        line = page.lines[place]
        if len(line.text) > LONGEST_LABEL:
            break
        label = label_of(line, words)
        if label is not None:
            return label, words.exact[label.kind].match(line.text) is not None
    return None, False


def _is_background(reading: Frame, asking: Asking) -> bool:
    """Whether a list stands below the heading of the background, where points are facts."""
    for place in range(asking.first, reading.headline.last - 1, -1):
        line = reading.page.lines[place]
        if reading.words.labels["demand_heading"].match(line.text) is not None and not line.is_point:
            return False
        label = label_of(line, reading.words)
        if label is not None:
            return label.kind is Kind.BACKGROUND
    return False
