"""Cells whose code is folded (tag hide-input): <details> with one plain summary; the output stays outside of it."""

from myst_nb.sphinx_ import HideCodeCellNode


def visit(self, node):
    self.body.append('<details class="code-fold"><summary>Show the code</summary>\n')


def depart(self, node):
    self.body.append("</details>\n")


def setup(app):
    app.add_node(HideCodeCellNode, override=True, html=(visit, depart))
