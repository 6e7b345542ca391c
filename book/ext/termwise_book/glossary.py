"""The glossary as the pages need it: terms by id, with both languages, and the course's chapters."""

import re
from functools import lru_cache
from pathlib import Path

import yaml


def load(path):
    return yaml.load(Path(path).read_text("utf8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def split(name):
    """`Dropout (inverted)` → `Dropout` and `inverted`; titles and links show the first, the page both."""
    match = re.fullmatch(r"(.+?) \((.+)\)", name)
    return (match[1].strip('"'), match[2]) if match else (name.strip('"'), "")


# first words that keep their capital inside a sentence; words with an inner capital (ReLU) or a digit keep it anyway
NAMES = {
    "Adam",
    "Nesterov",
    "Xavier",
    "He",
    "Python",
    "Bayesian",
    "Kullback-Leibler",
    "Yogi",
    "Eve",
    "Ranger",
    "Speech",
    "Nadam",
    "Adadelta",
}


def running(name):
    """The name as it stands inside a sentence."""
    first = name.split(" ")[0]
    keeps = first in NAMES or any(letter.isupper() or letter.isdigit() for letter in first[1:])
    return name if keeps else name[0].lower() + name[1:]


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
