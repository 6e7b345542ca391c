"""Sphinx extension of the book: terms, exercises, figures, formulas, numbering, page chrome. One file a job."""

import hashlib
from pathlib import Path

from . import (
    accuracy,
    benchmark,
    boxes,
    cards,
    cells,
    chrome,
    citations,
    connections,
    corrections,
    exercises,
    figures,
    formulas,
    highlight,
    lists,
    margin,
    numbering,
    opening,
    questions,
    tables,
    term_page,
    terms,
    tidy,
)

PARTS = (
    accuracy,
    benchmark,
    formulas,
    terms,
    term_page,
    connections,
    cards,
    lists,
    exercises,
    questions,
    boxes,
    cells,
    citations,
    corrections,
    highlight,
    margin,
    figures,
    numbering,
    opening,
    tables,
    chrome,
    tidy,
)


def code_hash():
    """Changes of this package, of the templates or of the rules that notebooks share concern every page."""
    folder = Path(__file__).parent
    root = folder.parents[2]
    templates, shared = (root / "book" / "templates").glob("*.html"), root / "tools" / "notebooks"
    rules = [shared / name for name in ("names.py", "questions.py", "asked.py")]
    files = sorted([*folder.glob("*.py"), *folder.glob("*.mjs"), *templates, *rules])
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def setup(app):
    app.add_config_value("termwise_code", code_hash(), "env", str)
    app.add_config_value("termwise_root", "", "env")
    app.add_config_value("termwise_version", "0", "html", str)
    for part in PARTS:
        part.setup(app)
    return {"version": "0.1", "parallel_read_safe": False, "parallel_write_safe": False}
