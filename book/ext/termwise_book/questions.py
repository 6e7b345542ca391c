"""{question}, {predict}, {quiz}, {before-you-read}: complete without a script, which turns them into forms.

The comments around each question let book/questions.ts take it out of the page: Today's five shows what pages show.
"""

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from tools.notebooks import questions as source
from tools.notebooks.asked import ASKS
from tools.notebooks.myst import Directive, SourceError

from .glossary import running, terms
from .prose import link


class question_box(nodes.General, nodes.Element):
    """A question, with its choices and reasons."""


class question_choices(nodes.General, nodes.Element):
    """What can be chosen; `ordered` for steps."""


class question_choice(nodes.General, nodes.Element):
    """One of them."""


class question_reasons(nodes.General, nodes.Element):
    """Folded below: which is right, and why."""


class Asked(SphinxDirective):
    has_content = True
    required_arguments = 1
    option_spec = {
        name: (lambda value: value or "")
        for name in ("kind", "terms", "about", "within", "unit", "fixed", "again", "name")
    }

    def run(self):
        body = "\n".join(self.content)
        try:
            made = source.question(Directive(self.name, self.arguments[0], self.options, body, 0))
        except SourceError as error:
            raise self.error(str(error)) from None
        node = question_box(
            "", id=made.id, kind=made.kind, terms=" ".join(made.terms), within=repr(source.tolerance(made)) if made.kind == "number" else "", unit=made.unit,
            fixed=made.fixed, again=made.again, predicts=made.predicts,
        )  # fmt: skip
        node += self.block("prompt", made.prompt)
        if note := ASKS[made.kind].strip("*").format(unit=f", in {made.unit}" if made.unit else ""):
            node += nodes.paragraph("", note, classes=["question-note"])
        if made.kind != "number":
            node += self.choices(made)
        node += self.reasons(made)
        self.remember(made, node)
        return [node]

    def block(self, name, text, row=0):
        box = nodes.container("", classes=[name])
        lines = StringList(
            text.split("\n"),
            items=[(self.state.document.current_source, self.content_offset + row)] * (text.count("\n") + 1),
        )
        self.state.nested_parse(lines, self.content_offset + row, box)
        return box

    def choices(self, made):
        found = question_choices("", kind=made.kind)
        for k, one in source.shown(made):
            item = question_choice("", of=k)
            item += self.block("choice", one.text, one.row)
            found += item
        return found

    def reasons(self, made):
        found = question_reasons("", predicts=made.predicts)
        letters = {k: source.LETTERS[place] for place, (k, _) in enumerate(source.shown(made))}
        pairs = list(enumerate(made.choices))
        if made.kind != "order":
            pairs.sort(key=lambda pair: (not pair[1].right, letters[pair[0]]))
        for k, one in pairs:
            why = nodes.container("", classes=["why"])
            why.attributes.update(
                {"of": k, "right": one.right, "value": number_text(one) if made.kind == "number" else ""}
            )
            why += self.verdict(made, k, letters[k], one)
            if one.why:
                why += self.block("because", one.why, one.why_row)
            found += as_reason(why)
        if made.after:
            found += self.block("after", made.after, made.after_row)
        found += self.more(made)
        return found

    def verdict(self, made, k, letter, one):
        """ "B is right." For a script, which shuffles, the words stand in an element of their own."""
        text = inline(self, one.text)
        if made.kind == "order":
            parts = [nodes.strong("", f"{k + 1}. "), *text]
        elif made.kind == "number":
            unit = f" {made.unit}" if made.unit and not one.text.endswith(made.unit) else ""
            after = f"{unit} is right." if one.right else f"{unit}?"
            parts = [*text, nodes.Text(after)] if one.text != source.ELSE else [nodes.Text("Another number?")]
            parts = [nodes.strong("", "", *parts)]
        else:
            parts = [nodes.strong("", f"{letter} is right." if one.right else f"Not {letter}.")]
        return nodes.paragraph("", "", *parts, classes=["verdict"])

    def more(self, made):
        """Where to read about it, and its terms."""
        known = terms(self.config.termwise_root)
        line = nodes.paragraph("", "", classes=["more"])
        if made.about:
            line += [nodes.Text("See "), section_link(made.about, self.env.docname), nodes.Text(". ")]
        elif made.again:
            line += [
                link(f"question-{made.id}", nodes.Text("Where it was asked"), docname=self.env.docname),
                nodes.Text(". "),
            ]
        else:
            line += question_section()
        line += nodes.Text("Terms: " if len(made.terms) > 1 else "Term: ")
        for i, key in enumerate(made.terms):
            if key not in known:
                raise self.error(f"no term {key!r} in the glossary")
            line += [nodes.Text(", ")] if i else []
            line += link(f"term-{key}", nodes.Text(running(known[key]["title"])), docname=self.env.docname)
        line += nodes.Text(".")
        return line

    def remember(self, made, node):
        """The label question-<id>, for those who ask again elsewhere."""
        if made.again:
            return
        label = f"question-{made.id}"
        node["ids"] = [label]
        self.env.domains.standard_domain.anonlabels[label] = (self.env.docname, label)
        self.env.domains.standard_domain.labels[label] = (self.env.docname, label, "")


