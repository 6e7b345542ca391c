"""npm run chapter -- new ch09 initialisation: a chapter begun from the template, with all that the plan wants of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

from tools.notebooks.chapter import CHAPTERS, ROOT

from . import plan as plans
from .plan import Correction, Exercise, Plan

TEMPLATE = Path(__file__).with_name("template.md")
USAGE = "npm run chapter -- new chNN slug, for example: npm run chapter -- new ch09 initialisation"


def main(argv: list[str], folder: Path = CHAPTERS) -> int:
    if "--to" in argv:
        at = argv.index("--to")
        folder, argv = Path(argv[at + 1]), argv[:at] + argv[at + 2 :]
    plan = plans.load()
    if len(argv) != 2 or argv[0] not in plan.chapters or not re.fullmatch(r"[a-z][a-z0-9-]*", argv[1]):
        print(USAGE)
        return 2
    key, slug = argv
    there = sorted(folder.glob(f"{key}-*.md"))
    if there:
        print(f"{there[0].name} is there already; nothing was written.")
        return 1
    path = folder / f"{key}-{slug}.md"
    path.write_text(begun(key, slug, plan, _glossary()), "utf8")
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    wanted = ", ".join(f"{len(plan.of(kind, key))} {kind}" for kind in ("terms", "corrections", "exercises"))
    print(
        f"{shown}: {wanted} to write.\nThen: npm run chapter -- {key} --watch, and npm run check:chapters -- {key} --strict"
    )
    return 0


def begun(key: str, slug: str, plan: Plan, glossary: dict[str, dict]) -> str:
    """The template with a section for the terms, the corrections and the exercises of the chapter, to be spread by its author."""
    title = plan.chapters[key]["title"]
    terms = [_card(glossary[term.id], plan) for term in plan.of("terms", key)]
    boxes = [_box(one) for one in plan.of("corrections", key) if one.kind in "WM"]
    todo = "\n".join(_exercise(one) for one in plan.of("exercises", key))
    sections = "\n\n".join(["## First question?", *terms, "## Second question?", *boxes, todo])
    text = TEMPLATE.read_text("utf8").replace("\nSECTIONS\n", f"\n{sections}\n")
    return text.replace("(ch-SLUG)=", f"(ch-{slug})=").replace("# TITLE", f"# {title}")


def _card(entry: dict, plan: Plan) -> str:
    """What the glossary says, to be said again with the numbers of the chapter."""
    named = [one for one in plan.corrections.values() if one.kind == "T" and one.terms[0] == entry["id"]]
    covers = f":covers: {', '.join(one.id for one in named)}\n" if named else ""
    formula = f"\n$${entry['formula']}$$\n" if entry.get("formula") else ""
    cites = f" {{cite:p}}`{entry['references'][0]}`" if entry.get("references") else ""
    return (
        f":::{{term-card}} {entry['id']}\n{covers}{entry['short_en']}\n{formula}\n**In code.** `…`\n\n"
        f"**Watch out.** {entry['pitfall_en']}{cites}\n:::"
    )


def _box(one: Correction) -> str:
    cites = f" {{cite:p}}`{','.join(one.references)}`" if one.references else ""
    claim = f":::{{common-mistake}}\n:covers: {one.id}\n*“{one.claim}”* {one.correct}{cites}\n:::"
    return f"{claim}\n\n```{{code-cell}} typescript\n// {one.id}: run what the claim predicts, and what happens\n```"


def _exercise(one: Exercise) -> str:
    return f"% {one.id} {one.name} ({one.tier}; {', '.join(one.terms)}): {one.does}. Once its folder is there: :::{{exercise}} {one.id}"


def _glossary() -> dict[str, dict]:
    read = lambda name: yaml.load((CHAPTERS / name).read_text("utf8"), Loader=yaml.CSafeLoader)
    english, chinese = read("glossary.yaml"), read("glossary-zh.yaml")
    return {one["id"]: {**other, **one} for one, other in zip(english, chinese, strict=True)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
