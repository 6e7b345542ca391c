"""{exercise} E05.4 in a chapter points to the exercise's page; {exercise-page} is that page."""

import re
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .glossary import running, terms
from .prose import link, words

TIERS = {"core": "core", "stretch": "stretch", "challenge": "challenge"}


def read(root):
    """All exercises of the course, in order of their ids: front matter, statement, folder."""
    found = []
    for path in sorted(Path(root).glob("exercises/ch*/*/exercise.md")):
        _, head, body = path.read_text("utf8").split("---\n", 2)
        found.append({**yaml.safe_load(head), "body": body.strip(), "folder": path.parent})
    return sorted(found, key=lambda exercise: exercise["id"])


class Exercise(SphinxDirective):
    """A card at the place of a chapter where the reader can first do the exercise."""

    required_arguments = 1
    has_content = True

    def run(self):
        key = self.arguments[0]
        found = next((e for e in self.env.termwise_exercises if e["id"] == key), None)
        if found is None:
            raise self.error(f"no exercise {key!r} in exercises/")
        label = f"exercise-{key.lower()}"
        name = link(label, nodes.Text(found["title"]), docname=self.env.docname)
        title = nodes.paragraph(
            "", "", nodes.inline("", f"Exercise {key}"), nodes.Text(" "), name, classes=["card-title"]
        )
        facts = nodes.paragraph("", f"{found['tier'].capitalize()} · {found['points']} points", classes=["facts-line"])
        box = nodes.container("", title, facts, classes=["exercise-card"])
        if self.content:
            self.state.nested_parse(self.content, self.content_offset, box)
        else:
            box += nodes.paragraph("", "", *words(lead(found["body"])))
        return [box]


def lead(body):
    """The first paragraph of the statement, without its markup."""
    return re.sub(r"[*`]", "", body.split("\n\n")[0].replace("\n", " "))


class ExerciseFacts(SphinxDirective):
    """The line under the title of an exercise page: tier, points, where it belongs, the terms it trains."""

    required_arguments = 1

    def run(self):
        found = next(e for e in self.env.termwise_exercises if e["id"] == self.arguments[0])
        known = terms(self.config.termwise_root)
        line = nodes.paragraph("", "", classes=["facts-line"])
        line += nodes.Text(f"{found['tier'].capitalize()} · {found['points']} points · trains ")
        for i, key in enumerate(found["terms"]):
            line += [nodes.Text(", ")] if i else []
            line += link(f"term-{key}", nodes.Text(running(known[key]["title"])), docname=self.env.docname)
        return [line]


def remember(app):
    app.env.termwise_exercises = read(app.config.termwise_root)


def setup(app):
    app.add_directive("exercise", Exercise)
    app.add_directive("exercise-facts", ExerciseFacts)
    app.connect("builder-inited", remember)
