"""Stamps in words: zones, prices, and what is to be said about them."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from uadesk.base.language import _, ngettext, spoken
from uadesk.desk.words.dates import long_date
from uadesk.domain.addresses import Addressee
from uadesk.domain.cases import days_left, post_is_late
from uadesk.domain.postage import HOME, WORLD, Oversize, Rate
from uadesk.reference.countries import load_countries

if TYPE_CHECKING:
    from uadesk.desk.stamps import Postage, StampList, StampRow

_NAMED = 8
"""So many codes, or envelopes, are named in one sentence."""


def money_words(amount: Decimal, currency: str, country: str) -> str:
    """An amount as it is written in a country, in the person's language: "$1.75"."""
    from babel import Locale
    from babel.core import UnknownLocaleError
    from babel.numbers import format_currency

    try:
        locale = Locale.parse(f"{spoken()}_{country}")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(spoken())
    return format_currency(amount, currency, locale=locale)


def zone_words(zone: str, home: str) -> str:
    """A zone in words: "Canada" at home, "USA", "Other countries"."""
    if zone == WORLD:
        return _("Other countries")
    codes = [home] if zone == HOME else zone.split()
    return ", ".join(load_countries().name(code, spoken()) for code in codes)


def class_words(rate: Rate) -> str:
    """What a price is for: "standard letter, up to 30 g"."""
    return _("{service}, up to {grams} g").format(service=rate.of.service, grams=f"{rate.of.upto:g}")


def held_words(rate: Rate) -> str:
    """Since when a price holds, and whether the group entered it or nobody could verify it; perhaps nothing."""
    since = [] if rate.held_from is None else [_("since {day}").format(day=long_date(rate.held_from))]
    if rate.is_own:
        since.append(_("your own price"))
    elif not rate.verified:
        since.append(_("not verified"))
    return ", ".join(since)


def stamp_notes(stamps: "StampList") -> tuple[str, ...]:
    """What is to be known about a list of stamps, one sentence each, what hinders most first."""
    too_large = {each.zone for each in stamps.oversizes}
    notes = [_unrated(stamps, row) for row in stamps.rows if row.rate is None and row.zone not in too_large]
    notes += [_too_large(stamps, each) for each in stamps.oversizes]
    if stamps.unplaced:
        words = ngettext(
            "Nobody said in which country the addressee of {codes} is; choose it on the case.",
            "Nobody said in which country the addressees of {codes} are; choose it on the case.",
            len(stamps.unplaced),
        )
        notes.append(words.format(codes=_first_few(stamps.unplaced)))
    notes += [_newer(stamps, rate) for rate in stamps.newer]
    if any(row.rate is not None and not row.rate.verified for row in stamps.rows):
        notes.append(_("Prices marked “not verified” may be wrong: look at the post's own list before you buy."))
    return tuple(notes)


def _newer(stamps: "StampList", rate: Rate) -> str:
    words = _(
        "A price came with UADesk that is newer than yours: {what} to {zone}, {price}, {held}. Enter it if it holds."
    )
    return words.format(
        what=class_words(rate),
        zone=_to(rate.of.zone, stamps.country),
        price=money_words(rate.price, stamps.currency, stamps.country),
        held=held_words(rate),
    )


def _first_few(codes: tuple[str, ...]) -> str:
    """The codes, so many that a person reads them."""
    named = ", ".join(codes[:_NAMED])
    more = len(codes) - _NAMED
    return named if more <= 0 else _("{codes} and {n} more").format(codes=named, n=more)


def _to(zone: str, home: str) -> str:
    """A zone within a sentence."""
    return _("other countries") if zone == WORLD else zone_words(zone, home)


def _unrated(stamps: "StampList", row: "StampRow") -> str:
    words = _("No price is known for a letter of {grams} g to {zone}; enter it with “Change a rate…”.")
    return words.format(grams=row.grams, zone=_to(row.zone, stamps.country))


def _too_large(stamps: "StampList", found: Oversize) -> str:
    """That an envelope leaves the cheap class, what it costs so, and which would be cheaper."""
    said = _("The envelope {envelope} is too large for “{service}” to {zone} ({price}).").format(
        envelope=found.envelope.name,
        service=found.usual.of.service,
        zone=_to(found.zone, stamps.country),
        price=money_words(found.usual.price, stamps.currency, stamps.country),
    )
    if found.now is None:
        said += " " + _("What it costs so is not known; enter it with “Change a rate…”, as another weight.")
    else:
        price = money_words(found.now.price, stamps.currency, stamps.country)
        said += " " + _("As “{service}” it costs {price}.").format(service=found.now.of.service, price=price)
    if found.better:
        names = ", ".join(each.name for each in found.better[:_NAMED])
        said += " " + _("A smaller envelope would be cheaper: {names}.").format(names=names)
    return said


def too_late_sentence(until: date | None, targets: Sequence[Addressee], today: date) -> str:
    """That post comes too late for a case, and what to use instead; empty where it does not."""
    if until is None or not post_is_late(until, today):
        return ""
    left = days_left(until, today)
    late = (
        ngettext("{days} day left: post comes too late.", "{days} days left: post comes too late.", left)
        if left
        else _("Last day today: post comes too late.")
    )
    return late.format(days=left) + " " + _instead(targets)


def _instead(targets: Sequence[Addressee]) -> str:
    emails = _several(each for target in targets for each in target.mailboxes)
    faxes = _several(each for target in targets for each in target.fax_numbers)
    if emails and faxes:
        return _("Use the email {emails} or the fax {faxes}.").format(emails=emails, faxes=faxes)
    if emails:
        return _("Use the email {emails}.").format(emails=emails)
    if faxes:
        return _("Use the fax {faxes}.").format(faxes=faxes)
    return _("The bulletin names no email and no fax; ask the office.")


def _several(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(values))


def postage_words(postage: "Postage", country: str) -> str:
    """What posted letters cost together; those whose stamp nobody knows are named by their number."""
    amount = money_words(postage.total, postage.currency, country)
    if not postage.unrated:
        return amount
    number = postage.unrated
    words = ngettext("{amount} and a stamp of unknown price", "{amount} and {n} stamps of unknown price", number)
    return words.format(amount=amount, n=number)
