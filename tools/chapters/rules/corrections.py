"""Each common claim that the chapter has to correct is corrected: in a box, in a sentence, or in a term's card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page import Event, Page
from ..plan import Plan
from ..report import Fault, warn

BOXED, CARDED = {"W", "M"}, {"T"}


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for event, keys in covers(page):
        for key in keys:
            correction = plan.corrections.get(key)
            if correction is None:
                yield Fault(event.row, "covers", f"chapters/corrections.yaml has no {key}")
                continue
            if correction.chapter != page.key:
                text = f"{key} is corrected in {correction.chapter}: remove it here, or change its chapter in corrections.yaml"
                yield Fault(event.row, "covers", text)
            if key in seen:
                yield Fault(event.row, "covers", f"{key} is covered in line {seen[key] + 1} already: name it once")
            seen.setdefault(key, event.row)
    for correction in plan.of("corrections", page.key):
        if correction.id in seen or correction.kind not in BOXED | CARDED:
            continue
        place = (
            f"a :::{{common-mistake}} with :covers: {correction.id}, or a sentence with the line % covers {correction.id} above it"
            if correction.kind in BOXED
            else f"the card of {correction.terms[0]} with :covers: {correction.id}"
        )
        yield Fault(0, "covers", f"{correction.id} is not corrected: “{correction.claim}” Write {place}")
    yield from _boxes(page)


def covers(page: Page) -> Iterator[tuple[Event, list[str]]]:
    """The places that say what they correct."""
    for event in page.of("common-mistake", "term-card"):
        yield event, re.findall(r"[\w-]+", event.options.get("covers", ""))
    for event in page.of("comment"):
        if match := re.match(r"covers\b(.*)", event.text.strip()):
            yield event, re.findall(r"[\w-]+", match[1])


def _boxes(page: Page) -> Iterator[Fault]:
    events = page.events
    for at, event in enumerate(events):
        if event.kind != "common-mistake":
            continue
        end = next(i for i in range(at, len(events)) if events[i].kind == "end-common-mistake")
        cites = any(e.kind == "role" and e.options["name"].startswith("cite") for e in events[at:end])
        if event.options.get("covers") and not cites:
            yield Fault(
                event.row, "mistake", "the box cites nothing: say where the right statement stands, {cite:p}`key`"
            )
        after = next((e.kind for e in events[end + 1 :] if e.kind in ("cell", "heading", "text")), "")
        if after != "cell":
            yield warn(event.row, "mistake", "no cell stands right below the box: show the mistake by running it")
