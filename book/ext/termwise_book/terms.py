"""{term}`id` links to a term's page; {term-card} defines it in a chapter; {term-page} is the page."""

import re

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from . import references
from .glossary import chapters, running, terms
from .prose import bullet, chinese, escape, indexed, link, paragraph, raw, section, words


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

    def run(self):
        key = self.arguments[0]
        known = terms(self.config.termwise_root)
        if key not in known:
            raise self.error(f"no term {key!r} in the glossary")
        store = cards(self.env)
        if key in store and store[key] != self.env.docname:
            raise self.error(f"the term {key!r} already has a card in {store[key]}")
        store[key] = self.env.docname
        term = known[key]
        english = link(f"term-{key}", nodes.Text(term["title"]), docname=self.env.docname)
        title = nodes.paragraph("", "", english, nodes.Text(" "), chinese(term["name"]), classes=["card-title"])
        box = nodes.container("", title, classes=["term-card"], ids=[f"term-{key}"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def joined(parts, between=", "):
    found = []
    for part in parts:
        found += [nodes.Text(between), *part] if found else part
    return found


class TermPage(SphinxDirective):
    """Everything the book knows about one term."""

    required_arguments = 1

    def run(self):
        key, root = self.arguments[0], self.config.termwise_root
        self.env.note_dependency(f"{root}/chapters/glossary.yaml")
        term = terms(root)[key]
        return [
            raw(self.head(term)),
            paragraph(term["definition"], "definition"),
            *self.formula(term),
            self.mistake(term),
            self.chinese(term),
            self.connections(term),
            *self.references(term),
        ]

    def head(self, term):
        note = f' <span class="note">{escape(term["note"])}</span>' if term["note"] else ""
        aliases = [escape(alias) for alias in term["aliases"] if alias not in (term["en"], term["title"], term["note"])]
        also = f'<p class="also">Also: {", ".join(aliases)}</p>' if aliases else ""
        return f'<p class="zh-name"><span lang="zh-Hans">{escape(term["name"])}</span>{note}</p>{also}'

    def formula(self, term):
        if not term.get("formula"):
            return []
        body = [nodes.math_block("", term["formula"], number=None, label=None, nowrap=False, docname=self.env.docname)]
        if term.get("symbols"):
            body.append(symbol_list(term["symbols"]))
        return [section("Formula", "formula", *body)]

    def mistake(self, term):
        english = nodes.paragraph("", "", *indexed(term["pitfall_en"]))
        in_chinese = nodes.paragraph("", "", chinese(term["pitfall_zh"]), classes=["mistake-zh"])
        return section("A common mistake", "common-mistake", english, in_chinese, classes=["mistake"])

    def chinese(self, term):
        parts = [nodes.paragraph("", "", chinese(term["definition_zh"]), classes=["definition-zh"])]
        if term["also"]:
            parts.append(nodes.paragraph("", "", chinese("也称：" + "、".join(term["also"])), classes=["also"]))
        return section(nodes.title("", "", chinese("中文")), "zh", *parts)

    def connections(self, term):
        root, known = self.config.termwise_root, terms(self.config.termwise_root)
        ref = lambda key: [link(f"term-{key}", nodes.Text(running(known[key]["title"])), docname=self.env.docname)]
        rows = [("Home", [home(root, term, self.env)])]
        if term["prerequisites"]:
            rows.append(("Needs", [joined([ref(key) for key in term["prerequisites"]])]))
        if term["needed_by"]:
            rows.append(("Needed by", [joined([ref(key) for key in term["needed_by"]])]))
        for_term = [exercise for exercise in self.env.termwise_exercises if term["id"] in exercise["terms"]]
        if for_term:
            items = [
                [link(f"exercise-{e['id'].lower()}", *words(f"{e['id']}, {e['title']}"), docname=self.env.docname)]
                for e in for_term
            ]
            rows.append(("Exercises", [joined(items)]))
        table = nodes.definition_list("", classes=["facts"])
        for name, parts in rows:
            entry = nodes.definition("", *[nodes.paragraph("", "", *part) for part in parts])
            table += nodes.definition_list_item("", nodes.term("", name), entry)
        return section("Connections", "connections", table, classes=["connections"])

    def references(self, term):
        entries = [references.entry(self.config.termwise_root, key) for key in term["references"]]
        return (
            [section("References", "references", bullet([[raw(entry)] for entry in entries], "works"))]
            if entries
            else []
        )


def symbol_list(text):
    """`$a$: one; $b$: two.` → a list, one symbol a line."""
    parts = [part.strip() for part in text.strip().rstrip(".").split(";")]
    return bullet([words(part) for part in parts], "symbols")


def home(root, term, env):
    """The chapter that defines the term; a link once that chapter is part of the book."""
    chapter = chapters(root)[term["chapter"]]
    text = f"Chapter {chapter['number']}: {chapter['title']}"
    document = next((name for name in env.found_docs if name.startswith(term["chapter"] + "-")), None)
    if document is None:
        return [nodes.inline("", text)]
    label = f"card-{term['id']}" if term["id"] in cards(env) else None
    uri = f"../{document}.html" + (f"#term-{term['id']}" if label else "")
    return [nodes.reference("", text, refuri=uri, internal=True)]


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
    app.add_directive("term-page", TermPage)
    app.connect("env-purge-doc", purge)
    app.connect("doctree-resolved", mark_links)
    app.add_role_to_domain("std", "term", Term(), override=True)
