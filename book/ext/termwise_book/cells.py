"""Cells: their row of buttons, folded code (tag hide-input), recorded numbers in the text, cells that need a notebook."""

import html

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole

from .prose import raw

KERNEL_ONLY = "kernel-only"
PLAY = '<svg class="icon" aria-hidden="true" viewBox="0 0 24 24"><path d="M8 5.5v13l10-6.5z"/></svg>'
TOOLS = (
    '<div class="tools cell-tools" role="group" aria-label="Cell {n}" data-cell="{i}" data-pagefind-ignore>'
    f'<button class="button" type="button" data-act="run">{PLAY}Run</button>'
    '<button class="button" type="button" data-act="edit">Edit</button>'
    '<span class="cell-status" role="status"></span></div>'
)
ONLY = '<p class="cell-only" data-pagefind-ignore><strong>In a notebook only:</strong> {reason}</p>'
PAGE = (
    '<div class="tools page-tools" role="group" aria-label="All cells" data-pagefind-ignore>'
    "<span>The code on this page runs here: change it, run it.</span>"
    f'<button class="button" type="button" data-act="run-all">{PLAY}Run all</button>'
    '<details class="page-help"><summary>How?</summary><ul>'
    "<li><strong>Run</strong> runs a cell, and before it whatever above has not run yet. After you changed a cell, "
    "what is below starts again from the top.</li>"
    "<li><strong>Edit</strong> opens the editor. <kbd>Shift</kbd> <kbd>Enter</kbd> runs, <kbd>Esc</kbd> leaves. "
    "<kbd>Tab</kbd> indents once you have typed something; <kbd>Esc</kbd>, then <kbd>Tab</kbd>, always moves on.</li>"
    "<li><strong>Stop</strong> ends a cell that runs too long; after 30 seconds the page asks. "
    "<strong>Reset</strong> brings the printed text and output back.</li>"
    "<li>Your changes stay in this browser. Nothing is sent anywhere. Types are taken out, not checked: "
    "the notebook checks them.</li></ul></details></div>"
)


class LiveCells(SphinxPostTransform):
    """A row of buttons under the code of each cell; above the first one, what goes for all."""

    default_priority = 820
    formats = ("html",)

    def run(self, **kwargs):
        live = 0
        for i, cell in enumerate(code_cells(self.document)):
            box = next((child for child in cell.children if holds_input(child)), None)
            if box is None:
                continue
            metadata = cell.get("cell_metadata", {})
            if KERNEL_ONLY in metadata.get("tags", []):
                box.parent.insert(
                    cell.index(box) + 1, raw(ONLY.format(reason=html.escape(str(metadata.get("reason", "")))))
                )
                continue
            cell.insert(cell.index(box) + 1, raw(TOOLS.format(n=i + 1, i=i)))
            if live == 0:
                cell.parent.insert(cell.parent.index(cell), raw(PAGE))
            live += 1


def code_cells(document):
    """The containers of executed cells, in the order of the page."""
    return [node for node in document.findall(nodes.container) if node.get("nb_element") == "cell_code"]


def holds_input(node):
    inside = [node, *node.findall(nodes.container)] if isinstance(node, nodes.Element) else []
    return any("cell_input" in one.get("classes", []) for one in inside)


class recorded(nodes.inline):  # noqa: N801: docutils names nodes in lower case
    """A number that a cell recorded: a page's own run may change it."""


class Value(SphinxRole):
    """{value}`97.3 <held-out>`, as the notebooks step writes it: the text, and the name it was recorded under."""

    def run(self):
        text, _, name = self.text.rpartition(" <")
        return [recorded("", text, name=name.removesuffix(">"))], []


def visit_value(self, node):
    self.body.append(self.starttag(node, "span", "", CLASS="value", **{"data-value": node["name"]}))


def depart_value(self, node):
    self.body.append("</span>")


def visit(self, node):
    self.body.append('<details class="code-fold"><summary>Show the code</summary>\n')


def depart(self, node):
    self.body.append("</details>\n")


def setup(app):
    app.add_node(HideCodeCellNode, override=True, html=(visit, depart))
    app.add_node(recorded, html=(visit_value, depart_value))
    app.add_role("value", Value())
    app.add_post_transform(LiveCells)
