"""A chapter as its author wrote it: cells with the rows they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from myst_nb.core.read import MystMetadataParsingError, read_myst_markdown_notebook

from .myst import CONFIG, SourceError

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = ROOT / "chapters"


@dataclass
class Cell:
    """`row` is the chapter's row (from 0) of the first line of `source`."""

    kind: str
    source: str
    row: int
    options: dict = field(default_factory=dict)

    @property
    def tags(self) -> list[str]:
        return list(self.options.get("tags", []))

    @property
    def figure(self) -> dict | None:
        return self.options.get("mystnb", {}).get("figure")


@dataclass
class Chapter:
    path: Path
    text: str
    metadata: dict
    cells: list[Cell]

    @property
    def stem(self) -> str:
        return self.path.stem

    @property
    def number(self) -> int | None:
        """The chapter's number; None for pages that are not numbered."""
        match = re.match(r"ch(\d+)", self.stem)
        return int(match[1]) if match else None

    @property
    def code(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.kind == "code"]

    @property
    def where(self) -> str:
        return shown(self.path)


def shown(path: Path) -> str:
    """A path as people of the project say it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def read(path: Path) -> Chapter:
    text = path.read_text("utf8")
    try:
        nb = read_myst_markdown_notebook(text, CONFIG, add_source_map=True)
    except (MystMetadataParsingError, ValueError) as error:
        raise SourceError(str(error), 0) from None
    rows, starts, cells = text.splitlines(), nb.metadata.pop("source_map"), []
    for cell, start in zip(nb.cells, starts, strict=True):
        kind = cell.cell_type
        row = _code_row(rows, start, cell.source) if kind == "code" else _first_text(rows, start)
        cells.append(Cell(kind, cell.source, row, _plain(cell.metadata)))
    metadata = _plain(nb.metadata)
    if metadata.get("kernelspec", {}).get("name") != "tslab":
        raise SourceError("the front matter must name the kernel: kernelspec with name: tslab", 0)
    return Chapter(path, text, metadata, cells)


def numbered(chapters: list[Path]) -> list[Path]:
    """In the order of the course: pages without a number first."""
    return sorted(chapters, key=lambda path: (path.stem.startswith("ch"), path.stem))


def all_chapters(folder: Path = CHAPTERS) -> list[Path]:
    return numbered([path for path in folder.glob("*.md") if path.name != "README.md"])


def _first_text(rows: list[str], start: int) -> int:
    while start < len(rows) and not rows[start].strip():
        start += 1
    return start


def _code_row(rows: list[str], start: int, source: str) -> int:
    """The code begins after the fence, the options and a blank line."""
    lines = source.splitlines()
    for row in range(start, len(rows)):
        if rows[row : row + len(lines)] == lines:
            return row
    return start


def _plain(value):
    """Dictionaries and lists in place of the notebook library's own."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list) else value
