"""What can be referred to: headings, figures, listings, tables and equations, numbered as the book numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .chapter import Chapter
from .myst import VERBATIM, SourceError, directive, parse


@dataclass(frozen=True)
class Label:
    """`number` for what has a caption; `title` and `anchor` (JupyterLab's own) for headings. `stem` names the chapter."""

    kind: str
    stem: str
    row: int
    number: str = ""
    title: str = ""
    anchor: str = ""


def anchor(title: str) -> str:
    """What JupyterLab calls a heading, as a link can have it."""
    return re.sub(r"[`*]", "", title).replace(" ", "-").replace("(", "%28").replace(")", "%29")


def labels(chapter: Chapter) -> dict[str, Label]:
    """Everything in the chapter that has a name. Captions without a name count too."""
    found, counts, first = {}, {}, []
    prefix = "" if chapter.number is None else f"{chapter.number}."
    for kind, name, row, title in _named(chapter):
        if kind == "Section":
            label = Label(kind, chapter.stem, row, title=title, anchor=anchor(title) if first else "")
            first.append(title)
        else:
            counts[kind] = counts.get(kind, 0) + 1
            label = Label(kind, chapter.stem, row, number=f"{prefix}{counts[kind]}")
        if name is None:
            continue
        if name in found:
            raise SourceError(f"the label {name!r} is already defined in line {found[name].row + 1}", row)
        found[name] = label
    return found


def _named(chapter: Chapter) -> Iterator[tuple[str, str | None, int, str]]:
    for cell in chapter.cells:
        if cell.kind == "markdown":
            yield from _in_text(cell.source, cell.row)
        elif cell.figure:
            if not cell.figure.get("caption"):
                raise SourceError("mystnb.figure needs a caption", cell.row)
            yield "Figure", cell.figure.get("name"), cell.row, ""


def _in_text(text: str, start: int) -> Iterator[tuple[str, str | None, int, str]]:
    targets: list[str] = []
    tokens = parse(text)
    for i, token in enumerate(tokens):
        row = start + (token.map[0] if token.map else 0)
        found = directive(token)
        if token.type == "myst_target":
            targets.append(token.content)
        elif token.type == "heading_open":
            for name in targets or [None]:
                yield "Section", name, row, tokens[i + 1].content
            targets = []
        elif token.type == "math_block_label":
            yield "Equation", token.info, row, ""
        elif found:
            kind = _caption_kind(found)
            if kind:
                yield kind, found.options.get("label") or found.options.get("name"), row, ""
            elif found.name not in VERBATIM:
                yield from _in_text(found.body, row + found.body_row)


def _caption_kind(found) -> str | None:
    if found.name == "math" and "label" in found.options:
        return "Equation"
    if found.name in ("figure", "table", "list-table"):
        return "Figure" if found.name == "figure" else "Table"
    if found.name in ("code-block", "literalinclude") and "caption" in found.options:
        return "Listing"
    return None


def index(chapters: list[Chapter]) -> dict[str, Label]:
    """The labels of all chapters; a name is given once in the whole course."""
    found: dict[str, Label] = {}
    for chapter in chapters:
        try:
            for name, label in labels(chapter).items():
                if name in found:
                    raise SourceError(f"the label {name!r} is already defined in {found[name].stem}.md", label.row)
                found[name] = label
        except SourceError as error:
            error.where = chapter.where
            raise
    return found
