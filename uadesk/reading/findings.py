"""What the rules have found so far: spans and doubts, gathered by field."""

from dataclasses import dataclass, field

from uadesk.domain.texts import Check, Found, Level, Span


@dataclass(slots=True)
class Findings:
    """Gathers the span of every value and the checks, while a bulletin is read."""

    spans: dict[str, Span] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)

    def take(self, path: str, found: Found | None) -> str | None:
        """Remember where the value of this field stands, and give the value."""
        if found is None or not found.value:
            return None
        self.spans[path] = found.span
        return found.value

    def take_all(self, path: str, found: list[Found]) -> tuple[str, ...]:
        """The same for a list: `path[0]`, `path[1]`, …"""
        for place, each in enumerate(found):
            self.take(f"{path}[{place}]", each)
        return tuple(each.value for each in found)

    def doubt(self, path: str, level: Level, code: str, **data: str) -> None:
        """Name a doubt, once."""
        check = Check(path, level, code, data)
        if check not in self.checks:
            self.checks.append(check)

    def missing(self, path: str, code: str, **data: str) -> None:
        self.doubt(path, Level.MISSING, code, **data)

    def uncertain(self, path: str, code: str, **data: str) -> None:
        self.doubt(path, Level.UNCERTAIN, code, **data)

    def conflict(self, path: str, code: str, **data: str) -> None:
        self.doubt(path, Level.CONFLICT, code, **data)