class question_section(nodes.General, nodes.Inline, nodes.Element):
    """Becomes a link to the section that it stands in."""


class question_reason(nodes.General, nodes.Element):
    pass


def as_reason(box):
    found = question_reason("", of=box["of"], right=box["right"], value=box["value"])
    found += box.children
    return found


def number_text(one):
    value = source.value_of(one.text)
    return "" if value is None else repr(value)


def inline(directive, text):
    found, _ = directive.state.inline_text(text, directive.lineno)
    return found


def section_link(label, docname):
    """A reference that takes the title of the section as its text."""
    options = {"refdomain": "std", "reftype": "ref", "refexplicit": False, "refwarn": True}
    return addnodes.pending_xref("", nodes.inline(""), reftarget=label, refdoc=docname, **options)


class Quiz(SphinxDirective):
    has_content = True

    def run(self):
        box = nodes.container("", classes=["quiz"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class BeforeYouRead(SphinxDirective):
    """The questions of earlier chapters, which the compiler has put here."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        title = nodes.paragraph("", "Before you read", classes=["card-title"])
        box = nodes.container("", title, classes=["quiz", "before-you-read"])
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


def link_here(app, doctree):
    for node in list(doctree.findall(question_section)):
        section = node.parent
        while section is not None and not isinstance(section, nodes.section):
            section = section.parent
        title = section.next_node(nodes.title).astext() if section is not None else ""
        if not title or section.parent is doctree:
            node.parent.remove(node)
            continue
        target = nodes.reference("", title, refuri=f"#{section['ids'][0]}", internal=True)
        node.replace_self([nodes.Text("See "), target, nodes.Text(". ")])


def visit_asked(self, node):
    names = {name: node[name] for name in ("kind", "terms", "within", "unit") if node[name]}
    data = " ".join(f'data-{name}="{self.attval(str(value))}"' for name, value in names.items())
    flags = "".join(f" data-{name}" for name in ("fixed", "again", "predicts") if node[name])
    place = f' id="{node["ids"][0]}"' if node["ids"] else ""
    self.body.append(
        f'<!--question {node["id"]}--><div class="question"{place} data-question="{node["id"]}" {data}{flags}>\n'
    )
    if node["predicts"]:
        self.body.append('<p class="question-kind">Predict</p>\n')


def depart_asked(self, node):
    self.body.append("</div><!--/question-->\n")


def visit_choices(self, node):
    self.body.append(f'<ol class="choices {node["kind"]}">\n')


def visit_choice(self, node):
    self.body.append(f'<li data-of="{node["of"]}">')


def visit_reasons(self, node):
    summary = "I have an answer: show it" if node["predicts"] else "Show the answer"
    self.body.append(f'<details class="reasons"><summary>{summary}</summary>\n')


def visit_reason(self, node):
    value = f' data-value="{node["value"]}"' if node["value"] else ""
    right = " data-right" if node["right"] else ""
    self.body.append(f'<div class="reason" data-of="{node["of"]}"{right}{value}>\n')


def close(tag):
    return lambda self, node: self.body.append(f"</{tag}>\n")


def setup(app):
    silent = (lambda self, node: None, lambda self, node: None)
    app.add_node(question_box, html=(visit_asked, depart_asked), text=silent)
    app.add_node(question_choices, html=(visit_choices, close("ol")), text=silent)
    app.add_node(question_choice, html=(visit_choice, close("li")), text=silent)
    app.add_node(question_reasons, html=(visit_reasons, close("details")), text=silent)
    app.add_node(question_reason, html=(visit_reason, close("div")), text=silent)
    app.add_node(question_section)
    for name in source.QUESTIONS:
        app.add_directive(name, Asked)
    app.add_directive("quiz", Quiz)
    app.add_directive("before-you-read", BeforeYouRead)
    app.connect("doctree-read", link_here)
