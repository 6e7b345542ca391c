"""{term-list}: names in two languages; {all-works}: the bibliography; {proof-table}: how the tests were tested."""

import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from . import references
from .figures import figure
from .glossary import chapters, running, terms
from .prose import chinese, escape, link, raw


class TermList(SphinxDirective):
    """One id a line → a list of links, English and Chinese, with the short definition."""

    has_content = True
    option_spec = {"lead": str}

    def run(self):
        known = terms(self.config.termwise_root)
        found = nodes.definition_list("", classes=["term-list"])
        for key in self.content:
            term = known[key]
            name = link(f"term-{key}", nodes.Text(term["title"]), docname=self.env.docname)
            entry = nodes.definition("", nodes.paragraph("", term["short_en"]))
            found += nodes.definition_list_item("", nodes.term("", "", name, *in_chinese(term)), entry)
        lead = (
            [nodes.paragraph("", "", chinese(self.options["lead"]), classes=["zh-name"])]
            if "lead" in self.options
            else []
        )
        return [*lead, found]


class TermsOfChapter(TermList):
    """{terms-of-chapter}: the list of the terms whose home is the chapter that says it."""

    has_content = False
    option_spec = {}

    def run(self):
        chapter = self.env.docname[:4]
        self.content = [key for key, term in terms(self.config.termwise_root).items() if term["chapter"] == chapter]
        if not self.content:
            raise self.error("no term of the glossary has its home in this chapter")
        return super().run()


def in_chinese(term):
    """Names such as AdaGrad are the same in both languages and stand once."""
    return [] if term["name"] == term["title"] else [nodes.Text(" "), chinese(term["name"])]


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
                line += link(f"term-{term['id']}", nodes.Text(term["title"]), docname=self.env.docname)
            found.append(line)
        return [nodes.container("", *found, classes=["term-wall"])]


class Cover(SphinxDirective):
    """{picture-of} ch00-tour fig-tour-units: a figure of a chapter, shown again elsewhere, as that chapter drew it."""

    required_arguments = 2

    def run(self):
        path = Path(self.env.srcdir) / f"{self.arguments[0]}.ipynb"
        if not path.exists():
            return []
        self.env.note_dependency(str(path))
        for cell in json.loads(path.read_text("utf8"))["cells"]:
            if cell["metadata"].get("mystnb", {}).get("figure", {}).get("name") == self.arguments[1]:
                bundle = next(output["data"] for output in cell["outputs"] if "image/svg+xml" in output.get("data", {}))
                return [nodes.raw("", figure(bundle, "cover-"), format="html")]
        raise self.error(f"{self.arguments[0]} has no figure {self.arguments[1]!r}")


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
                line += link(f"term-{term['id']}", nodes.Text(running(term["title"])), docname=self.env.docname)
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


COLUMNS = [
    "Exercise",
    "Tests",
    "Solution",
    "Empty answer",
    "Mistakes caught and named",
    "Mutants rejected",
    "Unseen wrong answers",
]


def table(proofs):
    """The figures of every exercise, then what the numbers rest on."""
    head = "".join(f"<th scope='col'>{title}</th>" for title in COLUMNS)
    rows = "".join(row(found) for found in proofs["exercises"])
    operators = "".join(f"<li><b>{escape(op['name'])}</b>: {escape(op['does'])}</li>" for op in proofs["operators"])
    return (
        f"<div class='scrolls'><table class='proofs'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        f"{survivors(proofs['exercises'])}"
        f"<h3>The changes that make a mutant</h3><ul class='plain'>{operators}</ul>"
    )


def row(found):
    mistakes, mutants, held = found["mistakes"], found["mutants"], found.get("heldOut")
    link = (
        f"<a href='exercises/{found['id'].lower().replace('.', '-')}.html'>{found['id']}</a> {escape(found['title'])}"
    )
    excused = f", {mutants['excused']} excused" if mutants["excused"] else ""
    caught = sum(mistake["rejected"] and mistake["named"] for mistake in mistakes)
    cells = [
        f"{found['cases']}",
        f"{found['solution']} of {found['points']}",
        f"{found['stub']}",
        f"{caught} of {len(mistakes)}",
        f"{mutants['rejected']} of {mutants['made']}{excused}",
        f"{held['rejected']} of {held['made']}, named {held['named']} of {held['listed']}" if held else "–",
    ]
    return f"<tr><th scope='row'>{link}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def survivors(exercises):
    """Mutants that the tests let pass, each with the reason why it is right all the same."""
    items = [
        f"<li>{found['id']}: <code>{escape(one['label'])}</code><br>{escape(one['reason'] or 'Not yet explained.')}</li>"
        for found in exercises
        for one in found["mutants"]["survivors"]
    ]
    return f"<h3>Mutants excused, and why</h3><ul class='plain'>{''.join(items)}</ul>" if items else ""


def setup(app):
    for name, directive in [
        ("term-list", TermList),
        ("terms-of-chapter", TermsOfChapter),
        ("term-wall", TermWall),
        ("picture-of", Cover),
        ("all-works", AllWorks),
        ("proof-table", ProofTable),
    ]:
        app.add_directive(name, directive)
