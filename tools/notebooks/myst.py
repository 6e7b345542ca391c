"""Reads MyST exactly as the book does, for positions only: roles, directives and images, with their place in the source.

Regular expressions cannot tell a role from code or mathematics that looks like one. The book's own parser can, so it
alone decides, and what is not replaced keeps every byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.options import options_to_items

EXTENSIONS = ("colon_fence", "deflist", "dollarmath")
CONFIG = MdParserConfig(enable_extensions=set(EXTENSIONS))
VERBATIM = {"literalinclude", "code-block", "math", "bibliography", "code-cell", "raw-cell"}


class SourceError(Exception):
    """A fault in a chapter. `row` counts the chapter's lines from 0; `where` names the file once that is known."""

    def __init__(self, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.row, self.where = row, ""

    def placed(self, where: str) -> str:
        """file:line: message, for people and editors."""
        place = self.where or where
        return f"{place}:{self.row + 1}: {self}" if self.row is not None else f"{place}: {self}"


@dataclass(frozen=True)
class Directive:
    """```{name} argument, options, body``` or the same between colons. The body begins `body_row` rows further down."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    body_row: int


@dataclass(frozen=True)
class Span:
    """A role or an image: text[start:end], in row `row` of the text."""

    start: int
    end: int
    row: int
    token: Token


def _parser():
    md = create_md_parser(CONFIG, RendererHTML)
    for name in ("myst_role", "image"):
        rule = next(r.fn for r in md.inline.ruler.__rules__ if r.name == name)
        md.inline.ruler.at(name, _noting_its_place(rule))
    return md


def _noting_its_place(rule):
    """markdown-it knows no position of inline tokens: this notes it."""

    def with_span(state, silent):
        start = state.pos
        if not rule(state, silent):
            return False
        if not silent:
            state.tokens[-1].meta["span"] = (start, state.pos)
        return True

    return with_span


_MD = _parser()


def parse(text: str) -> list[Token]:
    return _MD.parse(text)


def directive(token: Token) -> Directive | None:
    """The directive that a block token is; None for ordinary code and text."""
    match = re.fullmatch(r"\{([\w:-]+)\}\s*(.*)", token.info.strip(), re.DOTALL)
    if not match or token.type not in ("fence", "colon_fence"):
        return None
    lines = token.content.splitlines()
    options, head = _options(lines)
    body = lines[head:]
    blank = next((i for i, line in enumerate(body) if line.strip()), len(body))
    return Directive(match[1], match[2].strip(), options, "\n".join(body).strip("\n"), 1 + head + blank)


def _options(lines: list[str]) -> tuple[dict[str, str], int]:
    if lines and lines[0].strip() == "---":
        end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
        if end is None:
            raise SourceError("the options begin with --- and do not end")
        return {k: str(v) for k, v in (yaml.safe_load("\n".join(lines[1:end])) or {}).items()}, end + 1
    head = 0
    while head < len(lines) and re.match(r":[\w-]+:", lines[head]):
        head += 1
    items = options_to_items("\n".join(line[1:] for line in lines[:head]))[0]
    return dict(items), head


def spans(text: str, tokens: list[Token], kind: str = "myst_role") -> Iterator[Span]:
    """All roles (or images) of a text that stand outside code, mathematics and directives, in reading order."""
    rows, at = text.split("\n"), line_offsets(text)
    searched: dict[int, int] = {}  # row → column up to which its cells (of a table) have been found
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        first, content = token.map[0], token.content.split("\n")
        columns = []
        for k, part in enumerate(content):
            row = first + k
            column = rows[row].find(part.rstrip(), searched.get(row, 0)) if row < len(rows) else -1
            if column >= 0 and part.strip():
                searched[row] = column + len(part.rstrip())
            columns.append(column)
        for child in token.children or []:
            if child.type != kind:
                continue
            start, end = child.meta["span"]
            before = token.content[:start]
            k = before.count("\n")
            if columns[k] < 0:
                raise SourceError(f"a role cannot be found in the source: {content[k]!r}", first + k)
            place = at[first + k] + columns[k] + start - (before.rfind("\n") + 1)
            last = token.content[:end].count("\n")
            length = end - start
            if last > k:  # over two lines: the second may have a prefix, as in a quotation
                column = columns[last] + end - (token.content[:end].rfind("\n") + 1)
                length = at[first + last] + column - place
            yield Span(place, place + length, first + k, child)


def line_offsets(text: str) -> list[int]:
    out = [0]
    for line in text.split("\n"):
        out.append(out[-1] + len(line) + 1)
    return out


def splice(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def replace_roles(text: str, replacements: dict, row: int = 0) -> str:
    """Replaces roles by `replacements[name](content)` everywhere, also inside directives, never in code or formulas."""
    tokens, at = parse(text), line_offsets(text)
    edits = []
    for span in spans(text, tokens):
        if new := replacements.get(span.token.meta["name"]):
            with located(row + span.row):
                edits.append((span.start, span.end, new(span.token.content)))
    for token in tokens:
        found = directive(token)
        if found and found.name not in VERBATIM and token.level == 0:
            start, end = at[token.map[0] + 1], at[token.map[1] - 1]
            edits.append((start, end, replace_roles(text[start:end], replacements, row + token.map[0] + 1)))
    return splice(text, edits)


class located:
    """Errors raised inside get this row, unless they know a better one."""

    def __init__(self, row: int) -> None:
        self.row = row

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind, error, _trace) -> None:
        if isinstance(error, SourceError) and error.row is None:
            error.row = self.row
