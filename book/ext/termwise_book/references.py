"""The bibliography outside chapters: one formatted entry a key, with links to arXiv and DOI."""

import re
from functools import lru_cache
from pathlib import Path

from pybtex.database import parse_file
from pybtex.plugin import find_plugin


@lru_cache
def formatted(root):
    """key → HTML of the entry, in the plain style that the chapters use too."""
    data = parse_file(str(Path(root) / "chapters" / "references.bib"))
    style = find_plugin("pybtex.style.formatting", "plain")()
    backend = find_plugin("pybtex.backends", "html")()
    found = {entry.key: entry.text.render(backend) for entry in style.format_bibliography(data)}
    return {key: linked(text) for key, text in found.items()}


def linked(text):
    text = re.sub(r"\barXiv:(\d{4}\.\d{4,5}(?:v\d+)?)", r'<a href="https://arxiv.org/abs/\1">arXiv:\1</a>', text)
    return text.replace('<span class="bibtex-protected">', "<span>")


def entry(root, key):
    if key not in formatted(root):
        raise KeyError(f"no work {key!r} in references.bib")
    return formatted(root)[key]
