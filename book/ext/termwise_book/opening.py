"""The line under a chapter's title: how long it takes to read, what it builds on, its terms and exercises."""

from pathlib import Path

from docutils import nodes

from tools.chapters.page import load
from tools.chapters.rules.norms import minutes, reading

from .glossary import chapters, terms
from .numbering import chapter_of


def times(root, docname):
    """How long the text takes, and how long everything, in minutes to the nearest five."""
    page = load(Path(root) / "chapters" / f"{docname}.md")
    text, whole = (5 * round(of(page) / 5) for of in (reading, minutes))
    return f"About {text} minutes to read, {whole} with code, figures and questions"


def opening(app, doctree, docname):
    """After the numbers and links of all pages are known."""
    number = chapter_of(docname)
    title = doctree.next_node(nodes.title)
    if number is None or title is None:
        return
    line = nodes.paragraph("", "", classes=["facts-line", "chapter-facts"])
    for part in parts(app, docname, number):
        line += [nodes.Text(" · ")] if line.children else []
        line += part
    title.parent.insert(title.parent.index(title) + 1, line)


def parts(app, docname, number):
    key, root, env = f"ch{number:02d}", app.config.termwise_root, app.env
    yield [nodes.Text(times(root, docname))]
    chapter = chapters(root).get(key)
    if chapter is None:
        yield [nodes.Text("needs TypeScript and school calculus")]
        return
    if chapter["requires"]:
        word = "chapters" if len(chapter["requires"]) > 1 else "chapter"
        links = [link(app, docname, need) for need in chapter["requires"]]
        yield [nodes.Text(f"builds on {word} "), *between(links)]
    count = sum(term["chapter"] == key for term in terms(root).values())
    yield [nodes.Text(f"{count} terms")]
    exercises = sum(exercise["id"].startswith(f"E{number:02d}.") for exercise in env.termwise_exercises)
    if exercises:
        yield [nodes.Text(f"{exercises} exercise{'s' if exercises > 1 else ''}")]


def link(app, docname, need):
    """The number of a chapter; a link once that chapter is part of the book."""
    text = nodes.Text(str(int(need[2:])))
    document = next((name for name in sorted(app.env.found_docs) if name.startswith(f"{need}-")), None)
    if document is None:
        return text
    uri = app.builder.get_relative_uri(docname, document)
    title = chapters(app.config.termwise_root)[need]["title"]
    return nodes.reference("", "", text, refuri=uri, internal=True, reftitle=title)


def between(links):
    found = []
    for i, one in enumerate(links):
        found += [nodes.Text(" and " if i == len(links) - 1 else ", "), one] if i else [one]
    return found


def setup(app):
    app.connect("doctree-resolved", opening)
