"""Boxes of the chapters: {common-mistake}, folded {hint}, and {lit}, a number that is meant literally."""

import re

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole


class CommonMistake(SphinxDirective):
    """:::{common-mistake} optional title — the claim, the correction and where the confusion comes from.

    :covers: c-012, c-013 names the rows of chapters/corrections.yaml that it corrects; each becomes an anchor.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {"covers": str}

    def run(self):
        label, _ = self.state.inline_text(self.arguments[0] if self.arguments else "A common mistake", self.lineno)
        title = nodes.paragraph("", "", *label, classes=["card-title"])
        box = nodes.container("", title, classes=["mistake"], ids=covered(self.options))
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def covered(options):
    """The ids after :covers:"""
    return re.findall(r"[\w-]+", options.get("covers", ""))


class folded(nodes.General, nodes.Element):
    """<details> with a summary."""


class Hint(SphinxDirective):
    """:::{hint} What is asked? — opens on demand."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        box = folded(summary=self.arguments[0] if self.arguments else "Hint", kind="hint")
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class Literal(SphinxRole):
    """{lit}`0.36`: typed on purpose; shown as it is."""

    def run(self):
        return [nodes.Text(self.text)], []


def visit(self, node):
    self.body.append(f'<details class="{node["kind"]}"><summary>{self.encode(node["summary"])}</summary>\n')


def depart(self, node):
    self.body.append("</details>\n")


def unfold_dropdowns(app, doctree):
    """Admonitions of class `dropdown` become <details>: no script needed to open them."""
    for box in list(doctree.findall(nodes.Admonition)):
        if "dropdown" in box.get("classes", []):
            title = box.next_node(nodes.title)
            inner = folded("", summary=title.astext() if title else "Show", kind="answer")
            inner += [child for child in box.children if child is not title]
            box.replace_self(inner)


def setup(app):
    app.add_node(folded, html=(visit, depart), text=(lambda s, n: None, lambda s, n: None))
    app.add_directive("common-mistake", CommonMistake)
    app.add_directive("hint", Hint, override=True)
    app.add_role("lit", Literal())
    app.connect("doctree-read", unfold_dropdowns)
