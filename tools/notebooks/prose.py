"""Prose that makes claims: every decimal and percentage must come from somewhere, and some words say nothing.

A number is all right when a cell inserts it ({value}), a visible same(…) holds it, the paragraph cites a work, the
cell before or after has it in its code, or it is marked: {lit}`0.36`, or a comment line `% lit 0.36 98 %` in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import questions
from .chapter import Chapter
from .myst import VERBATIM, directive, parse

NUMBER = re.compile(r"(?<![\w.,/-])[-−]?\d[\d,]*(?:\.\d+)?(?:\s?%)?(?![\w/]|\.\d)")
EMPTY_WORDS = re.compile(r"\b(simply|obviously|trivially|needless to say|as everyone knows)\b", re.IGNORECASE)


def faults(chapter: Chapter, known: dict) -> Iterator[tuple[int, str, str]]:
    """(row, rule, text) of each."""
    held = {_number(str(abs(n))) for n in known["asserted"]}
    cells, code = chapter.cells, -1
    for i, cell in enumerate(cells):
        if cell.kind == "code":
            code += 1
            continue
        before = known["numbers"][code] if code >= 0 and i and cells[i - 1].kind == "code" else []
        after = known["numbers"][code + 1] if i + 1 < len(cells) and cells[i + 1].kind == "code" else []
        near = {_number(str(abs(n))) for n in (*before, *after)}
        yield from _in_text(cell.source, cell.row, held | near | _marked(cell.source))


def _in_text(text: str, start: int, allowed: set[float]) -> Iterator[tuple[int, str, str]]:
    for token in parse(text):
        row = start + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _in_paragraph(token, row, allowed)
        elif (found := directive(token)) and found.name not in VERBATIM:
            yield from _in_text(questions.without_wrong(found), row + found.body_row, allowed)


def _in_paragraph(token, row: int, allowed: set[float]) -> Iterator[tuple[int, str, str]]:
    children = token.children or []
    cited = any(child.type == "myst_role" and child.meta["name"].startswith("cite") for child in children)
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            row += 1
        if child.type != "text":
            continue
        for match in NUMBER.finditer(child.content):
            text = match[0].strip()
            if ("." in text or "%" in text) and not cited and not _allowed(text, allowed):
                fix = "insert it with {value}, hold it with same(…), cite it, or mark it {lit}`" + text + "`"
                yield row, "number", f"where does {text} come from? {fix}"
        for match in EMPTY_WORDS.finditer(child.content):
            yield row, "word", f'"{match[0]}" tells the reader nothing: leave it out'


def _allowed(text: str, allowed: set[float]) -> bool:
    value = _number(text.rstrip("% "))
    return value in allowed or ("%" in text and round(value / 100, 12) in allowed)


def _marked(text: str) -> set[float]:
    """Numbers that a comment vouches for: % lit 0.36 98 %"""
    lines = re.findall(r"^%\s*lit\b(.*)$", text, re.MULTILINE)
    return {_number(match[0].rstrip("% ")) for line in lines for match in NUMBER.finditer(line)}


def _number(text: str) -> float:
    return round(abs(float(text.replace(",", "").replace("−", "-"))), 12)
