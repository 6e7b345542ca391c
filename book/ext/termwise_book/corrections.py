"""{corrections} ch05: the common claims that a chapter corrects, each with what is right and where it says so."""

import json
import re
from functools import lru_cache
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from tools.notebooks.bibliography import Bibliography

from .glossary import chapters, load, running, terms
from .prose import link, words

KINDS = {
    "W": "wrong",
    "M": "misleading",
    "T": "name",
    "G": "left out",
    "U": "unverified",
    "N": "convention",
}


@lru_cache
def corrections(root):
    """All rows of chapters/corrections.yaml, in order."""
    return load(Path(root) / "chapters" / "corrections.yaml")


class Corrections(SphinxDirective):
    """One chapter's part of the page "Common mistakes, by chapter"."""

    required_arguments = 1

    def run(self):
        root, chapter = self.config.termwise_root, self.arguments[0]
        self.env.note_dependency(f"{root}/chapters/corrections.yaml")
        places = self.places(chapter)
        found = nodes.definition_list("", classes=["corrections"])
        for row in corrections(root):
            if row["chapter"] != chapter:
                continue
            claim = nodes.term("", "", nodes.inline("", KINDS[row["class"]], classes=["kicker"]), nodes.Text(" "))
            claim += nodes.emphasis("", "", *words(f"“{row['claim']}”"))
            right = nodes.paragraph("", "", *words(row["correct"]))
            facts = nodes.paragraph("", "", *self.facts(row, places.get(row["id"])), classes=["facts-line"])
            found += nodes.definition_list_item("", claim, nodes.definition("", right, facts))
        return [found]

    def facts(self, row, place):
        """The terms, the works, and the box of the chapter once it is written."""
        root = self.config.termwise_root
        known = terms(root)
        parts = [
            link(f"term-{key}", nodes.Text(running(known[key]["title"])), docname=self.env.docname)
            for key in row["terms"]
        ]
        parts += [
            nodes.reference("", text, refuri=f"references.html#work-{key}", internal=True)
            for key, text in works(root, row)
        ]
        if place:
            parts.append(nodes.reference("", "in the chapter", refuri=place, internal=True))
        return [node for i, part in enumerate(parts) for node in ([nodes.Text(" · ")] if i else []) + [part]]

    def places(self, chapter):
        """Correction → the address of the box or card that covers it, read from the executed chapter."""
        name = next((name for name in sorted(self.env.found_docs) if name.startswith(f"{chapter}-")), None)
        path = Path(self.env.srcdir) / f"{name}.ipynb"
        if name is None or not path.exists():
            return {}
        self.env.note_dependency(str(path))
        text = "\n".join("".join(cell["source"]) for cell in json.loads(path.read_text("utf8"))["cells"])
        boxed = {
            key for line in re.findall(r"^:covers:(.*)$", text, re.MULTILINE) for key in re.findall(r"[\w-]+", line)
        }
        said = {
            key for line in re.findall(r"^%\s*covers\b(.*)$", text, re.MULTILINE) for key in re.findall(r"[\w-]+", line)
        }
        return {**{key: f"{name}.html" for key in said}, **{key: f"{name}.html#{key}" for key in boxed}}


def works(root, row):
    """(key, “Name et al., 2016”) of each reference."""
    bibliography = Bibliography(Path(root) / "chapters" / "references.bib")
    for key in row["references"]:
        who, year = bibliography.who_and_year(key)
        yield key, f"{who.replace('*', '')}, {year}"


def body(root):
    """The Markdown of the page."""
    text = (
        "Claims that sound right and are not, each with what is right. A claim marked *wrong* or *misleading* is corrected in its "
        "chapter, with a cell that shows it. *Name* means that the thing is right and its name is not, *left out* that many accounts "
        "have a gap here, *unverified* that no source could be found, *convention* that texts differ and you have to say which you mean.\n"
    )
    homes = {row["chapter"] for row in corrections(root)}
    for key, chapter in chapters(root).items():
        if key in homes:
            text += f"\n## {chapter['number']}. {chapter['title']}\n\n:::{{corrections}} {key}\n:::\n"
    return text


def setup(app):
    app.add_directive("corrections", Corrections)
