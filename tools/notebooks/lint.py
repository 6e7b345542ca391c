"""Faults of chapters that need no execution to be found, each with the fix: python -m tools.notebooks.lint [ch00 …]"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import listings, prose
from .chapter import CHAPTERS, ROOT, Cell, Chapter, all_chapters, read, shown
from .course import Course, load
from .lower import Lower
from .myst import SourceError, directive, parse
from .render import filled

MOST_LINES, MOST_COLUMNS = 12, 80
KERNEL_ONLY = "kernel-only"
TAGS = {"hide-input", "raises", KERNEL_ONLY}
PAGE_MODULES = {"termwise", "@termwise/check", "tslab"}  # what a cell can import in a page (book/assets/js/live/worker)


@dataclass(frozen=True, order=True)
class Fault:
    where: str
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}:{self.line}: {self.text} [{self.rule}]"


def main(argv: list[str]) -> int:
    folder = CHAPTERS
    if "--from" in argv:
        at = argv.index("--from")
        folder, argv = Path(argv[at + 1]).resolve(), argv[:at] + argv[at + 2 :]
    faults = lint(folder, argv)
    print("\n".join(map(str, faults)) or "chapters: nothing to complain about")
    if faults:
        print(f"{len(faults)} faults")
    return 1 if faults else 0


def lint(folder: Path, names: list[str]) -> list[Fault]:
    """All faults of the chapters whose names begin so; of all chapters without names."""
    chapters, faults = [], []
    for path in all_chapters(folder):
        try:
            chapters.append(read(path))
        except SourceError as error:
            faults.append(Fault(shown(path), (error.row or 0) + 1, "source", str(error)))
    try:
        course = load(chapters, folder)
    except SourceError as error:
        return [*faults, Fault(error.where or shown(folder), (error.row or 0) + 1, "label", str(error))]
    meant = [chapter for chapter in chapters if not names or any(chapter.stem.startswith(name) for name in names)]
    for chapter, known in zip(meant, code_facts(meant), strict=True):
        faults += sorted({*_code(chapter, known), *_cells(chapter), *_text(chapter, known, course)})
    return [fault for fault in faults if not names or any(Path(fault.where).name.startswith(name) for name in names)]


def code_facts(chapters: list[Chapter]) -> list[dict]:
    """What cells.ts finds in the code of each chapter."""
    cells = [[{"source": cell.source, "tags": cell.tags} for cell in chapter.code] for chapter in chapters]
    tool = ROOT / "tools" / "notebooks" / "cells.ts"
    done = subprocess.run(["node", tool], input=json.dumps(cells), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def _code(chapter: Chapter, known: dict) -> list[Fault]:
    code = chapter.code
    return [
        Fault(chapter.where, code[found["cell"]].row + found["line"] + 1, found["rule"], found["text"])
        for found in known["findings"]
    ]


def _cells(chapter: Chapter) -> list[Fault]:
    faults = []

    def fault(row: int, rule: str, text: str) -> None:
        faults.append(Fault(chapter.where, row + 1, rule, text))

    for cell in chapter.code:
        if not cell.source.strip():
            fault(cell.row, "empty", "an empty cell: remove it")
        for tag in set(cell.tags) - TAGS:
            fault(cell.row, "tag", f"the tag {tag} is not one of {', '.join(sorted(TAGS))}")
        if "hide-input" not in cell.tags:
            _visible(cell, fault)
        _live(cell, fault)
    only = [cell for cell in chapter.code if KERNEL_ONLY in cell.tags]
    if len(only) * 10 > len(chapter.code):
        share = f"{len(only)} of {len(chapter.code)} cells do not run in a page, at most one in ten may"
        fault(only[-1].row, "kernel-only", f"{share}: rewrite them so that they do")
    for cell in chapter.cells:
        if cell.kind != "markdown":
            continue
        try:
            text = listings.expand(cell.source, chapter.path.parent, cell.row)
        except SourceError as error:
            fault(error.row or cell.row, "source", str(error))
            continue
        for found in filter(None, map(directive, parse(text))):
            wide = [line for line in found.body.split("\n") if found.name == "code-block" and len(line) > MOST_COLUMNS]
            for line in wide:
                fault(
                    cell.row,
                    "wide",
                    f"a listing has {len(line)} columns, at most {MOST_COLUMNS} fit: {line.strip()[:40]}…",
                )
    return faults


def _live(cell: Cell, fault) -> None:
    """Cells run in pages, too, unless they say why they cannot."""
    if KERNEL_ONLY in cell.tags:
        reason = cell.options.get("reason")
        if not isinstance(reason, str) or len(reason.split()) < 3:
            fault(cell.row, "kernel-only", "a cell that does not run in a page says why, for readers: :reason: it …")
        return
    for i, line in enumerate(cell.source.split("\n")):
        module = re.search(r"""^\s*(?:import\b|\}).*\bfrom\s+["']([^"']+)["']""", line)
        if module and module[1] not in PAGE_MODULES:
            advice = "tag the cell kernel-only and give the :reason:"
            fault(cell.row + i, "kernel-only", f"a page has no module {module[1]}: {advice}")


def _visible(cell: Cell, fault) -> None:
    lines = cell.source.split("\n")
    for i, line in enumerate(lines):
        if len(line) > MOST_COLUMNS:
            fault(cell.row + i, "wide", f"{len(line)} columns, at most {MOST_COLUMNS} fit on a page: break the line")
    long = [line for line in lines if line.strip() and not line.startswith("import ")]
    if len(long) > MOST_LINES:
        advice = "split the cell, or tag it hide-input if it only draws"
        fault(cell.row, "long", f"{len(long)} lines of code, at most {MOST_LINES} can be taken in: {advice}")


def _text(chapter: Chapter, known: dict, course: Course) -> list[Fault]:
    """Everything that compiling the text would object to, with any value in the place of those that cells record."""
    faults = []
    names = known["records"]
    values = {name: "0" for name in names if name is not None}
    for name in values:
        if f"{{value}}`{name}`" not in chapter.text:
            faults.append(Fault(chapter.where, 1, "value", f"record({name!r}, …) is never used: no {{value}}`{name}`"))
    try:
        cells = filled(chapter, values, course)
    except SourceError as error:
        if None not in names:
            faults.append(Fault(chapter.where, (error.row or 0) + 1, "value", str(error)))
        cells = []
    lower = Lower(course, chapter.stem, chapter.path.parent)
    for cell in cells:
        try:
            if cell.kind == "markdown":
                lower.cell(cell.source, cell.row)
            elif cell.figure:
                lower.caption("Figure", cell.figure.get("name"), str(cell.figure["caption"]), cell.row)
        except SourceError as error:
            faults.append(
                Fault(chapter.where, (error.row if error.row is not None else cell.row) + 1, "source", str(error))
            )
    faults += [Fault(chapter.where, row + 1, rule, text) for row, rule, text in prose.faults(chapter, known)]
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
