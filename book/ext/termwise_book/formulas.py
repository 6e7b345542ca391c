"""KaTeX at build time: pages carry finished HTML and MathML and no script for mathematics."""

import atexit
import html
import json
import re
import subprocess
from pathlib import Path

from docutils import nodes
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

log = logging.getLogger(__name__)
LONG = 36  # characters of TeX from which a formula in a line of text may be broken


class Katex:
    """One Node process, asked line by line; every formula is rendered once."""

    def __init__(self, root):
        self.root, self.process, self.known = root, None, {}

    def ask(self, tex, display):
        if self.process is None:
            script = str(Path(__file__).with_name("katex-server.mjs"))
            self.process = subprocess.Popen(
                ["node", script, self.root], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf8"
            )
            atexit.register(self.process.terminate)
        self.process.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def render(self, tex, display, where):
        key = (tex, display)
        if key not in self.known:
            answer = self.ask(tex, display)
            if "error" in answer:
                log.warning("formula: %s in %r", answer["error"], tex, location=where, type="katex")
                answer["html"] = f"<code>{html.escape(tex)}</code>"
            # KaTeX gives \lambda_\max a third child in MathML (an invisible operator), which is not valid there
            made = re.sub(r"<mo>\u2061</mo>(?=</m(?:sub|sup|subsup|under|over|underover)>)", "", answer["html"])
            # nothing in a page reads the formula's source: it is a thirtieth of a chapter's weight
            self.known[key] = re.sub(r"</?semantics>|<annotation\b.*?</annotation>", "", made, flags=re.S)
        return self.known[key]


def inline(self, node):
    tex = node.astext()
    found = katex(self.builder.app).render(tex, False, node)
    kind = "math long" if len(tex) > LONG else "math"
    self.body.append(f'<span class="{kind}">{found}{html.escape(node.get("after", ""))}</span>')
    raise nodes.SkipNode


def aligned(tex):
    """Sphinx's own rule: paragraphs are rows, and a row with line breaks is aligned."""
    rows = [row for row in tex.split("\n\n") if row.strip()]
    if r"\begin" in tex or (len(rows) < 2 and r"\\" not in tex):
        return tex
    return (
        r"\begin{gathered}" + r" \\ ".join(r"\begin{aligned}%s\end{aligned}" % row for row in rows) + r"\end{gathered}"
    )


def block(self, node):
    tex = node.astext() if node.get("no-wrap", node.get("nowrap")) else aligned(node.astext())
    self.body.append(self.starttag(node, "div", CLASS="math formula"))
    tex = re.sub(r"\\qquad(?![a-zA-Z])", r"\\qquad\\allowbreak ", tex)  # where it is broken on a narrow page
    self.body.append(katex(self.builder.app).render(tex, True, node))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append("</div>\n")
    raise nodes.SkipNode


def keep_punctuation(app, doctree, docname):
    """A full stop after a formula stays on its line: browsers would break between the two."""
    for node in doctree.findall(nodes.math):
        follows = node.next_node(descend=False, siblings=True)
        match = re.match(r"[.,;:!?)\]’”…%–]+", follows) if isinstance(follows, nodes.Text) else None
        if match:
            node["after"] = match[0]
            follows.parent.replace(follows, nodes.Text(follows[match.end() :]))


def katex(app):
    if not hasattr(app, "termwise_katex"):
        app.termwise_katex = Katex(app.config.termwise_root)
    return app.termwise_katex


def setup(app):
    app.connect("doctree-resolved", keep_punctuation)
    app.add_html_math_renderer("katex_static", (inline, None), (block, None))
