"""The planned exercises of the chapter exist, agree with the plan, and stand where a reader can first do them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from ..page import Page, slug
from ..plan import Exercise, Plan
from ..report import Fault
from .terms import later

FILES = ("exercise.md", "stub.ts", "suite.ts", "mistakes.ts")


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    first = {}
    for event in page.of("exercise"):
        first.setdefault(event.text, event)
    for exercise in plan.of("exercises", page.key):
        folder = f"exercises/{page.key}/{exercise.name}"
        place = plan.exercise_folder / page.key / exercise.name
        missing = [name for name in FILES if not (place / name).is_file()]
        if missing:
            yield Fault(0, "exercise", f"{exercise.id} is planned: {folder}/ has no {', '.join(missing)}")
        else:
            yield from _agrees(exercise, folder, _head(place / "exercise.md"))
        if exercise.id not in first:
            text = f"{exercise.id} {exercise.name} is nowhere in the chapter: :::{{exercise}} {exercise.id} where it can be done"
            yield Fault(0, "exercise", text)
            continue
        yield from _placed(
            page, plan, exercise, first[exercise.id], _head(place / "exercise.md") if not missing else {}
        )
    for key, event in first.items():
        if key in plan.exercises and later(plan.exercises[key].chapter, page.key):
            yield Fault(
                event.row, "exercise", f"{key} belongs to {plan.exercises[key].chapter}: it cannot be done here"
            )


def _head(path) -> dict:
    return yaml.safe_load(path.read_text("utf8").split("---\n", 2)[1])


def _agrees(exercise: Exercise, folder: str, head: dict) -> Iterator[Fault]:
    if head["id"] != exercise.id:
        yield Fault(0, "exercise", f"{folder}/exercise.md is {head['id']}, planned as {exercise.id}")
    if head["tier"] != exercise.tier:
        yield Fault(
            0,
            "exercise",
            f"{exercise.id} is {head['tier']} in {folder}/exercise.md and {exercise.tier} in exercises.yaml",
        )
    terms = head["terms"] if isinstance(head["terms"], list) else [t.strip() for t in str(head["terms"]).split(",")]
    if missing := set(exercise.terms) - set(terms):
        yield Fault(0, "exercise", f"{folder}/exercise.md does not name its terms {', '.join(sorted(missing))}")


def _placed(page: Page, plan: Plan, exercise: Exercise, event, head: dict) -> Iterator[Fault]:
    carded = {e.text: e.row for e in page.of("term-card")}
    for term in exercise.terms:
        known = plan.terms.get(term)
        if known and known.chapter == page.key and carded.get(term, -1) > event.row:
            text = (
                f"{exercise.id} needs {term}, whose card comes only in line {carded[term] + 1}: move the exercise down"
            )
            yield Fault(event.row, "exercise", text)
    after = str(head.get("after", "")).partition("#")[2]
    if not after:
        return
    homes = {e.section for e in page.sections() if after in slug(e.text)}
    homes |= {e.section + 1 for e in page.of("label") if after in e.text}
    if not homes:
        yield Fault(
            0, "exercise", f"{exercise.id} can be done after {page.key}#{after}, but no heading or label is called so"
        )
    elif event.section not in homes:
        there = min(e.row for e in page.sections() if e.section in homes) + 1
        text = f"{exercise.id} can be done after the section in line {there} (“{after}”): put it at the end of that section"
        yield Fault(event.row, "exercise", text)
