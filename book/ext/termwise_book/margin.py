"""{margin}: a note beside the text where there is room, a small paragraph within it where there is not."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class margin_note(nodes.General, nodes.Element):
    pass


class Margin(SphinxDirective):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        box = margin_note()
        if self.arguments:
            words, _ = self.state.inline_text(self.arguments[0], self.lineno)
            box += nodes.paragraph("", "", nodes.strong("", "", *words), classes=["margin-title"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def visit(self, node):
    self.body.append('<div class="margin-note" role="note">')


def depart(self, node):
    self.body.append("</div>\n")


def setup(app):
    app.add_node(margin_note, html=(visit, depart), text=(lambda s, n: None, lambda s, n: None))
    app.connect("builder-inited", lambda app: app.add_directive("margin", Margin, override=True))
