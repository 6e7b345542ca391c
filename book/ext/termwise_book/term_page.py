"""{term-page} softmax: everything the book knows about one term, on a page of its own."""

import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from . import references
from .connections import connections
from .figures import figure
from .glossary import shown, terms
from .prose import bullet, chinese, escape, indexed, link, paragraph, raw, section, words


class TermPage(SphinxDirective):
    """Definition, formula, code, picture, mistake, Chinese, then where it stands in the course."""

    required_arguments = 1

    def run(self):
        key, root = self.arguments[0], self.config.termwise_root
        for name in ("glossary.yaml", "glossary-zh.yaml", "built.yaml"):
            self.env.note_dependency(f"{root}/chapters/{name}")
        term = terms(root)[key]
        return [
            raw(head(term)),
            paragraph(term["definition"], "definition"),
            *self.formula(term),
            *self.picture(key),
            *self.code(key),
            mistake(term),
            in_chinese(term),
            connections(term_id=key, kind="places"),
            *self.references(term),
            connections(term_id=key, kind="margin"),
        ]

    def formula(self, term):
        if not term.get("formula"):
            return []
        body = [nodes.math_block("", term["formula"], number=None, label=None, nowrap=False, docname=self.env.docname)]
        if term.get("symbols"):
            body.append(symbol_list(term["symbols"]))
        return [section("Formula", "formula", *body)]

    def code(self, key):
        """Signature, an example with what it gives (the library's tests run it), the definition folded."""
        root = Path(self.config.termwise_root)
        names = shown(str(root))["built"].get(key, [])
        if not names:
            return []
        file = root / "build" / "book-api" / "names.json"
        self.env.note_dependency(str(file))
        known = json.loads(file.read_text("utf8"))
        missing = [name for name in names if name not in known]
        if missing:
            raise self.error(f"chapters/built.yaml: {key}: the library has no {', '.join(missing)}")
        first = known[names[0]]
        parts = [nodes.literal_block("", code, language="typescript") for code in (listing(first),) if code]
        if 3 <= first["source"].count("\n") + 1 <= 24:
            fold = f"<details class='api-code'><summary>How it is written, in <code>lib/src/{escape(first['file'])}</code></summary>"
            parts += [raw(fold), nodes.literal_block("", first["source"], language="typescript"), raw("</details>")]
        line = nodes.paragraph("", "In the library: ")
        for i, name in enumerate(names):
            line += [nodes.Text(", ")] if i else []
            line += link(known[name]["label"], nodes.literal("", name), docname=self.env.docname)
        line += nodes.Text(".")
        return [section("In code", "in-code", *parts, line)]

    def picture(self, key):
        """A figure of a chapter, as that chapter drew it, with the way back to it."""
        found = shown(self.config.termwise_root)["pictures"].get(key)
        if not found:
            return []
        chapter, name = found
        path = Path(self.env.srcdir) / f"{chapter}.ipynb"
        self.env.note_dependency(str(path))
        for cell in json.loads(path.read_text("utf8"))["cells"] if path.exists() else []:
            about = cell["metadata"].get("mystnb", {}).get("figure", {})
            if about.get("name") != name:
                continue
            bundle = next(output["data"] for output in cell["outputs"] if "image/svg+xml" in output.get("data", {}))
            still = {kind: data for kind, data in bundle.items() if kind in ("image/svg+xml", "text/plain")}
            caption, messages = self.state.inline_text(about["caption"], self.lineno)
            where = link(name, nodes.Text("From the chapter"), docname=self.env.docname)
            text = nodes.paragraph("", "", *caption, nodes.Text(" "), where, nodes.Text("."))
            parts = [
                raw("<figure>"),
                raw(figure(still, "p-")),
                raw("<figcaption>"),
                text,
                raw("</figcaption></figure>"),
            ]
            return [nodes.container("", *parts, *messages, classes=["term-picture"])]
        raise self.error(f"chapters/built.yaml: {key}: {chapter} has no figure {name!r}")

    def references(self, term):
        entries = [references.entry(self.config.termwise_root, key) for key in term["references"]]
        return (
            [section("References", "references", bullet([[raw(entry)] for entry in entries], "works"))]
            if entries
            else []
        )


def head(term):
    note = f' <span class="note">{escape(term["note"])}</span>' if term["note"] else ""
    aliases = [escape(alias) for alias in term["aliases"] if alias not in (term["en"], term["title"], term["note"])]
    also = f'<p class="also">Also: {", ".join(aliases)}</p>' if aliases else ""
    return f'<p class="zh-name"><span lang="zh-Hans">{escape(term["name"])}</span>{note}</p>{also}'


def listing(name):
    example = name["example"]
    return f"{name['signature']}\n\n{example}" if example else name["signature"]


def mistake(term):
    english = nodes.paragraph("", "", *indexed(term["pitfall_en"]))
    return section("A common mistake", "common-mistake", english, classes=["mistake"])


def in_chinese(term):
    parts = [nodes.paragraph("", "", chinese(term["definition_zh"]), classes=["definition-zh"])]
    parts.append(nodes.paragraph("", "", chinese("常见误区：" + term["pitfall_zh"]), classes=["mistake-zh"]))
    if term["also"]:
        parts.append(nodes.paragraph("", "", chinese("也称：" + "、".join(term["also"])), classes=["also"]))
    return section(nodes.title("", "", chinese("中文")), "zh", *parts)


def symbol_list(text):
    """`$a$: one; $b$: two.` → a list, one symbol a line."""
    parts = [part.strip() for part in text.strip().rstrip(".").split(";")]
    return bullet([words(part) for part in parts], "symbols")


def setup(app):
    app.add_directive("term-page", TermPage)
