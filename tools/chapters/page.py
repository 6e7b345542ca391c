"""A chapter as a reader meets it: everything that rules ask about, in reading order, each with its row and its section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.notebooks.chapter import Cell, Chapter, read
from tools.notebooks.labels import anchor
from tools.notebooks.myst import VERBATIM, Directive, directive, parse

QUESTIONS = {"question", "predict", "quiz"}
ASIDE = {"term-card", "common-mistake", "exercise", "figure", "table", "before-you-read", "admonition", "note", "tip", "hint", "important",
         "warning", "seealso", "margin", *QUESTIONS}  # fmt: skip
WORD = re.compile(r"[A-Za-zÀ-ž][\w’'-]*|\d[\d.,]*")


@dataclass
class Event:
    """`kind`: heading, text, role, equation, comment, cell, or the name of a directive. `aside` names the box around it."""

    kind: str
    row: int
    text: str = ""
    cell: int = -1
    section: int = 0
    aside: str = ""
    paragraph: int = 0
    options: dict = field(default_factory=dict)
    source: Cell | None = None


@dataclass
class Page:
    chapter: Chapter
    events: list[Event]
    misspelt: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """ch07 of ch07-backprop."""
        return self.chapter.stem[:4]

    @property
    def number(self) -> int:
        return self.chapter.number or 0

    @property
    def settings(self) -> dict:
        """The front matter's `check:`: what does not hold for this chapter, and why."""
        return self.chapter.metadata.get("check", {})

    def of(self, *kinds: str) -> list[Event]:
        return [event for event in self.events if event.kind in kinds]

    def words(self, *, aside: bool = False) -> int:
        return sum(len(WORD.findall(e.text)) for e in self.of("text") if bool(e.aside) == aside)

    def paragraphs(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for event in self.events:
            if event.paragraph:
                found.setdefault(event.paragraph, []).append(event)
        return found

    def sections(self) -> list[Event]:
        return self.of("heading")


def load(path: Path) -> Page:
    return page(read(path))


def page(chapter: Chapter) -> Page:
    walk = _Walk()
    for at, cell in enumerate(chapter.cells):
        if cell.kind == "code":
            walk.add("cell", cell.row, cell.source, at, source=cell)
            if cell.figure:
                walk.markdown(str(cell.figure.get("caption", "")), cell.row, at, "caption")
        else:
            walk.markdown(cell.source, cell.row, at)
    return Page(chapter, walk.events)


class _Walk:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.section = self.paragraph = 0

    def add(self, kind: str, row: int, text: str = "", cell: int = -1, aside: str = "", **more) -> None:
        self.events.append(Event(kind, row, text, cell, self.section, aside, **more))

    def markdown(self, text: str, row: int, cell: int, aside: str = "") -> None:
        heading = ""
        for token in parse(text):
            at = row + (token.map[0] if token.map else 0)
            if token.type == "heading_open":
                heading, self.section = token.tag, self.section + 1
            elif token.type == "heading_close":
                heading = ""
            elif token.type == "inline":
                if heading:
                    self.add("heading", at, token.content, cell, aside, options={"level": int(heading[1])})
                self.inline(token, at, cell, "heading" if heading else aside)
            elif token.type in ("math_block", "math_block_label"):
                self.add("equation", at, token.content, cell, aside)
            elif token.type == "myst_line_comment":
                self.add("comment", at, token.content, cell, aside)
            elif token.type == "myst_target":
                self.add("label", at, token.content, cell, aside)
            elif found := directive(token):
                self.directive(found, at, cell, aside)

    def directive(self, found: Directive, row: int, cell: int, aside: str) -> None:
        kind = "equation" if found.name == "math" else found.name
        options = {**found.options, "argument": found.argument}
        self.add(kind, row, found.body if kind == "equation" else found.argument, cell, aside, options=options)
        if found.name == "before-you-read":
            self.events[-1].options["ids"] = re.findall(r"[a-z][\w-]+", found.body)
        elif found.name not in VERBATIM:
            box = found.name if found.name in ASIDE else ""
            self.markdown(found.body, row + found.body_row, cell, aside or box)
            self.add(f"end-{found.name}", row, found.argument, cell, aside)

    def inline(self, token, row: int, cell: int, aside: str) -> None:
        self.paragraph += 1
        more = {"paragraph": self.paragraph}
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                self.add("text", row, " ", cell, aside, **more)
                row += 1
            elif child.type == "text":
                self.add("text", row, child.content, cell, aside, **more)
            elif child.type in ("code_inline", "math_inline"):
                self.add(child.type, row, child.content, cell, aside, **more)
            elif child.type == "myst_role":
                shown, key = target(child.content)
                self.add("role", row, key, cell, aside, options={"name": child.meta["name"], "shown": shown}, **more)
            elif child.type == "image":
                self.add("figure", row, child.content, cell, aside, options={"alt": child.content})


def target(content: str) -> tuple[str, str]:
    """`the slopes <gradient>` → text and key."""
    match = re.fullmatch(r"(.*?)\s*<([^<>]+)>", content, re.DOTALL)
    return (match[1], match[2]) if match else ("", content)


def roles(page: Page, *names: str) -> Iterator[Event]:
    return (event for event in page.of("role") if event.options["name"] in names)


def slug(title: str) -> str:
    """A heading as exercise.md names it: ch05#softmax-without-overflow."""
    return re.sub(r"[^a-z0-9]+", "-", anchor(title).lower()).strip("-")
