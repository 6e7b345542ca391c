"""{exercise} E05.4 in a chapter points to the exercise's page; on it, {exercise-work} is the answer and its check,
{exercise-solution} the solution with its reason, {lab-picture} and {choice} belong to debugging labs."""

import html
import re
from pathlib import Path

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .boxes import folded
from .figures import svg
from .glossary import running, terms
from .prose import link, raw, words

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
        self.env.note_dependency(str(found["folder"] / "exercise.md"))
        label = f"exercise-{key.lower()}"
        name = link(label, nodes.Text(found["title"]), docname=self.env.docname)
        kind = "Lab" if "fault" in found else "Exercise"
        title = nodes.paragraph(
            "", "", nodes.inline("", f"{kind} {key}"), nodes.Text(" "), name, classes=["card-title"]
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


class ExerciseWork(SphinxDirective):
    """The stub, which scripts make an editor with a Check button; without them it is a listing."""

    required_arguments = 1

    def run(self):
        found = next(e for e in self.env.termwise_exercises if e["id"] == self.arguments[0])
        path = found["folder"] / "stub.ts"
        self.env.note_dependency(str(path))
        facts = {
            "exercise": found["id"],
            "title": found["title"],
            "points": found["points"],
            "folder": f"work/exercises/{found['folder'].parent.name}/{found['folder'].name}",
        }
        data = " ".join(f'data-{name}="{html.escape(str(value), quote=True)}"' for name, value in facts.items())
        return [raw(f'<div class="exercise-work" {data}>'), listing(path.read_text("utf8")), raw("</div>")]


class ExerciseSolution(SphinxDirective):
    """The solution, folded: first its comments, which say why, then its code."""

    required_arguments = 1

    def run(self):
        found = next(e for e in self.env.termwise_exercises if e["id"] == self.arguments[0])
        path = solution_of(found)
        self.env.note_dependency(str(path))
        why, code = reasons(path.read_text("utf8"))
        box = folded(summary="A solution, and why", kind="solution")
        box += [nodes.paragraph("", "", *words(text)) for text in why]
        box += listing(code)
        return [box]


def solution_of(found):
    return found["folder"].parents[2] / "solutions" / found["folder"].parent.name / f"{found['folder'].name}.ts"


def reasons(source):
    """The comments before what a solution exports, as paragraphs, and the code without them and without the stub's types."""
    source = re.sub(r'^import type .*stub\.ts";\n', "", source, flags=re.M)
    comments = re.findall(r"^/\*\*(.*?)\*/\n", source, flags=re.M | re.S)
    why = [re.sub(r"\s*\n\s*\*?\s*", " ", text).strip() for text in comments]
    return why, re.sub(r"^/\*\*.*?\*/\n", "", source, flags=re.M | re.S)


def listing(code):
    block = nodes.literal_block(code.strip(), code.strip())
    block["language"] = "typescript"
    return block


class LabPicture(SphinxDirective):
    """{lab-picture} ch07/lab-x/curves — a picture of a lab's run, inline, so that it follows the colours of the page."""

    required_arguments = 1
    option_spec = {"alt": str}

    def run(self):
        path = Path(self.config.termwise_root) / "exercises" / f"{self.arguments[0]}.svg"
        self.env.note_dependency(str(path))
        bundle = {"image/svg+xml": path.read_text("utf8")}
        drawing = svg(bundle, f"{path.stem}-", self.options["alt"])
        return [raw(f'<figure class="lab-picture"><div class="picture">{drawing}</div></figure>')]


class Choice(SphinxDirective):
    """:::{choice} rate too high — one of a lab's faults; opened, it says which probe speaks for it or against it."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self):
        text = "\n".join(self.content)
        box = folded(summary=self.arguments[0], kind="choice right" if text.startswith("Yes.") else "choice other")
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def remember(app):
    app.env.termwise_exercises = read(app.config.termwise_root)


def setup(app):
    app.add_directive("exercise", Exercise)
    app.add_directive("exercise-facts", ExerciseFacts)
    app.add_directive("exercise-work", ExerciseWork)
    app.add_directive("exercise-solution", ExerciseSolution)
    app.add_directive("lab-picture", LabPicture)
    app.add_directive("choice", Choice)
    app.connect("builder-inited", remember)
