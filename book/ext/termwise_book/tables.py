"""Tables of the text: a head that says nothing is no head."""

from docutils import nodes


def beheaded(app, doctree):
    """Markdown cannot write a table without a head; an empty one means that there is none."""
    for head in list(doctree.findall(nodes.thead)):
        if not head.astext().strip():
            head.parent.remove(head)


def setup(app):
    app.connect("doctree-read", beheaded)
