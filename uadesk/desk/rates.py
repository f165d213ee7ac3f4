"""The rates of the post: those that came with the program, and the group's own before them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from uadesk.base.errors import UADeskError
from uadesk.base.folders import PRIVATE_FOLDER
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.desk.saving import FileNotWrittenError, save_file
from uadesk.domain.postage import PostageTable, Rate, RateClass, Weights
from uadesk.reference.postage import all_rates, as_toml, file_name, own_postage

SOURCE = "entered by the group"


class NoHomeCountryError(UADeskError):
    """Nobody said yet in which country the group is, so that no post and no zone is known."""


def postage_folder(desk: Desk) -> Path:
    """Where a group keeps its own rates: beside its desk."""
    return desk.home.folder / "postage"


def postage_table(desk: Desk) -> PostageTable:
    """All rates of the post of the group's country. Raises NoHomeCountryError, WrongPostageError."""
    country = _home(desk)
    table = all_rates(country, postage_folder(desk))
    return table if table.currency else replace(table, currency=_currency(country))


def change_rate(desk: Desk, of: RateClass, price: Decimal, held_from: date) -> PostageTable:
    """A price is another from a day on: keep it in the group's own file. Gives that as it was, for `put_back`.

    The rates that came with the program stay as they are; an own price from the same day on is replaced.
    Raises NoHomeCountryError, WrongPostageError, FileNotWrittenError.
    """
    own = own_table(desk)
    kept = tuple(rate for rate in own.rates if (rate.of, rate.held_from) != (of, held_from))
    form = next((rate.form for rate in own.rates if rate.of == of), None)
    new = Rate(of, price, held_from, form=form, source=SOURCE, verified=True, is_own=True)
    put_back(desk, replace(own, rates=(*kept, new)))
    return own


def set_weights(desk: Desk, weights: Weights) -> None:
    """Keep what the group's paper weighs. Raises as `change_rate` does."""
    put_back(desk, replace(own_table(desk), weights=weights))


def own_table(desk: Desk) -> PostageTable:
    """What the group entered itself; empty where it never did. Raises NoHomeCountryError, WrongPostageError."""
    country = _home(desk)
    found = own_postage(country, postage_folder(desk))
    return found or PostageTable(country, postage_table(desk).currency)


def put_back(desk: Desk, own: PostageTable) -> None:
    """Keep these as the group's own rates, and no others. Raises FileNotWrittenError, NoHomeCountryError."""
    folder = postage_folder(desk)
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise FileNotWrittenError(str(folder), error.strerror or str(error)) from error
    save_file(folder / file_name(_home(desk)), as_toml(own).encode())


def _home(desk: Desk) -> str:
    country = group(desk).country
    if not country:
        raise NoHomeCountryError
    return country


def _currency(country: str) -> str:
    """The currency in use in a country today, as CLDR has it."""
    from babel.numbers import get_territory_currencies

    return next(iter(get_territory_currencies(country)), "EUR")
