"""The list of works at the end of a chapter: a plain list, by author, each with its anchor."""

from docutils import nodes


def visit(self, node):
    before = node.parent[: node.parent.index(node)]
    if not before or not isinstance(before[-1], nodes.citation):
        self.body.append('<ul class="works">\n')
    for label in [child for child in node.children if isinstance(child, nodes.label)]:
        node.remove(label)
    self.body.append(self.starttag(node, "li", "", ""))


def depart(self, node):
    self.body.append("</li>\n")
    if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
        self.body.append("</ul>\n")


def setup(app):
    app.add_node(nodes.citation, override=True, html=(visit, depart))
