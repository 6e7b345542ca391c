"""Outputs of cells: a figure is inline SVG that follows the colour scheme; one that moves carries its data."""

import base64
import hashlib
import html
import json
import re
import struct

from docutils import nodes

LIVE = "application/vnd.termwise.live+json"
KINDS = {"application/vnd.vegalite.v5+json": "vega", "application/vnd.plotly.v1+json": "plotly", LIVE: "figure"}
VALUE = "application/vnd.termwise.value+json"
FRAMES = ("source", "altSource", "data", "narrow")


class Figures:
    """MIME renderer of myst-nb, named in the entry points beside this package."""

    mime_priority_overrides = [
        ("*", VALUE, None),
        ("*", LIVE, None),
        *[(builder, kind, 1) for builder in ("html", "dirhtml") for kind in KINDS],
        *[(builder, "image/svg+xml", 2) for builder in ("html", "dirhtml")],
    ]

    @staticmethod
    def handle_mime(renderer, data, inline):
        if inline or (data.mime_type != "image/svg+xml" and data.mime_type not in KINDS):
            return None
        bundle = renderer.renderer.nb_client.notebook.cells[data.cell_index].outputs[data.output_index]["data"]
        prefix = f"f{data.cell_index}-{data.output_index}-"
        return [nodes.raw("", figure(bundle, prefix), format="html")]


def figure(bundle, prefix):
    """The picture with its text alternative, and for an interactive one what a script needs to bring it to life."""
    alt = text(bundle.get("text/plain", "")).strip()
    picture = svg(bundle, prefix, alt) or image(bundle, alt)
    kind = next((KINDS[mime] for mime in bundle if mime in KINDS), None)
    spec = next((bundle[mime] for mime in bundle if mime in KINDS), None)
    if kind is None or not moves(kind, spec):
        return f'<div class="picture">{picture}</div>'
    if kind == "figure":
        name, _ = frames(spec)
        spec = {key: value for key, value in spec.items() if key not in FRAMES} | {"later": name}
    body = compact(spec).replace("<", "\\u003c")
    data = f'<script type="application/json">{body}</script>'
    if kind == "figure":  # its controls do not scroll with the picture
        return f'<div data-live="figure"><div class="picture">{picture}</div>{data}</div>'
    return f'<div class="picture" data-live="{kind}"><div class="still">{picture}</div>{data}</div>'


def frames(spec):
    """What a live figure needs for its frames, as a script named by its content; the page loads it at the first touch.

    A script and not a file of data: pages opened from a folder may not fetch. pages.py writes it.
    """
    body = compact({key: spec[key] for key in FRAMES if key in spec})
    name = f"figures/{hashlib.sha256(body.encode()).hexdigest()[:12]}"
    return name, f"(globalThis.termwiseTexts??={{}})[{json.dumps(name)}]={json.dumps(body, ensure_ascii=False)};\n"


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def moves(kind, spec):
    """Whether a live version offers more than the picture: Plotly turns, controls move, Vega-Lite may select or tell."""
    return kind in ("plotly", "figure") or any(word in json.dumps(spec) for word in ('"params"', '"tooltip"'))


def svg(bundle, prefix, alt):
    """Inline SVG: ids made unique on the page, one name for screen readers instead of hundreds of shapes."""
    source = text(bundle.get("image/svg+xml", ""))
    if not source:
        return ""
    source = re.sub(r"^.*?(?=<svg)", "", source, flags=re.S)
    source = re.sub(r'(\bid="|url\(#|href="#)', lambda match: match[1] + prefix, source)
    name = html.escape(alt, quote=True)
    told = f' aria-describedby="{prefix}desc"' if "<desc>" in source else ""
    source = source.replace("<desc>", f'<desc id="{prefix}desc">', 1)
    drawn = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+)', source)
    width = f' style="--drawn: {drawn[1]}px"' if drawn else ""  # figures.css keeps the text readable on a phone
    return source.replace("<svg", f'<svg role="img" aria-label="{name}"{told}{width}', 1)


def image(bundle, alt):
    """A picture that is not SVG, or whatever HTML the output brought."""
    if "image/png" in bundle:
        name, data = png(bundle)
        width, height = struct.unpack(">II", data[16:24])
        size = f'width="{width}" height="{height}" loading="lazy"'
        return f'<img src="_static/{name}" {size} alt="{html.escape(alt, quote=True)}">'
    return text(bundle.get("text/html", html.escape(alt)))


def png(bundle):
    """The picture as a file, named by its content: pages.py writes it, the page loads it when it comes near."""
    data = base64.b64decode(text(bundle["image/png"]))
    return f"figures/{hashlib.sha256(data).hexdigest()[:12]}.png", data


def text(value):
    return "".join(value) if isinstance(value, list) else value


def setup(app):
    pass
