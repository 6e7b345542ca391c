"""The benchmark as a picture: a line a row, a panel a library, ratios on a logarithmic axis."""

import math

from .figures import svg
from .prose import escape

PEERS = ["tfjs-wasm", "jax-js", "onnxruntime-web"]  # those that, like ours, compute in WebAssembly
WIDTH, LEFT, TOP, LINE, GAP = 698, 304, 46, 21, 12
LOWEST, HIGHEST = 0.4, 400


def plot(data):
    """A figure with its text alternative, which tells the extremes."""
    lines = lines_of(data)
    peers = [name for name in PEERS if any(name in modes.get(mode, {}) for _, modes in lines for mode in modes)]
    if not peers:
        return ""
    height = TOP + LINE * len(lines) + 8
    panel = (WIDTH - LEFT - GAP * (len(peers) - 1)) / len(peers)
    body = "".join(
        f'<text x="{LEFT - 10}" y="{TOP + LINE * (k + 0.5) + 4.5:.1f}" text-anchor="end">{escape(title)}</text>'
        for k, (title, _) in enumerate(lines)
    )
    for i, peer in enumerate(peers):
        body += drawn(peer, lines, LEFT + i * (panel + GAP), panel, height)
    source = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-size="13.5" fill="currentColor">{body}</svg>'
    )
    return f'<div class="picture">{svg({"image/svg+xml": source}, "bench-", told(lines, peers))}</div>'


def lines_of(data):
    """[(title, { mode: ratios })] in the order of the record; what was not measured has no modes."""
    found = {}
    for row in data["rows"]:
        if row["mode"] in ("default", "relaxed"):
            found.setdefault(row["id"], (row["title"], {}))[1][row["mode"]] = row["ratios"]
    return [*found.values(), *((row["title"], {}) for row in data.get("notYet", []))]


def drawn(peer, lines, left, width, height):
    def x(ratio):
        part = math.log(min(max(ratio, LOWEST), HIGHEST) / LOWEST) / math.log(HIGHEST / LOWEST)
        return left + width * part

    found = f'<text x="{left}" y="14" font-weight="600">{escape(peer)}</text>'
    for tick in (1, 10, 100):
        strong = 1 if tick == 1 else 0.25
        found += f'<path d="M{x(tick):.1f} {TOP - 4}V{height}" stroke="currentColor" stroke-opacity="{strong}"/>'
        found += f'<text x="{x(tick):.1f}" y="{TOP - 10}" text-anchor="middle" fill-opacity="0.8">{tick} ×</text>'
    for k, (_, modes) in enumerate(lines):
        y = TOP + LINE * (k + 0.5)
        values = [modes[mode][peer] for mode in ("default", "relaxed") if peer in modes.get(mode, {})]
        if not values:
            found += f'<text x="{x(1) + 6:.1f}" y="{y + 4.5:.1f}" fill-opacity="0.75">{"not measured" if not modes else "–"}</text>'
            continue
        found += f'<path d="M{x(1):.1f} {y}H{x(values[0]):.1f}" stroke="currentColor" stroke-opacity="0.4"/>'
        if len(values) > 1:
            found += f'<circle cx="{x(values[1]):.1f}" cy="{y}" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4"/>'
        found += f'<circle cx="{x(values[0]):.1f}" cy="{y}" r="3"/>'
    return found


def told(lines, peers):
    """The picture in words."""
    parts = []
    for peer in peers:
        found = [(modes["default"][peer], title) for title, modes in lines if peer in modes.get("default", {})]
        if found:
            (low, lowest), (high, highest) = min(found), max(found)
            parts.append(f"{peer} from {low:g} times ({lowest}) to {high:g} times ({highest})")
    return "How many times faster Termwise is than " + "; ".join(parts) + ". All numbers are in the tables below."
