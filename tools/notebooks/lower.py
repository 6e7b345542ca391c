"""Lowers MyST to the Markdown that JupyterLab shows well without any extension. What needs no change keeps every byte."""

from __future__ import annotations

import base64
import html
import mimetypes
import re
from pathlib import Path

from . import asked
from .course import Course
from .myst import (
    Directive,
    SourceError,
    directive,
    line_offsets,
    located,
    parse,
    spans,
    splice,
)
from .names import running, split

BOXES = {
    "note": "Note", "tip": "Tip", "hint": "Hint", "important": "Important", "warning": "Warning", "caution": "Caution",
    "danger": "Danger", "attention": "Attention", "seealso": "See also", "admonition": "", "margin": "",
    "common-mistake": "A common mistake",
}  # fmt: skip
FOLDED = {"hint"}


class Lower:
    """Lowers the texts of one chapter. `attachments` collects the images of the text that was lowered last."""

    def __init__(self, course: Course, stem: str, folder: Path) -> None:
        self.course, self.stem, self.folder = course, stem, folder
        self.bibliography = course.bibliography.for_chapter()
        self.attachments: dict[str, dict[str, str]] = {}
        self.quiz = False

    def cell(self, text: str, row: int) -> tuple[str, dict]:
        """A whole cell: its text, and its images as attachments, so that a copy of the notebook is complete."""
        self.attachments = {}
        return self.text(text, row), self.attachments

    def text(self, text: str, row: int = 0, *, quoted: bool = False) -> str:
        tokens, at = parse(text), line_offsets(text)
        edits = []
        for span in spans(text, tokens):
            with located(row + span.row):
                edits.append((span.start, span.end, self.role(span.token.meta["name"], span.token.content)))
        for span in spans(text, tokens, "image"):
            with located(row + span.row):
                edits.append((span.start, span.end, self.image(span.token.attrs["src"], span.token.content)))
        for token in tokens:
            with located(row + token.map[0] if token.map else row):
                _refuse_links(token)
                if token.map and (new := self.block(token, row, quoted)) is not None:
                    start, end = at[token.map[0]], at[token.map[1]] - 1
                    edits.append((start, end + (new == "" and end < len(text)), new))
        return re.sub(r"\n{3,}", "\n\n", splice(text, edits)).strip("\n") if edits else text

    def block(self, token, row: int, quoted: bool) -> str | None:
        """The replacement of a block; None leaves it as it is."""
        if token.type in ("myst_target", "myst_line_comment"):
            return ""
        if token.type in ("math_block", "math_block_label"):
            label = token.info if token.type == "math_block_label" else None
            return self.formula(token.content, label) if quoted or label or token.level else None
        found = directive(token)
        if not found:
            return None
        if token.level:
            raise SourceError(f"{{{found.name}}} stands inside a list or a quotation; put it at the top level")
        return self.directive(found, row + token.map[0] + found.body_row)

    def role(self, name: str, content: str) -> str:
        match = re.fullmatch(r"(.*?)\s*<([^<>]+)>", content, re.DOTALL)
        text, key = (match[1], match[2]) if match else (None, content)
        if name == "lit":
            return content
        if name == "kbd":
            return f"<kbd>{html.escape(content)}</kbd>"
        if name == "term":
            term = self.course.term(key)
            return f"**{_hover(text or running(split(term.english)[0]), f'{term.chinese} · {term.short}')}**"
        if name == "numref":
            label = self.numbered(key)
            return (text or f"{label.kind} %s").replace("%s", label.number).replace("{number}", label.number)
        if name == "eq":
            return f"({self.numbered(key).number})"
        if name == "ref":
            return self.reference(key, text)
        if name == "doc":
            return f"[{text or key}]({Path(key).stem}.ipynb)"
        if name == "cite:p":
            return self.bibliography.parenthetical(content)
        if name == "cite:t":
            return self.bibliography.textual(content)
        raise SourceError(
            f"the role {{{name}}} has no form in a notebook; use another, or teach tools/notebooks/lower.py"
        )

    def numbered(self, key: str):
        label = self.course.label(key)
        if not label.number:
            raise SourceError(f"the label {key!r} is a heading and has no number; use {{ref}}")
        return label

    def reference(self, key: str, text: str | None) -> str:
        label = self.course.label(key)
        if label.number:
            return text or f"{label.kind} {label.number}"
        title = text or self.text(label.title)
        place = "" if label.stem == self.stem and label.anchor else f"{label.stem}.ipynb"
        return f"[{title}]({place}{f'#{label.anchor}' if label.anchor else ''})"

    def directive(self, found: Directive, row: int) -> str:
        name, argument, options, body = found.name, found.argument, found.options, found.body
        if name == "term-card":
            term = self.course.term(argument)
            return _quote(f"**{term.english}** · {term.chinese}\n\n{self.text(body, row, quoted=True)}")
        if name == "terms-of-chapter":
            return self.terms_of_chapter()
        if name == "exercise":
            return self.exercise(argument, body, row)
        if name in asked.DIRECTIVES:
            return asked.lowered(self, found, row, _quote)
        if name in BOXES:
            title = self.text(argument, row).replace("**", "") or BOXES[name]  # it stands in bold already
            if name in FOLDED or "dropdown" in options.get("class", ""):
                summary = f"<summary>{html.escape(argument or BOXES[name])}</summary>"
                return f"<details>\n{summary}\n\n{self.text(body, row)}\n\n</details>"
            return _quote((f"**{title}**\n\n" if title else "") + self.text(body, row, quoted=True))
        if name == "code-block":
            caption = (
                f"{self.caption('Listing', options.get('name'), options['caption'], row)}\n\n"
                if "caption" in options
                else ""
            )
            return f"{caption}```{argument}\n{body}\n```"
        if name == "math":
            return self.formula(body, options.get("label"))
        if name == "figure":
            return f"{self.image(argument, options.get('alt', ''))}\n\n{self.caption('Figure', options.get('name'), body, row)}"
        if name == "table":
            return f"{self.caption('Table', options.get('name'), argument, row)}\n\n{self.text(body, row)}"
        if name == "bibliography":
            return self.bibliography.list()
        raise SourceError(
            f"the directive {{{name}}} has no form in a notebook; use another, or teach tools/notebooks/lower.py"
        )

    def terms_of_chapter(self) -> str:
        """A table of the terms whose home this chapter is, in the order of the course."""
        own = [term for term in self.course.terms.values() if term.chapter and self.stem.startswith(f"{term.chapter}-")]
        if not own:
            raise SourceError("no term of the glossary has its home in this chapter")
        cell = lambda text: re.sub(r"\s+", " ", text).replace("|", r"\|")
        rows = [f"| **{cell(split(term.english)[0])}** | {cell(term.chinese)} | {cell(term.short)} |" for term in own]
        return "\n".join(["| Term | 中文 | In one line |", "|---|---|---|", *rows])

    def in_quiz(self, body: str, row: int) -> str:
        """Questions of a quiz have to say where their answer is."""
        self.quiz = True
        try:
            return self.text(body, row)
        finally:
            self.quiz = False

    def exercise(self, key: str, body: str, row: int) -> str:
        found = self.course.exercise(key)
        head = f"**Exercise {found.id} · {found.title}** ({found.tier}, {found.points} points)"
        text = self.text(body, row, quoted=True) if body else found.lead
        return _quote(f"{head}\n\n{text}\n\nSolve it in [{found.notebook.split('#')[0]}]({found.notebook}).")

    def formula(self, tex: str, label: str | None) -> str:
        """On one line: in a quotation the second line of a formula would swallow the quotation mark."""
        tag = rf" \tag{{{self.numbered(label).number}}}" if label else ""
        return f"$${' '.join(tex.split())}{tag}$$"

    def caption(self, kind: str, name: str | None, text: str, row: int = 0) -> str:
        """Bold "Figure 7.1." and the text. Only what has a name can be looked up."""
        if not name:
            raise SourceError(f"a caption needs a name: write :name: {kind.lower()[:3]}-…", row)
        return f"**{kind} {self.numbered(name).number}.** {self.text(text, row)}"

    def image(self, place: str, alt: str) -> str:
        if not alt.strip():
            raise SourceError(f"the image {place} has no text alternative: say what it shows")
        path = (self.folder / place).resolve()
        if not path.is_relative_to(self.folder.resolve()) or not path.is_file():
            raise SourceError(f"there is no image {place} in {self.folder.name}/")
        kind = mimetypes.guess_type(path.name)[0] or "image/png"
        self.attachments[path.name] = {kind: base64.b64encode(path.read_bytes()).decode()}
        return f"![{alt}](attachment:{path.name})"


def _quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _hover(text: str, title: str) -> str:
    """A word with its definition on hover. JupyterLab looks for mathematics in attributes too."""
    title = html.escape(re.sub(r"\s+", " ", title))
    for sign in "$|*_`\\[]":
        title = title.replace(sign, f"&#{ord(sign)};")
    return f'<abbr title="{title}">{text}</abbr>'


def _refuse_links(token) -> None:
    for child in token.children or []:
        if child.type == "link_open" and re.match(
            r"#|(?!https?:).*\.(md|ipynb)(#|$)", str(child.attrs.get("href", ""))
        ):
            raise SourceError(
                f"{child.attrs['href']}: links inside the course are written {{ref}}`label` or {{doc}}`file`"
            )
