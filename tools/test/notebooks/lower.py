"""Lowers the texts it gets as JSON on stdin, with the trial course around them; prints text or error for each."""

import json
import sys

from tools.notebooks.chapter import ROOT, all_chapters, read
from tools.notebooks.course import load
from tools.notebooks.lower import Lower
from tools.notebooks.myst import SourceError, replace_roles

folder = ROOT / "tools" / "test" / "fixtures" / "notebooks"
course = load([read(path) for path in all_chapters(folder)], folder)


def lowered(text: str) -> dict:
    try:
        filled = replace_roles(text, {"value": lambda name: f"<{name}>"})
        return {"text": Lower(course, "ch90-trial", folder).text(filled)}
    except SourceError as error:
        return {"error": str(error), "row": error.row}


json.dump({name: lowered(text) for name, text in json.load(sys.stdin).items()}, sys.stdout)
