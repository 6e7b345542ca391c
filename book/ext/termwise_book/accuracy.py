"""{accuracy-table}: how far every operation is from PyTorch's float64, from book/data/accuracy.json."""

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .prose import escape, raw

DATA = "book/data/accuracy.json"
NAMES = {"wasm with relaxed SIMD": "wasm, relaxed"}
OPTIONS = {  # operations that are a function with an option, under a name of their own
    "geluTanh": ("gelu", "by tanh"),
    "leakyReluSlope": ("leakyRelu", "slope 0.3"),
    "eluAlpha": ("elu", "alpha 0.5"),
    "sortPositions": ("sort", "positions"),
    "topkPositions": ("topk", "positions"),
    "smoothedCrossEntropy": ("softCrossEntropy", "smoothed labels"),
    "runningStatistics": ("batchNorm", "running statistics"),
}


class AccuracyTable(SphinxDirective):
    def run(self):
        root = Path(self.config.termwise_root)
        self.env.note_dependency(str(root / DATA))
        return [raw(table(json.loads((root / DATA).read_text("utf8")), places(root), areas(root)))]


class AccuracyFacts(SphinxDirective):
    """What the table rests on, and its worst line on each backend."""

    def run(self):
        path = Path(self.config.termwise_root) / DATA
        self.env.note_dependency(str(path))
        data = json.loads(path.read_text("utf8"))
        cases = sum(line["cases"] for line in data["operations"].values())
        lead = f"{cases} cases of {len(data['operations'])} operations, against PyTorch {data['torch']}. The worst: "
        found = [nodes.Text(lead)]
        for i, name in enumerate(data["backends"]):
            op, line = max(data["operations"].items(), key=lambda item: worst(item[1]["errors"][name]))
            found += [
                nodes.Text(f"{'; ' if i else ''}{NAMES.get(name, name)} "),
                raw(power(worst(line["errors"][name]))),
            ]
            found += [nodes.Text(" in "), nodes.literal("", op)]
        return [nodes.paragraph("", "", *found, nodes.Text("."))]


def worst(pair):
    return max(value for value in pair if value is not None)


def places(root):
    """Name of a function → its section in the reference."""
    found = {}
    for path in (root / "build/book-api").glob("*.md"):
        for label, name in re.findall(r"^\((api-[a-z0-9]+)\)=\n## (\w+)$", path.read_text("utf8"), re.M):
            found[name] = f"api/{path.stem}.html#{label}"
    return found


def areas(root):
    """The pages of the reference in their order: file name → title."""
    text = (root / "book/api/areas.ts").read_text("utf8")
    return dict(re.findall(r'id: "(\w[\w-]*)",\s*title: "([^"]+)"', text))


def grouped(operations, known, titles):
    """Operations by the page of the reference that their function stands on, in the order of the pages."""
    groups = {title: {} for title in titles.values()}
    for op, line in operations.items():
        place = known.get(OPTIONS.get(op, (op, None))[0], "")
        page = re.match(r"api/([\w-]+)\.html", place)
        title = titles.get(page[1], "Others") if page else "Others"
        groups.setdefault(title, {})[op] = line
    return {title: lines for title, lines in groups.items() if lines}


def table(data, known, titles):
    backends = data["backends"]
    above = "".join(f"<th scope='colgroup' colspan='2'>{escape(NAMES.get(name, name))}</th>" for name in backends)
    below = "<th scope='col'>values</th><th scope='col'>gradients</th>" * len(backends)
    head = f"<tr><th scope='col' rowspan='2'>Operation</th><th scope='col' rowspan='2'>Cases</th>{above}</tr><tr>{below}</tr>"
    body = ""
    for title, lines in grouped(data["operations"], known, titles).items():
        group = f"<tr><th scope='rowgroup' colspan='{2 + 2 * len(backends)}'>{escape(title)}</th></tr>"
        rows = "".join(row(op, line, backends, known) for op, line in sorted(lines.items()))
        body += f"<tbody>{group}{rows}</tbody>"
    return f"<div class='scrolls'><table class='measures'><thead>{head}</thead>{body}</table></div>"


def row(op, line, backends, known):
    cells = [f"<td>{power(value)}</td>" for name in backends for value in line["errors"].get(name, [None, None])]
    return f"<tr><th scope='row'>{named(op, known)}</th><td>{line['cases']}</td>{''.join(cells)}</tr>"


def named(op, known):
    """A link to the function; where the operation is one with an option, that stands beside it."""
    name, option = OPTIONS.get(op, (op, ""))
    link = f"<a href='{known[name]}'><code>{name}</code></a>" if name in known else f"<code>{escape(name)}</code>"
    return f"{link}, {escape(option)}" if option else link


def power(value):
    """6.1e-7 → 6.1 × 10⁻⁷."""
    if value is None:
        return "–"
    if value == 0:
        return "exact"
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits}\u202f×\u202f10<sup>−{-int(exponent)}</sup>"


def setup(app):
    app.add_directive("accuracy-table", AccuracyTable)
    app.add_directive("accuracy-facts", AccuracyFacts)
