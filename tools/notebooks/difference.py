"""How a notebook differs from the one that is committed, cell by cell, for people."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator

LONGEST, LONGEST_LINE = 60, 200


def difference(old: str, new: str) -> str:
    """A unified diff of readable forms of two notebooks; what is very long is shown as its hash."""
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
    lines = []
    for mime, value in sorted(output.get("data", {}).items()):
        lines += [f"   {mime} {line}" for line in _data(value)]
    return lines


def _data(value, path: str = "") -> Iterator[str]:
    """One line for each number or text of a specification, one for each element of a picture."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from _data(value[key], f"{path}/{key}")
    elif isinstance(value, list) and not (path == "" and all(isinstance(v, str) for v in value)):
        for i, item in enumerate(value):
            yield from _data(item, f"{path}/{i}")
    else:
        text = "".join(value) if isinstance(value, list) else value
        parts = text.replace("><", ">\n<").split("\n") if isinstance(text, str) else [json.dumps(text)]
        for part in parts:
            yield f"{path}: {_brief(part)}"


def _brief(text: str) -> str:
    if len(text) <= LONGEST_LINE:
        return text
    return f"{text[:40]}… ({len(text)} characters, sha1 {hashlib.sha1(text.encode()).hexdigest()[:12]})"
