"""{literalinclude}: code of the library by region or by symbol. Both renderings get the text itself, not the place."""

from __future__ import annotations

import json
import re
import subprocess
from functools import lru_cache
from pathlib import Path

from .chapter import ROOT
from .myst import SourceError, directive, line_offsets, located, parse, splice

KNOWN = {"language", "caption", "name", "start-after", "end-before", "region", "symbol"}


def expand(text: str, folder: Path, row: int = 0) -> str:
    """Each {literalinclude} becomes a {code-block} with its text."""
    tokens, at = parse(text), line_offsets(text)
    edits = []
    for token in tokens:
        found = directive(token)
        if not found or found.name != "literalinclude":
            continue
        with located(row + token.map[0]):
            code = _code(found, folder)
        language = found.options.get("language", "typescript")
        options = "".join(
            f":{k}: {json.dumps(found.options[k], ensure_ascii=False)}\n"
            for k in ("caption", "name")
            if k in found.options
        )
        block = f"```{{code-block}} {language}\n{options}\n{code}\n```"
        edits.append((at[token.map[0]], at[token.map[1]] - 1, block))
    return splice(text, edits)


def sources(text: str, folder: Path) -> list[Path]:
    """The files that a text includes."""
    found = [directive(token) for token in parse(text)]
    return [(folder / d.argument).resolve() for d in found if d and d.name == "literalinclude"]


def _code(found, folder: Path) -> str:
    if unknown := set(found.options) - KNOWN:
        raise SourceError(f"literalinclude knows {', '.join(sorted(KNOWN))}, not {', '.join(sorted(unknown))}")
    path = (folder / found.argument).resolve()
    if not path.is_file():
        raise SourceError(f"there is no file {found.argument}")
    code, options = path.read_text("utf8"), found.options
    if "symbol" in options:
        return _symbol(path, options["symbol"])
    start, end = options.get("start-after"), options.get("end-before")
    if region := options.get("region"):
        start, end = f"// #region {region}\n", f"// #endregion {region}\n"
    for marker, part in ((start, 1), (end, 0)):
        if marker is None:
            continue
        if code.count(marker) != 1:
            raise SourceError(f"{found.argument}: {marker.strip()!r} occurs {code.count(marker)} times, not once")
        code = code.split(marker)[part]
    return _dedent(code.strip("\n"))


def _dedent(code: str) -> str:
    lines = code.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines)


@lru_cache
def _symbol(path: Path, name: str) -> str:
    """A declaration with its doc comment, found by the TypeScript compiler."""
    tool = ROOT / "tools" / "notebooks" / "symbol.ts"
    done = subprocess.run(["node", tool, path, name], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SourceError(re.sub(r"^Error: ", "", done.stderr.strip().splitlines()[-1]))
    return done.stdout.rstrip("\n")
