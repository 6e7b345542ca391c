"""One executed chapter → two notebooks: for JupyterLab (plain Markdown) and for the book (roles intact)."""

from __future__ import annotations

import copy
import hashlib

import nbformat

from . import listings, questions
from .chapter import Cell, Chapter
from .course import Course
from .execute import Execution
from .lower import Lower
from .myst import SourceError, replace_roles

NOT_FOR_PAGES = {"file_format", "kernelspec", "jupytext", "check"}


def render(chapter: Chapter, done: Execution, course: Course, recorded=lambda stem: None) -> tuple[dict, dict]:
    """(for readers, for the book). Values, listings and questions of other chapters are filled in in both.

    `recorded(stem)` is what another chapter recorded; None while nobody knows.
    """
    readers = _for_readers(chapter, filled(chapter, done.values, course, recorded), done, course)
    named = {name: _named(name, text) for name, text in done.values.items()}
    return readers, _for_the_book(chapter, filled(chapter, named, course, recorded), done)


def _named(name: str, text: str) -> str:
    """In the book a value keeps its name, so that a reader's own run can change it (book/ext/termwise_book/cells.py)."""
    return text if set(text) & set("`<>|\\") else f"{{value}}`{text} <{name}>`"


def filled(chapter: Chapter, values: dict[str, str], course: Course, recorded=lambda stem: None) -> list[Cell]:
    """The cells with listings, values and questions asked again in place."""

    def value(name: str) -> str:
        if name not in values:
            there = ", ".join(sorted(values)) or "none"
            raise SourceError(f"{{value}}`{name}`: no cell calls record({name!r}, …). Recorded are: {there}")
        return values[name]

    cells = []
    for cell in chapter.cells:
        cell = copy.deepcopy(cell)
        if cell.kind == "markdown":
            text = replace_roles(cell.source, {"value": value}, cell.row)
            text = questions.expand(text, course.questions, chapter.stem, cell.row, recorded)
            cell.source = listings.expand(text, chapter.path.parent, cell.row)
        elif cell.figure:
            cell.figure["caption"] = replace_roles(str(cell.figure["caption"]), {"value": value}, cell.row)
        cells.append(cell)
    return cells


def precheck(chapter: Chapter, course: Course) -> None:
    """Objects to what is wrong with the text, before the cells run: only the recorded values are not known yet."""
    lower = Lower(course, chapter.stem, chapter.path.parent)
    for cell in chapter.cells:
        if cell.kind == "markdown":
            text = replace_roles(cell.source, {"value": lambda _: "0"}, cell.row)
            text = questions.expand(text, course.questions, chapter.stem, cell.row, lambda _: None)
            lower.cell(listings.expand(text, chapter.path.parent, cell.row), cell.row)
        elif cell.figure:
            text = replace_roles(str(cell.figure["caption"]), {"value": lambda _: "0"}, cell.row)
            lower.caption("Figure", cell.figure.get("name"), text, cell.row)


def _for_the_book(chapter: Chapter, cells: list[Cell], done: Execution) -> dict:
    outputs = iter(done.outputs)
    nb_cells = []
    for cell in cells:
        options = {k: v for k, v in cell.options.items() if k != "tags"}
        if tags := _tags(cell):
            options["tags"] = tags
        nb_cells.append(_code(cell, outputs, options) if cell.kind == "code" else _markdown(cell.source, options))
    metadata = {k: v for k, v in chapter.metadata.items() if k not in NOT_FOR_PAGES}
    # Sphinx then reports the chapter's lines, not the notebook's.
    return _notebook(nb_cells, done, chapter, {**metadata, "source_map": [cell.row for cell in cells]})


def _for_readers(chapter: Chapter, cells: list[Cell], done: Execution, course: Course) -> dict:
    lower, outputs = Lower(course, chapter.stem, chapter.path.parent), iter(done.outputs)
    nb_cells = []
    for cell in cells:
        if cell.kind == "markdown":
            text, attachments = lower.cell(cell.source, cell.row)
            nb_cells.append(_markdown(text, {}, attachments))
            continue
        metadata: dict = {"tags": tags} if (tags := _tags(cell)) else {}
        if "hide-input" in cell.tags:
            metadata["jupyter"] = {"source_hidden": True}
        nb_cells.append(_code(cell, outputs, metadata))
        if cell.figure:
            caption = lower.caption("Figure", cell.figure.get("name"), cell.figure["caption"], cell.row)
            nb_cells.append(_markdown(caption, {"tags": ["caption"]}))
    return _notebook(nb_cells, done, chapter, {})


def _tags(cell: Cell) -> list[str]:
    """JupyterLab's own name for a cell that may fail lets Run All go on after it."""
    return ["raises-exception" if tag == "raises" else tag for tag in cell.tags]


def _code(cell: Cell, outputs, metadata: dict) -> dict:
    made = nbformat.v4.new_code_cell(cell.source, metadata=metadata)
    made.outputs = [nbformat.from_dict(output) for output in next(outputs)]
    return made


def _markdown(text: str, metadata: dict, attachments: dict | None = None) -> dict:
    made = nbformat.v4.new_markdown_cell(text, metadata=metadata)
    if attachments:
        made.attachments = attachments
    return made


def _notebook(cells: list[dict], done: Execution, chapter: Chapter, metadata: dict) -> dict:
    """The kernel's own words about itself: with others, JupyterLab calls a notebook changed as soon as it is opened."""
    _number(cells)
    termwise = {"source": f"chapters/{chapter.path.name}", "values": done.values}
    own = {"kernelspec": done.kernelspec, "language_info": done.language_info, "termwise": termwise}
    nb = nbformat.v4.new_notebook(cells=cells, metadata={**metadata, **own})
    nbformat.validate(nb)
    return nb


def _number(cells: list[dict]) -> None:
    """Counts as in a fresh run; ids from the content, because random ones would change with every run."""
    seen: dict[str, int] = {}
    count = 0
    for cell in cells:
        digest = hashlib.sha1(f"{cell.cell_type}{cell.source}".encode()).hexdigest()[:8]
        seen[digest] = seen.get(digest, 0) + 1
        cell.id = digest + (f"-{seen[digest]}" if seen[digest] > 1 else "")
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
