"""Small helpers that build docutils nodes: text with $maths$, Chinese text, links to terms and pages."""

import re

from docutils import nodes
from sphinx import addnodes

CHINESE = "language-zh-Hans"  # docutils turns this class into a lang attribute


def words(text):
    """Plain text with inline maths between dollar signs → nodes."""
    pieces = re.split(r"\$([^$]+)\$", text)
    return [nodes.math("", piece) if i % 2 else nodes.Text(piece) for i, piece in enumerate(pieces) if piece]


def paragraph(text, *classes):
    return nodes.paragraph("", "", *words(text), classes=list(classes))


def chinese(text, *classes):
    return nodes.inline("", "", *indexed(text), classes=[CHINESE, *classes])


INDEX = re.compile(r"(?<=\S)(?:_(\{[^{}]*\}|[a-z]+|[0-9]+|[A-Z]+|[α-ωΑ-Ω∞])|\^(\{[^{}]*\}|\([^()]*\)|[a-z0-9]+|[A-Z]))")
LAYER = re.compile(r"\((?:[lL](?:[+−]1)?|\d|−j)\)")  # brackets that belong to the notation: a^(l)


def indexed(text):
    """Plain text with x_i, W_{hh}, a^(l) → nodes, with the indices below and above the line."""
    found, at = [], 0
    for match in INDEX.finditer(text):
        below, above = match.groups()
        found.append(nodes.Text(text[at : match.start()]))
        index = below or above
        index = index if LAYER.fullmatch(index) else index.strip("{}()")
        found.append((nodes.subscript if below else nodes.superscript)("", "", *indexed(index)))
        at = match.end()
    return [*found, nodes.Text(text[at:])]


def marked(text):
    """The same as HTML."""
    return "".join(html(node) for node in indexed(text))


def html(node):
    if isinstance(node, nodes.Text):
        return escape(node.astext())
    tag = "sub" if isinstance(node, nodes.subscript) else "sup"
    return f"<{tag}>{''.join(html(child) for child in node.children)}</{tag}>"


def link(target, *children, classes=(), docname=""):
    """A reference to a label of this book; an unknown label is an error of the build."""
    inner = nodes.inline("", "", *children, classes=list(classes))
    options = {"refdomain": "std", "reftype": "ref", "refexplicit": True, "refwarn": True}
    return addnodes.pending_xref("", inner, reftarget=target, refdoc=docname, **options)


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def raw(html):
    return nodes.raw("", html, format="html")


def section(title, ident, *children, classes=()):
    """A section of the page with a fixed id, so that links to it stay."""
    head = title if isinstance(title, nodes.title) else nodes.title("", title)
    return nodes.section("", head, *children, ids=[ident], names=[], classes=list(classes))


def bullet(items, *classes):
    found = nodes.bullet_list("", classes=list(classes))
    for item in items:
        found += nodes.list_item("", nodes.paragraph("", "", *item))
    return found
