"""_static/cards/<id>.js, one a term: what the card says that opens over a link. A classic script, so that file:// can load it."""

import hashlib
import json
from pathlib import Path

from .formulas import katex
from .glossary import chapters, terms
from .prose import marked


def card(app, term):
    """Name and short definition in both languages' own words, the formula as finished HTML, and where the term lives."""
    chapter = chapters(app.config.termwise_root)[term["chapter"]]
    formula = term.get("formula")
    return {
        "en": marked(term["title"]),
        "zh": "" if term["name"] == term["title"] else marked(term["name"]),
        "text": marked(term["short_en"]),
        "formula": katex(app).render(formula, True, term["id"]) if formula else "",
        "home": f"Chapter {chapter['number']}",
    }


def write(app, error):
    if error or app.builder.name not in ("html", "dirhtml"):
        return
    root, folder = Path(app.config.termwise_root), Path(app.outdir) / "_static" / "cards"
    stamp, version = Path(app.outdir) / ".cards", fingerprint(app, root)
    if stamp.exists() and stamp.read_text() == version and folder.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    found = terms(str(root))
    for path in folder.glob("*.js"):
        if path.stem not in found:
            path.unlink()
    for key, term in found.items():
        body = json.dumps(card(app, term), ensure_ascii=False, separators=(",", ":"))
        (folder / f"{key}.js").write_text(f"termwiseCard({json.dumps(key)},{body})\n", "utf8")
    stamp.write_text(version)


def fingerprint(app, root):
    """Cards depend on the glossary and on the code that makes them."""
    parts = [path.read_bytes() for path in sorted((root / "chapters").glob("*.yaml"))]
    return hashlib.sha256(b"".join([app.config.termwise_code.encode(), *parts])).hexdigest()


def setup(app):
    app.connect("build-finished", write, priority=800)
