"""The root of all mapped classes and the types they share."""

import json
from abc import abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column
from typing_extensions import override

from uadesk.domain.folding import fold
from uadesk.store.errors import StaleSaveError

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment: aware in Python, stored in UTC without its zone."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Lines(TypeDecorator[tuple[str, ...]]):
    """A tuple of texts, stored as a JSON list."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Plain(TypeDecorator[Any]):
    """A plain JSON value (never changed in place: a new value is assigned)."""

    impl = String
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def by_value(kind: type[StrEnum]) -> Enum:
    """The column type of an enum: its value as text."""
    return Enum(kind, native_enum=False, length=16, values_callable=lambda each: [member.value for member in each])


class Base(DeclarativeBase):
    """Knows every table of the desk."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        tuple[str, ...]: Lines,
        dict[str, Any]: Plain,
        list[Any]: Plain,
    }


COUNTED_ON = {"sqlite_autoincrement": True}
"""The setting of tables whose numbers are never given twice, not even after an undo."""


class Numbered:
    """Rows with a number of their own."""

    __table_args__: Any = COUNTED_ON

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


class Versioned:
    """Rows that people edit: each save counts on, so that a save of an older state is noticed."""

    version: Mapped[int] = mapped_column(sort_order=99)

    @declared_attr.directive
    def __mapper_args__(cls) -> Mapping[str, Any]:  # noqa: N805  the directive is a class's
        return {"version_id_col": cls.version}


class Findable:
    """Rows that are found by their text, in any spelling that folds alike."""

    folded: Mapped[str] = mapped_column(default="", sort_order=98)

    @property
    @abstractmethod
    def words(self) -> str:
        """The text by which the row is found."""


@event.listens_for(Findable, "before_insert", propagate=True)
@event.listens_for(Findable, "before_update", propagate=True)
def _fold_words(_mapper: Mapper[Any], _connection: object, row: Findable) -> None:
    folded = fold(row.words)
    if row.folded != folded:
        row.folded = folded


def expect_version(what: str, ident: int, stored: int, version: int) -> None:
    """Raises StaleSaveError where the stored version is another than the one that was edited."""
    if stored != version:
        raise StaleSaveError(what, ident)
