"""The tables of the plan agree with each other: what a row names exists, and nothing needs what comes later."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .plan import Plan
from .rules.terms import later

KINDS = set("WMTGUN")
TIERS = {"core", "stretch", "challenge"}


def faults(plan: Plan, works: set[str]) -> Iterator[str]:
    """Sentences that begin with the file."""
    yield from _corrections(plan, works)
    yield from _exercises(plan)
    yield from _counts(plan)


def _corrections(plan: Plan, works: set[str]) -> Iterator[str]:
    for place, one in enumerate(plan.corrections.values(), 1):
        said = f"chapters/corrections.yaml: {one.id}"
        if one.id != f"c-{place:03}":
            yield f"{said} is row {place}: ids count, so that none is lost"
        if one.kind not in KINDS:
            yield f"{said} has the class {one.kind}, not one of {', '.join(sorted(KINDS))}"
        homes = {plan.terms[term].chapter for term in one.terms if term in plan.terms}
        for term in one.terms:
            if term not in plan.terms:
                yield f"{said} names the term {term}, which the glossary does not have"
        if one.chapter not in homes:
            yield f"{said} is corrected in {one.chapter}, where none of its terms is at home ({', '.join(sorted(homes))})"
        for key in one.references:
            if key not in works:
                yield f"{said} cites {key}, which references.bib does not have"
        if one.kind in "WM" and not one.references:
            yield f"{said} cites nothing: say where the right statement stands"
        if re.search(r"\b(documents?|seed|the text says|listed|lists)\b", f"{one.claim} {one.correct}", re.IGNORECASE):
            yield f"{said} speaks of a text: a claim stands by itself"


def _exercises(plan: Plan) -> Iterator[str]:
    for one in plan.exercises.values():
        said = f"chapters/exercises.yaml: {one.id}"
        if not re.fullmatch(rf"E{one.chapter[2:]}\.\d", one.id):
            yield f"{said} is no id for {one.chapter}"
        if one.tier not in TIERS:
            yield f"{said} has the tier {one.tier}, not one of {', '.join(sorted(TIERS))}"
        for term in one.terms:
            if term not in plan.terms:
                yield f"{said} names the term {term}, which the glossary does not have"
            elif later(plan.terms[term].chapter, one.chapter):
                yield f"{said} needs {term}, which comes only in {plan.terms[term].chapter}"
    for path in sorted(plan.exercise_folder.glob("ch*/*/exercise.md")):
        head = yaml.safe_load(path.read_text("utf8").split("---\n", 2)[1])
        planned = plan.exercises.get(head["id"])
        if head["id"].startswith("E") and (planned is None or planned.name != path.parent.name):
            yield f"exercises/{path.parent.parent.name}/{path.parent.name} is {head['id']}, which exercises.yaml does not plan so"


def _counts(plan: Plan) -> Iterator[str]:
    for key, chapter in plan.chapters.items():
        for kind in ("terms", "exercises"):
            if chapter[kind] != len(plan.of(kind, key)):
                yield f"chapters/course.yaml: {key} says {chapter[kind]} {kind}, and there are {len(plan.of(kind, key))}"
