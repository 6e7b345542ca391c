"""Citations as the book prints them (author and year), and the list of what a chapter cites."""

from __future__ import annotations

from pathlib import Path

from pybtex.database import Entry, parse_file
from pybtex.plugin import find_plugin
from pybtex.style.template import FieldIsMissing

from .myst import SourceError


class Bibliography:
    """All works of the course. `cited` collects the keys that one chapter uses."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries = parse_file(str(path)).entries if path.exists() else {}
        self.cited: set[str] = set()

    def for_chapter(self) -> Bibliography:
        copy = object.__new__(Bibliography)
        copy.path, copy.entries, copy.cited = self.path, self.entries, set()
        return copy

    def parenthetical(self, keys: str) -> str:
        """{cite:p}: [Baydin *et al.*, 2018; …]"""
        return "[" + "; ".join("{}, {}".format(*self.who_and_year(key)) for key in _split(keys)) + "]"

    def textual(self, keys: str) -> str:
        """{cite:t}: Baydin *et al.* [2018]"""
        return "; ".join("{} [{}]".format(*self.who_and_year(key)) for key in _split(keys))

    def list(self) -> str:
        """What was cited, in the order of the book's list."""
        style, backend = find_plugin("pybtex.style.formatting", "plain")(), find_plugin("pybtex.backends", "markdown")()
        done = style.format_entries(style.sort([self.entries[key] for key in sorted(self.cited)]))
        try:
            return "\n".join(f"- {entry.text.render(backend)}" for entry in done)
        except FieldIsMissing as error:
            raise SourceError(f"{self.path.name}: {error}") from None

    def who_and_year(self, key: str) -> tuple[str, str]:
        if key not in self.entries:
            raise SourceError(f"no work {key!r} in {self.path.name}")
        self.cited.add(key)
        entry = self.entries[key]
        return _authors(entry), entry.fields.get("year", "n.d.")


def _split(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",")]


def _authors(entry: Entry) -> str:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [" ".join(part.render_as("text") for part in (*p.rich_prelast_names, *p.rich_last_names)) for p in people]
    if not names:
        return entry.fields.get("organization") or entry.fields.get("title", entry.key)
    if len(names) == 2 and names[1] != "others":
        return " and ".join(names)
    return names[0] if len(names) == 1 else f"{names[0]} *et al.*"
