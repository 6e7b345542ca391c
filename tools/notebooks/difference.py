"""How a notebook differs from the one that is committed, cell by cell, for people."""

from __future__ import annotations

import difflib
import hashlib
import json

LONGEST = 60


def difference(old: str, new: str) -> str:
    """A unified diff of readable forms of two notebooks; long data are shown as their hash."""
    lines = difflib.unified_diff(_readable(old), _readable(new), "committed", "from the chapter", lineterm="", n=2)
    shown = list(lines)
    more = [f"… and {len(shown) - LONGEST} lines more"] if len(shown) > LONGEST else []
    return "\n".join(shown[:LONGEST] + more)


def _readable(text: str) -> list[str]:
    try:
        nb = json.loads(text)
    except ValueError:
        return text.splitlines()
    lines = []
    for i, cell in enumerate(nb.get("cells", []), 1):
        lines.append(f"── cell {i} ({cell['cell_type']}) {json.dumps(cell.get('metadata', {}), sort_keys=True)}")
        lines += "".join(cell["source"]).split("\n")
        for output in cell.get("outputs", []):
            lines += _output(output)
    lines.append(f"── notebook {json.dumps(nb.get('metadata', {}), sort_keys=True, ensure_ascii=False)}")
    return lines


def _output(output: dict) -> list[str]:
    kind = output["output_type"]
    if kind == "stream":
        return [f"   {output['name']}:", *("".join(output["text"]).rstrip("\n").split("\n"))]
    if kind == "error":
        return ["   error:", *output["traceback"]]
    return [f"   {mime}: {_brief(value)}" for mime, value in sorted(output.get("data", {}).items())]


def _brief(value) -> str:
    text = "".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else value
    if isinstance(text, str) and len(text) <= 300:
        return text
    text = text if isinstance(text, str) else json.dumps(text, sort_keys=True)
    return f"{len(text)} characters, sha1 {hashlib.sha1(text.encode()).hexdigest()[:12]}"
