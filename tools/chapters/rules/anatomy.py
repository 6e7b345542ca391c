"""The parts that every chapter has, from the promise to the references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page import QUESTIONS, Page
from ..plan import Plan
from ..report import Fault, warn
from .terms import later

HEADINGS = {"experiment": r"experiment", "what we left out": r"left out|what this was not"}


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    headings = page.sections()
    if not headings or headings[0].options["level"] != 1:
        yield Fault(0, "anatomy", "the chapter begins with its title: (ch-name)= and # Title")
        return
    title = plan.chapters.get(page.key, {}).get("title")
    if title and headings[0].text != title:
        yield warn(headings[0].row, "anatomy", f"course.yaml calls this chapter “{title}”")
    for part, pattern in HEADINGS.items():
        if not any(re.search(pattern, e.text, re.IGNORECASE) for e in headings):
            yield Fault(0, "anatomy", f"no section “{part}”: add a heading with these words")
    if not page.of("terms-of-chapter"):
        yield Fault(0, "anatomy", "no summary of terms: add :::{terms-of-chapter} under “What we left out”")
    yield from _questions(page, plan)
    yield from _references(page)


def _questions(page: Page, plan: Plan) -> Iterator[Fault]:
    """Three questions on earlier chapters before the first section that computes."""
    first = next((e.row for e in page.of("cell")), 10**9)
    early = sum(len(e.options["ids"]) for e in page.of("before-you-read") if e.row < first)
    if page.number > 1 and early < 3:
        text = f"{early} questions on earlier chapters before the first cell, 3 wanted: :::{{before-you-read}} with their ids"
        yield Fault(0, "questions", text)
    for event in page.of(*QUESTIONS):
        for term in event.options.get("terms", "").replace(",", " ").split():
            if term in plan.terms and later(plan.terms[term].chapter, page.key):
                text = f"the question asks about {term}, which comes in {plan.terms[term].chapter}: ask it there"
                yield Fault(event.row, "ahead", text)


def _references(page: Page) -> Iterator[Fault]:
    cites = [e for e in page.of("role") if e.options["name"].startswith("cite")]
    lists = page.of("bibliography")
    if cites and not lists:
        yield Fault(
            cites[0].row, "references", "works are cited, and no {bibliography} lists them: end with ```{bibliography}"
        )
    if lists and not cites:
        yield Fault(lists[0].row, "references", "the chapter lists references and cites none")
