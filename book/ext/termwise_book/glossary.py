"""The glossary as the pages need it: terms by id, with both languages, and the course's chapters."""

from functools import lru_cache
from pathlib import Path

import yaml

from tools.notebooks.names import running, split

__all__ = ["chapters", "load", "running", "shown", "terms"]


def load(path):
    return yaml.load(Path(path).read_text("utf8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@lru_cache
def terms(root):
    """id → the entry of glossary.yaml joined with that of glossary-zh.yaml and the ids that build on it."""
    folder = Path(root) / "chapters"
    found = {}
    for english, chinese in zip(load(folder / "glossary.yaml"), load(folder / "glossary-zh.yaml"), strict=True):
        name, note = split(english["en"])
        found[english["id"]] = {**chinese, **english, "title": name, "note": note, "needed_by": []}
    for key, term in found.items():
        for need in term["prerequisites"]:
            found[need]["needed_by"].append(key)
    return found


@lru_cache
def shown(root):
    """What pages of terms show besides the glossary: { built: id → names, pictures: id → [chapter, figure] }."""
    return load(Path(root) / "chapters" / "built.yaml")


@lru_cache
def chapters(root):
    """ch05 → { number, title, zh, part }, in order."""
    course = load(Path(root) / "chapters" / "course.yaml")
    return {
        chapter["id"]: {
            **chapter,
            "number": int(chapter["id"][2:]),
            "part": f"Part {part['part']}",
            "part_title": part["title"],
        }
        for part in course["parts"]
        for chapter in part["chapters"]
    }
