"""What surrounds the text: the contents in the rail, sections of the page, title and description."""

import re

from docutils import nodes

from .glossary import chapters, terms
from .numbering import chapter_of


def contents(app, pagename, uri):
    """Groups of the rail, [{ title, entries: [{ title, number, href, current }] }], in the order of the toctrees."""
    root, env = app.config.termwise_root, app.env
    groups = {}
    for docname in env.toctree_includes.get(app.config.root_doc, []):
        number = chapter_of(docname)
        chapter = chapters(root).get(f"ch{number:02d}") if number else None
        group = chapter["part_title"] if chapter else heading(docname)
        entry = {
            "title": env.titles[docname].astext(),
            "number": number,
            "href": uri(docname),
            "current": docname == section_of(pagename),
        }
        groups.setdefault(group, []).append(entry)
    return [{"title": title, "entries": entries} for title, entries in groups.items()]


GROUPS = {
    "Start": {"start-here", "ch00-tour", "syllabus"},
    "Practice": {"exercises/index", "today", "progress", "first-questions"},
    "Terms": {"terms/index", "terms/by-chapter", "mistakes"},
    "Evidence": {"proofs", "accuracy", "benchmark"},
}


def heading(docname):
    """The group of the rail that a page stands in; chapters stand under the titles of their parts."""
    return next((title for title, names in GROUPS.items() if docname in names), "Reference")


def section_of(pagename):
    """Pages of one term, exercise or part of the library belong to the entry that lists them."""
    return re.sub(r"^(terms|exercises|api)/(?!by-chapter$).*", r"\1/index", pagename)


def sections(app, pagename):
    """The headings of this page: [{ title, anchor }]."""
    toc = app.env.tocs.get(pagename)
    if toc is None or not toc.children:
        return []
    nested = [child for child in toc.children[0].children if isinstance(child, nodes.bullet_list)]
    links = [
        item.next_node(nodes.reference)
        for part in nested
        for item in part.children
        if isinstance(item, nodes.list_item)
    ]
    return [{"title": link.astext(), "anchor": link["anchorname"]} for link in links if link is not None]


def lists_sections(pagename):
    return pagename == section_of(pagename) or pagename.startswith("api/")


def page(app, pagename, templatename, context, doctree):
    uri = lambda docname: context["pathto"](docname)
    context["rail"] = contents(app, pagename, uri)
    context["sections"] = sections(app, pagename) if lists_sections(pagename) else []
    context["own_title"] = {"404": "No such page", "search": "Search"}.get(pagename, "")
    context["chapter"] = chapter_of(pagename)
    part = chapters(app.config.termwise_root).get(f"ch{context['chapter']:02d}") if context["chapter"] else None
    tour = "The tour" if context["chapter"] == 0 else ""
    context["kicker"] = f"{part['part']} · {part['part_title']}" if part else tour
    context["has_math"] = pagename == "today" or (
        doctree is not None
        and next(doctree.findall(lambda n: isinstance(n, nodes.math | nodes.math_block)), None) is not None
    )
    context["assets_version"] = app.config.termwise_version
    context["page_class"] = page_class(pagename)
    context["crumb"] = crumb(app, pagename, uri)
    context["description"] = described(doctree) if doctree is not None else ""
    before, after = neighbours(app, pagename)
    for name, found in (("prev", before), ("next", after)):
        if found:
            context[name] = {"link": uri(found[0]), "title": found[1]}


def neighbours(app, pagename):
    """The pages before and after one of a term or an exercise, in the order of the course: (docname, title) or None."""
    folder, _, name = pagename.rpartition("/")
    if folder == "terms" and name in terms(app.config.termwise_root):
        row = [(f"terms/{key}", term["title"]) for key, term in terms(app.config.termwise_root).items()]
    elif folder == "exercises" and name != "index":
        row = [
            (f"exercises/{found['id'].lower().replace('.', '-')}", f"{found['id']} {found['title']}")
            for found in app.env.termwise_exercises
        ]
    else:
        return None, None
    at = next((i for i, (docname, _) in enumerate(row) if docname == pagename), None)
    if at is None:
        return None, None
    return row[at - 1] if at > 0 else None, row[at + 1] if at + 1 < len(row) else None


def page_class(pagename):
    if pagename.startswith("terms/") and "/index" not in pagename and "/by-" not in pagename:
        return "term-page"
    if chapter_of(pagename) is not None:
        return "chapter-page"
    return {"index": "front-page"}.get(pagename, "plain-page")


def crumb(app, pagename, uri):
    """The line above the title of a term, an exercise or a page of the library: where it belongs."""
    folder, _, name = pagename.rpartition("/")
    if folder == "terms" and name in terms(app.config.termwise_root):
        term = terms(app.config.termwise_root)[name]
        number = chapters(app.config.termwise_root)[term["chapter"]]["number"]
        return {
            "href": f"{uri('terms/by-chapter')}#terms-{term['chapter']}",
            "title": f"Terms of chapter {number}",
            "note": "",
        }
    if folder == "api" and name != "index":
        return {"href": uri("api/index"), "title": "The library, name by name", "note": ""}
    if folder == "exercises" and name != "index":
        return {"href": uri("exercises/index"), "title": "Exercises", "note": name.replace("-", ".").upper()}
    return None


def described(doctree):
    """The first paragraph of the page, cut at a word: what a search engine shows."""
    for found in doctree.findall(nodes.paragraph):
        if "card-title" in found["classes"] or "facts-line" in found["classes"]:
            continue
        text = " ".join(found.astext().split())
        if len(text) > 40:
            return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + "…"
    return ""


def outdated_rails(app, env):
    """A new, renamed or removed entry concerns the rail of every page."""
    names = [(docname, env.titles[docname].astext()) for docname in env.toctree_includes.get(app.config.root_doc, [])]
    known, env.termwise_rail = getattr(env, "termwise_rail", None), names
    return list(env.found_docs) if known is not None and known != names else []


def setup(app):
    app.connect("env-updated", outdated_rails)
    app.connect("html-page-context", page, priority=900)
