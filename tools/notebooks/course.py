"""What all chapters share: the glossary, the bibliography, the exercises, and the labels of every chapter."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .bibliography import Bibliography
from .chapter import ROOT, Chapter
from .labels import Label, anchor, index
from .myst import SourceError
from .questions import Placed
from .questions import index as questions_of


@dataclass(frozen=True)
class Term:
    english: str
    chinese: str
    short: str
    chapter: str = ""


@dataclass(frozen=True)
class Exercise:
    id: str
    title: str
    tier: str
    points: int
    lead: str
    notebook: str


@dataclass
class Course:
    terms: dict[str, Term]
    bibliography: Bibliography
    exercises: dict[str, Exercise]
    labels: dict[str, Label] = field(default_factory=dict)
    questions: dict[str, Placed] = field(default_factory=dict)

    def term(self, key: str) -> Term:
        if key not in self.terms:
            raise SourceError(f"no term {key!r} in the glossary{_near(key, self.terms)}")
        return self.terms[key]

    def exercise(self, key: str) -> Exercise:
        if key not in self.exercises:
            raise SourceError(f"no exercise {key!r} in exercises/{_near(key, self.exercises)}")
        return self.exercises[key]

    def label(self, key: str) -> Label:
        if key not in self.labels:
            raise SourceError(f"no label {key!r} in any chapter{_near(key, self.labels)}")
        return self.labels[key]


def load(chapters: list[Chapter], folder: Path) -> Course:
    """Glossary and bibliography stand beside the chapters in `folder`."""
    return Course(
        _terms(folder),
        Bibliography(folder / "references.bib"),
        _exercises(ROOT),
        index(chapters),
        questions_of(chapters),
    )


def _terms(folder: Path) -> dict[str, Term]:
    read = lambda name: yaml.load((folder / name).read_text("utf8"), Loader=yaml.CSafeLoader)
    chinese = {entry["id"]: entry for entry in read("glossary-zh.yaml")}
    terms = {}
    for entry in read("glossary.yaml"):
        other = chinese.get(entry["id"], {})
        short = other.get("short_en") or entry["definition"]
        terms[entry["id"]] = Term(entry["en"], other.get("name") or entry["zh"], short, entry.get("chapter", ""))
    return terms


def _exercises(root: Path) -> dict[str, Exercise]:
    found = {}
    for path in sorted((root / "exercises").glob("ch*/*/exercise.md")):
        _, head, body = path.read_text("utf8").split("---\n", 2)
        head = yaml.safe_load(head)
        lead = re.sub(r"\s+", " ", body.strip().split("\n\n")[0])
        place = anchor(f"{head['id']} {head['title']}")
        notebook = f"exercises/{path.parts[-3]}.ipynb#{place}"
        found[head["id"]] = Exercise(head["id"], head["title"], head["tier"], head["points"], lead, notebook)
    return found


def _near(key: str, known) -> str:
    close = difflib.get_close_matches(key, list(known), n=3)
    return f"; did you mean {', '.join(close)}?" if close else ""
