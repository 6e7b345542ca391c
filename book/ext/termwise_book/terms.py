"""{term}`id` links to a term's page; {term-card} defines it in a chapter."""

import re

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .boxes import covered
from .glossary import running, terms
from .prose import chinese, link


class Term(SphinxRole):
    """{term}`softmax` or {term}`the scores <softmax>`."""

    def run(self):
        text, _, key = self.text.rpartition("<")
        key = key.rstrip(">").strip()
        known = terms(self.config.termwise_root)
        if key not in known:
            return [], [self.inliner.reporter.error(f"no term {key!r} in the glossary", line=self.lineno)]
        name = text.strip() or running(known[key]["title"])
        return [link(f"term-{key}", nodes.Text(name), docname=self.env.docname)], []


class TermCard(SphinxDirective):
    """:::{term-card} id: where a chapter defines the term. Title from the glossary, body from the chapter."""

    has_content = True
    required_arguments = 1
    # covers: the claims of chapters/corrections.yaml that the card corrects; preview: the term's home is elsewhere
    option_spec = {"covers": str, "preview": directives.flag}

    def run(self):
        key = self.arguments[0]
        known = terms(self.config.termwise_root)
        if key not in known:
            raise self.error(f"no term {key!r} in the glossary")
        home = "preview" not in self.options
        store = cards(self.env)
        if home and store.setdefault(key, self.env.docname) != self.env.docname:
            raise self.error(f"the term {key!r} already has a card in {store[key]}")
        term = known[key]
        english = link(f"term-{key}", nodes.Text(term["title"]), docname=self.env.docname)
        title = nodes.paragraph("", "", english, nodes.Text(" "), chinese(term["name"]), classes=["card-title"])
        box = nodes.container("", title, classes=["term-card"], ids=[f"term-{key}"] * home + covered(self.options))
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def cards(env):
    """term id → the chapter that has its card."""
    if not hasattr(env, "termwise_cards"):
        env.termwise_cards = {}
    return env.termwise_cards


def mark_links(app, doctree, docname):
    """Links to terms look like words of the text (the class) and can show a card (their address names the term)."""
    if docname.startswith("terms/"):
        return
    for node in doctree.findall(nodes.reference):
        if re.search(r"terms/([\w-]+)\.html#term-\1$", node.get("refuri", "")):
            node["classes"].append("term-link")


def purge(app, env, docname):
    for key in [key for key, value in cards(env).items() if value == docname]:
        del cards(env)[key]


def setup(app):
    app.add_directive("term-card", TermCard)
    app.connect("env-purge-doc", purge)
    app.connect("doctree-resolved", mark_links)
    app.add_role_to_domain("std", "term", Term(), override=True)
