"""What a rule says: a fault or a warning at a line, with what to do; and the table of norms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """`row` counts from 0. `warning`: worth a look, does not fail."""

    row: int
    rule: str
    text: str
    warning: bool = False

    def at(self, where: str) -> str:
        return f"{where}:{self.row + 1}: {'warning: ' if self.warning else ''}{self.text} [{self.rule}]"


def warn(row: int, rule: str, text: str) -> Fault:
    return Fault(row, rule, text, True)


@dataclass(frozen=True)
class Norm:
    """A measured number and the range that it should lie in; `slack` beyond it is a warning, further out a fault."""

    name: str
    value: float
    low: float
    high: float
    slack: float = 0.2
    advisory: bool = False

    @property
    def verdict(self) -> str:
        if self.low <= self.value <= self.high:
            return "ok"
        near = self.low * (1 - self.slack) <= self.value <= self.high * (1 + self.slack)
        return "warn" if near or self.advisory else "fail"

    @property
    def wanted(self) -> str:
        if self.high == float("inf"):
            return f"{self.low:,.0f} or more"
        return f"at most {self.high:,.0f}" if self.low == 0 else f"{self.low:,.0f} to {self.high:,.0f}"


def table(norms: list[Norm], exempt: dict[str, str]) -> str:
    rows = []
    for norm in norms:
        verdict = "exempt" if norm.name in exempt and norm.verdict != "ok" else norm.verdict
        rows.append(f"  {verdict:6}  {norm.name:26} {norm.value:>8,.0f}   {norm.wanted}")
    return "\n".join(rows)
