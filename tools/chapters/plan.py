"""What the course has planned: terms and exercises by chapter, and the claims to correct. Read from chapters/*.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tools.notebooks.chapter import CHAPTERS, ROOT
from tools.notebooks.names import running, split


@dataclass(frozen=True)
class Term:
    id: str
    chapter: str
    title: str
    chinese: str
    aliases: tuple[str, ...]
    references: tuple[str, ...]
    prerequisites: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As it stands inside a sentence."""
        return running(self.title)


@dataclass(frozen=True)
class Correction:
    id: str
    kind: str
    chapter: str
    terms: tuple[str, ...]
    claim: str
    correct: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class Exercise:
    id: str
    name: str
    chapter: str
    tier: str
    terms: tuple[str, ...]
    does: str


@dataclass
class Plan:
    terms: dict[str, Term]
    corrections: dict[str, Correction]
    exercises: dict[str, Exercise]
    chapters: dict[str, dict] = field(default_factory=dict)
    exercise_folder: Path = ROOT / "exercises"
    people: frozenset[str] = frozenset()

    def of(self, kind: str, chapter: str) -> list:
        """The terms, corrections or exercises whose home is this chapter, in order."""
        return [one for one in getattr(self, kind).values() if one.chapter == chapter]


def load(folder: Path = CHAPTERS, exercises: Path = ROOT / "exercises") -> Plan:
    course = _read(folder / "course.yaml")
    chapters = {chapter["id"]: chapter for part in course["parts"] for chapter in part["chapters"]}
    chinese = {entry["id"]: entry["name"] for entry in _read(folder / "glossary-zh.yaml")}
    terms = {
        entry["id"]: Term(
            entry["id"],
            entry["chapter"],
            split(entry["en"])[0],
            chinese.get(entry["id"], entry["zh"]),
            tuple(entry.get("aliases", ())),
            tuple(entry.get("references", ())),
            tuple(entry.get("prerequisites", ())),
        )
        for entry in _read(folder / "glossary.yaml")
    }
    corrections = {
        row["id"]: Correction(
            row["id"],
            row["class"],
            row["chapter"],
            tuple(row["terms"]),
            row["claim"],
            row["correct"],
            tuple(row["references"]),
        )
        for row in _read(folder / "corrections.yaml")
    }
    planned = {row["id"]: Exercise(**{**row, "terms": tuple(row["terms"])}) for row in _read(folder / "exercises.yaml")}
    return Plan(terms, corrections, planned, chapters, exercises, _people(folder / "references.bib"))


def _people(path: Path) -> frozenset[str]:
    """The names of the authors of all works."""
    fields = re.findall(r"(?:author|editor|organization)\s*=\s*\{(.*)\}", path.read_text("utf8"))
    return frozenset(word for field in fields for word in re.findall(r"[^\W\d_][\w’'-]+", field))


def _read(path: Path):
    return yaml.load(path.read_text("utf8"), Loader=yaml.CSafeLoader)
