"""Which executions are still good: those of the same code with the same library, kernel and runner."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from .chapter import ROOT, Chapter
from .execute import Execution

INPUTS = (
    "lib/dist/*.js",
    "grader/check/dist/*.js",
    "grader/check/dist/exercises/*.js",
    "tools/kernel/*.cjs",
    "tools/notebooks/execute.py",
    "tools/notebooks/pictures.py",
    "node_modules/tslab/package.json",
    "node_modules/vega/package.json",
    "node_modules/vega-lite/package.json",
)


@lru_cache
def surroundings() -> str:
    """A hash of everything but the chapter that decides what its cells print."""
    digest = hashlib.sha256()
    for pattern in INPUTS:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def key(chapter: Chapter) -> str:
    cells = [[cell.source, "raises" in cell.tags] for cell in chapter.code]
    return hashlib.sha256(json.dumps([surroundings(), cells]).encode()).hexdigest()


def load(chapter: Chapter, folder: Path) -> Execution | None:
    """The last execution, if nothing that it depends on has changed."""
    path = folder / f"{chapter.stem}.json"
    if not path.exists():
        return None
    stored = json.loads(path.read_text("utf8"))
    return Execution(**stored["execution"]) if stored["key"] == key(chapter) else None


def store(chapter: Chapter, done: Execution, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"key": key(chapter), "execution": done.as_json()}, ensure_ascii=False)
    (folder / f"{chapter.stem}.json").write_text(text, "utf8")


def from_notebook(chapter: Chapter, notebook: Path) -> Execution | None:
    """The execution that a committed notebook holds, if its code is the chapter's."""
    if not notebook.exists():
        return None
    nb = json.loads(notebook.read_text("utf8"))
    code = [cell for cell in nb["cells"] if cell["cell_type"] == "code"]
    if ["".join(cell["source"]) for cell in code] != [cell.source for cell in chapter.code]:
        return None
    metadata = nb["metadata"]
    outputs = [[_joined(output) for output in cell["outputs"]] for cell in code]
    return Execution(outputs, metadata["termwise"]["values"], metadata["kernelspec"], metadata["language_info"])


def values(notebook: Path) -> dict[str, str]:
    """What a committed notebook recorded."""
    return json.loads(notebook.read_text("utf8"))["metadata"]["termwise"]["values"] if notebook.exists() else {}


def _joined(output: dict) -> dict:
    """Notebook files store long texts as lists of lines."""
    if "text" in output:
        output = {**output, "text": "".join(output["text"])}
    if "data" in output:
        data = {m: v if m.endswith("json") or isinstance(v, str) else "".join(v) for m, v in output["data"].items()}
        output = {**output, "data": data}
    return output
