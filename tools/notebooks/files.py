"""The files that chapters become: where they are, how they are written, which are no longer needed."""

from __future__ import annotations

import base64
import shutil
from dataclasses import dataclass
from pathlib import Path

from .chapter import CHAPTERS, ROOT, Chapter
from .myst import directive, parse, spans


@dataclass(frozen=True)
class Places:
    """Where chapters are, and where what is made of them goes."""

    chapters: Path
    notebooks: Path
    book: Path
    cache: Path


COURSE = Places(CHAPTERS, ROOT / "notebooks", ROOT / "build" / "book-src", ROOT / "build" / "notebooks")


def write(path: Path, text: str) -> None:
    """Unchanged files keep their time, so that the book rebuilds only pages that changed."""
    if path.exists() and path.read_text("utf8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf8")


def copy_images(chapter: Chapter, book: Path) -> None:
    """Sphinx looks for images beside the page that shows them."""
    for cell in chapter.cells:
        if cell.kind != "markdown":
            continue
        tokens = parse(cell.source)
        places = [span.token.attrs["src"] for span in spans(cell.source, tokens, "image")]
        places += [d.argument for d in map(directive, tokens) if d and d.name == "figure"]
        for place in places:
            target = book / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(chapter.path.parent / place, target)


def remove_orphans(places: Places, stems: set[str]) -> None:
    """Notebooks and pages whose chapter is gone, and pictures that no notebook shows."""
    for folder in (places.notebooks, places.book):
        for path in folder.glob("*.ipynb"):
            if path.stem not in stems:
                path.unlink()
    shown_ones = "".join(path.read_text("utf8") for path in places.notebooks.glob("*.ipynb"))
    for path in places.notebooks.glob("figures/*"):
        if base64.b64encode(path.read_bytes()).decode() not in shown_ones:
            path.unlink()
