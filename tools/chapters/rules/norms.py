"""How long, how dense, how well supplied: the chapter's measures beside what good chapters have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from ..page import QUESTIONS, WORD, Page
from ..plan import Plan
from ..report import Fault, Norm, warn
from .figures import figures, live

MANY = float("inf")
SAYS = {"equation", "text", "code_inline", "math_inline", "cell"}
WORDS_A_MINUTE = 180  # of text about mathematics and code, read once
EARLY = 3  # chapters up to this one have two live figures at least


def norms(page: Page) -> list[Norm]:
    words, gaps = page.words(), between_cells(page)
    equations = page.of("equation")
    cited = {key.strip() for e in page.of("role") if e.options["name"].startswith("cite") for key in e.text.split(",")}
    checks = sum(e.text.count("checkGradients(") + len(re.findall(r"\bsame\(", e.text)) for e in page.of("cell"))
    return [
        Norm("words of text", words, 3500, 6000),
        Norm("cells", len(page.of("cell")), 25, 40),
        Norm("words between cells", median(gaps) if gaps else 0, 60, 160, advisory=True),
        Norm("figures", len(figures(page)), 5, 8),
        Norm("live figures", len(live(page)), 2 if page.number <= EARLY else 1, MANY, slack=0),
        Norm("display equations", len([e for e in equations if not e.aside]), 5, 15),
        Norm("works cited", len(cited), 3, 8, slack=0.5),
        Norm("numbers held by same(…)", checks, 10, MANY, advisory=True),
        Norm("questions", len(page.of(*QUESTIONS)), 5, MANY, advisory=True),
        Norm("minutes to read and run", minutes(page), 0, 90),
    ]


def reading(page: Page) -> float:
    """Minutes for the running text alone."""
    return page.words() / WORDS_A_MINUTE


def minutes(page: Page) -> float:
    """Minutes for everything: boxes too, and time to look: 45 s a visible cell, 30 s a figure, 20 s an equation."""
    visible = [e for e in page.of("cell") if e.source and "hide-input" not in e.source.tags]
    looking = 45 * len(visible) + 30 * len(figures(page)) + 20 * len(page.of("equation"))
    return reading(page) + page.words(aside=True) / WORDS_A_MINUTE + looking / 60


def between_cells(page: Page) -> list[int]:
    """The words of text between one cell and the next, where there are any."""
    gaps, words = [], 0
    for event in page.events:
        if event.kind == "cell":
            gaps.append(words)
            words = 0
        elif event.kind == "text" and not event.aside:
            words += len(WORD.findall(event.text))
    return [gap for gap in gaps[1:] if gap]


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    for norm in norms(page):
        if norm.verdict == "fail":
            yield Fault(0, norm.name, f"{norm.name}: {norm.value:,.0f}, wanted {norm.wanted}")
    yield from _instances(page)
    yield from _long_stretches(page)


def _instances(page: Page) -> Iterator[Fault]:
    """A displayed equation is followed by numbers: in itself, or in the next paragraphs or cell."""
    events = page.events
    for at, event in enumerate(events):
        if event.kind != "equation" or event.aside:
            continue
        following = [e for e in events[at : at + 30] if e.section == event.section and e.kind in SAYS]
        near = [e.text for e in following]
        if not re.search(r"\d", re.sub(r"[_^]\{?\d\}?|\\frac12", "", " ".join(near))):
            yield warn(event.row, "instance", "the equation has no numbers after it: carry the example through it")


def _long_stretches(page: Page) -> Iterator[Fault]:
    words, start = 0, None
    for event in page.events:
        if event.kind in ("cell", "heading"):
            if words > 260 and start is not None:
                yield warn(
                    start,
                    "stretch",
                    f"{words} words from here to the next cell or heading: compute something on the way",
                )
            words, start = 0, None
        elif event.kind == "text" and not event.aside:
            start = event.row if start is None else start
            words += len(WORD.findall(event.text))
