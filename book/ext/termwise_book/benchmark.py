"""{bench-facts}, {bench-plot} and {bench-table} GROUP: what `npm run bench` recorded in book/data/bench.json."""

import json
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .bench_plot import plot
from .prose import escape, raw

DATA = "book/data/bench.json"
GROUPS = {
    "products": ("matmul",),
    "numbers": ("exp", "tanh", "gelu", "softmax"),
    "sums": ("sum",),
    "convolutions": ("conv",),
    "training": ("mlp", "lenet", "lstm", "block"),
    "small": ("add",),
    "reference": ("reference",),
}
MODES = {"default": "default", "relaxed": "relaxed", "reference": "plain loops"}


def read(directive):
    """The record, or None before the first run."""
    path = Path(directive.config.termwise_root) / DATA
    directive.env.note_dependency(str(path))
    return json.loads(path.read_text("utf8")) if path.exists() else None


def group_of(key):
    return next((name for name, starts in GROUPS.items() if key.split("-")[0] in starts), "rest")


class Facts(SphinxDirective):
    """Machine, date and peers."""

    def run(self):
        data = read(self)
        if data is None:
            return [nodes.paragraph("", "Nothing has been measured yet.")]
        machine = data.get("machine", {})
        system = machine.get("system", "unknown").capitalize()
        where = f"{machine.get('processor', 'an unknown processor')}, {machine.get('cores', '?')} cores, {system}"
        text = f"Measured on {data.get('date', 'an unknown day')} on {where}, Node {machine.get('node', '?').lstrip('v')}. "
        peers = data.get("peers", {})
        measured = [title for name, title in peers.items() if any(name in row["ratios"] for row in data["rows"])]
        unmeasured = [title for title in peers.values() if title not in measured]
        text += f"Compared with {', '.join(measured)}."
        text += f" Not measured: {', '.join(unmeasured)}." if unmeasured else ""
        return [nodes.paragraph("", text), *[nodes.paragraph("", note) for note in data.get("notes", [])]]


class Table(SphinxDirective):
    """The rows of one group, both modes of each; `rest` holds what no other group takes, and is mostly empty."""

    required_arguments = 1

    def run(self):
        data = read(self)
        group = self.arguments[0]
        if data is None or group not in [*GROUPS, "rest"]:
            return []
        rows = [row for row in data["rows"] if group_of(row["id"]) == group]
        missing = [row for row in data.get("notYet", []) if group_of(row["id"]) == group]
        return [raw(table(rows, missing, list(data.get("peers", {}))))] if rows or missing else []


def table(rows, missing, peers):
    """A column a peer that was measured on some row of the group."""
    peers = [name for name in peers if any(name in row["ratios"] for row in rows)]
    share = any(row.get("share") is not None for row in rows)
    titles = ["Row", "Mode", *(["Share of the limit"] if share else []), *peers]
    head = "".join(f"<th scope='col'>{escape(title)}</th>" for title in titles)
    body = "".join(line(row, rows, peers, share) for row in rows)
    for row in missing:
        width = len(titles) - 1
        body += f"<tr><th scope='row'>{escape(row['title'])}</th><td colspan='{width}'>not measured</td></tr>"
    return f"<div class='scrolls'><table class='measures'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def line(row, rows, peers, share):
    same = [other for other in rows if other["id"] == row["id"]]
    title = f"<th scope='rowgroup' rowspan='{len(same)}'>{escape(row['title'])}</th>" if same[0] is row else ""
    part = f"{row['share']:.0%}".replace("%", " %") if row.get("share") is not None else "–"
    cells = [MODES.get(row["mode"], row["mode"]), *([part] if share else []), *(times(row, name) for name in peers)]
    return f"<tr>{title}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def times(row, peer):
    value = row["ratios"].get(peer)
    return "–" if value is None else f"{figure(value)} ×"


def figure(value):
    """Two significant digits, three from 100 up."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.0f}" if value >= 9.95 else f"{value:.2g}" if value < 1 else f"{value:.1f}"


class Plot(SphinxDirective):
    def run(self):
        data = read(self)
        if data is None:
            return []
        return [nodes.raw("", plot(data), format="html")]


def setup(app):
    app.add_directive("bench-facts", Facts)
    app.add_directive("bench-table", Table)
    app.add_directive("bench-plot", Plot)
