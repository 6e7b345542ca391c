"""Where a term stands: home, needs, sections that use it, exercises. Worked out from all pages, after they were read."""

import re

from docutils import nodes
from sphinx import addnodes

from .glossary import chapters, running, terms
from .numbering import chapter_of
from .prose import section, words
from .terms import cards


class connections(nodes.General, nodes.Element):
    """A place on a term's page that is filled once every chapter is known."""


def collect(app, doctree):
    """Which sections of a chapter link to which terms: env.termwise_uses[docname][term] = [(anchor, title)]."""
    docname, env = app.env.docname, app.env
    if chapter_of(docname) is None:
        return
    found = uses(env)[docname] = {}
    for node in doctree.findall(addnodes.pending_xref):
        match = re.fullmatch(r"term-([\w-]+)", node.get("reftarget", ""))
        if not match or "card-title" in (node.parent.get("classes") or []):
            continue
        place = of_section(node)
        places = found.setdefault(match[1], [])
        if place not in places:
            places.append(place)


def of_section(node):
    """The section around a node; the chapter's own title stands for its beginning."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    if node is None or not isinstance(node.parent, nodes.section):
        return ("", "")
    return (node["ids"][0], node.next_node(nodes.title).astext())


def uses(env):
    if not hasattr(env, "termwise_uses"):
        env.termwise_uses = {}
    return env.termwise_uses


def purge(app, env, docname):
    uses(env).pop(docname, None)


def changed(app, env):
    """Pages of terms whose place in the course is another than last time."""
    now = {key: repr(facts(env, app.config.termwise_root, key)) for key in terms(app.config.termwise_root)}
    before = getattr(env, "termwise_places", {})
    env.termwise_places = now
    return [
        f"terms/{key}" for key, value in now.items() if before.get(key) != value and f"terms/{key}" in env.found_docs
    ]


def facts(env, root, key):
    home = terms(root)[key]["chapter"]
    document = next((name for name in sorted(env.found_docs) if name.startswith(f"{home}-")), None)
    used = [(doc, places[key]) for doc, places in sorted(uses(env).items()) if key in places]
    exercises = [(e["id"], e["title"]) for e in env.termwise_exercises if key in e["terms"]]
    return {"home": document, "card": cards(env).get(key), "uses": used, "exercises": exercises}


def fill(app, doctree, docname):
    for node in list(doctree.findall(connections)):
        write = {"margin": margin, "places": places}[node["kind"]]
        found = write(Writer(app, docname), node["term_id"])
        node.replace_self(found)


class Writer:
    """Links from one page to others."""

    def __init__(self, app, docname):
        self.app, self.env, self.root, self.docname = app, app.env, app.config.termwise_root, docname

    def to(self, docname, anchor, *children):
        uri = self.app.builder.get_relative_uri(self.docname, docname) + (f"#{anchor}" if anchor else "")
        return nodes.reference("", "", *children, refuri=uri, internal=True)

    def term(self, key):
        return self.to(f"terms/{key}", f"term-{key}", nodes.Text(running(terms(self.root)[key]["title"])))

    def row(self, name, children):
        return nodes.definition_list_item(
            "", nodes.term("", name), nodes.definition("", nodes.paragraph("", "", *children))
        )


def margin(write, key):
    term = terms(write.root)[key]
    chapter = chapters(write.root)[term["chapter"]]
    place = facts(write.env, write.root, key)
    text = nodes.Text(f"Chapter {chapter['number']}: {chapter['title']}")
    home = write.to(place["home"], f"term-{key}" if place["card"] else "", text) if place["home"] else text
    rows = [write.row("Home", [home])]
    for name, others in (("Needs", term["prerequisites"]), ("Needed for", term["needed_by"])):
        if others:
            rows.append(write.row(name, joined([write.term(other) for other in others])))
    return [
        section(
            "Connections", "connections", nodes.definition_list("", *rows, classes=["facts"]), classes=["connections"]
        )
    ]


def places(write, key):
    """Chapters and sections that use the term, and the exercises that train it."""
    place = facts(write.env, write.root, key)
    rows = []
    for docname, sections in place["uses"]:
        title = write.env.titles[docname].astext()
        head = write.to(docname, "", nodes.Text(f"{chapter_of(docname)}. {title}"))
        inner = [write.to(docname, anchor, nodes.Text(text)) for anchor, text in sections if anchor]
        rows.append([head, *([nodes.Text(": "), *joined(inner)] if inner else [])])
    for ident, title in place["exercises"]:
        page = f"exercises/{ident.lower().replace('.', '-')}"
        rows.append([nodes.Text("Exercise "), write.to(page, "", *words(f"{ident}, {title}"))])
    if not rows:
        return []
    items = [nodes.list_item("", nodes.paragraph("", "", *row)) for row in rows]
    return [section("Where it is used", "used", nodes.bullet_list("", *items, classes=["uses"]))]


def joined(parts):
    found = []
    for part in parts:
        found += [nodes.Text(", "), part] if found else [part]
    return found


def setup(app):
    app.add_node(connections)
    app.connect("doctree-read", collect)
    app.connect("env-purge-doc", purge)
    app.connect("env-updated", changed)
    app.connect("doctree-resolved", fill)
