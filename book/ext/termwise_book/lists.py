"""{term-list}: names in two languages; {all-works}: the bibliography; {proof-table}: how the tests were tested."""

import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from . import references
from .glossary import chapters, terms
from .prose import chinese, link, raw


class TermList(SphinxDirective):
    """One id a line → a list of links, English and Chinese, with the short definition."""

    has_content = True
    option_spec = {"lead": str}

    def run(self):
        known = terms(self.config.termwise_root)
        found = nodes.definition_list("", classes=["term-list"])
        for key in self.content:
            term = known[key]
            name = link(f"term-{key}", nodes.Text(term["en"]), docname=self.env.docname)
            entry = nodes.definition("", nodes.paragraph("", term["short_en"]))
            found += nodes.definition_list_item("", nodes.term("", "", name, nodes.Text(" "), chinese(term["name"])), entry)
        lead = [nodes.paragraph("", "", chinese(self.options["lead"]), classes=["zh-name"])] if "lead" in self.options else []
        return [*lead, found]


class TermWall(SphinxDirective):
    """All terms run together, part by part: the course on one page."""

    def run(self):
        root = self.config.termwise_root
        parts = {}
        for term in terms(root).values():
            chapter = chapters(root)[term["chapter"]]
            parts.setdefault((chapter["part"], chapter["part_title"]), []).append(term)
        found = []
        for (part, title), members in parts.items():
            line = nodes.paragraph("", "", nodes.inline("", f"{part} · {title}", classes=["kicker"]), nodes.Text(" "))
            for i, term in enumerate(members):
                line += [nodes.Text(" · ")] if i else []
                line += link(f"term-{term['id']}", nodes.Text(term["en"]), docname=self.env.docname)
            found.append(line)
        return [nodes.container("", *found, classes=["term-wall"])]


class AllWorks(SphinxDirective):
    """Every work of references.bib, in the order of its style, each with the terms that cite it."""

    def run(self):
        root = self.config.termwise_root
        self.env.note_dependency(f"{root}/chapters/references.bib")
        cited = {}
        for term in terms(root).values():
            for key in term["references"]:
                cited.setdefault(key, []).append(term)
        found = nodes.bullet_list("", classes=["works"])
        for key, text in references.formatted(root).items():
            line = nodes.paragraph("", "", raw(text))
            for i, term in enumerate(cited.get(key, [])):
                line += nodes.Text(" — " if i == 0 else ", ")
                line += link(f"term-{term['id']}", nodes.Text(term["en"].lower()), docname=self.env.docname)
            found += nodes.list_item("", line, ids=[f"work-{key}"])
        return [found]


class ProofTable(SphinxDirective):
    """exercises/proofs.json → a table; nothing to show before the first proof."""

    def run(self):
        path = Path(self.config.termwise_root) / "exercises" / "proofs.json"
        self.env.note_dependency(str(path))
        if not path.exists():
            return [nodes.paragraph("", "The proofs have not been run yet.")]
        return [raw(table(json.loads(path.read_text("utf8"))))]


def table(proofs):
    return ""


def setup(app):
    for name, directive in [("term-list", TermList), ("term-wall", TermWall), ("all-works", AllWorks), ("proof-table", ProofTable)]:
        app.add_directive(name, directive)
