"""Figures: each says in words what it shows, has a caption, and is spoken of in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page import Event, Page, roles
from ..plan import Plan
from ..report import Fault, warn


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    spoken_of = {event.text for event in roles(page, "numref")}
    for event in figures(page):
        code = event.text if event.kind == "cell" else ""
        if event.kind == "cell" and not re.search(r"\balt\b\s*[:,}]", code):
            yield Fault(event.row, "alt", 'a figure without words for those who cannot see it: give it alt: "…"')
        name = name_of(event)
        if not name:
            yield warn(event.row, "figure", "a figure without caption and name: add mystnb: figure: caption, name")
        elif name not in spoken_of:
            yield warn(
                event.row,
                "figure",
                f"no sentence speaks of {name}: write {{numref}}`{name}` where the reader should look",
            )


def figures(page: Page) -> list[Event]:
    """Cells that show something, and pictures from files."""
    shows = [e for e in page.of("cell") if e.source and (e.source.figure or re.search(r"\bshow\(", e.text))]
    return shows + page.of("figure")


def live(page: Page) -> list[Event]:
    return [event for event in figures(page) if re.search(r"\binteract\(", event.text)]


def name_of(event: Event) -> str | None:
    if event.source:
        return (event.source.figure or {}).get("name")
    return event.options.get("name")
