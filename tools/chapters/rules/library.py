"""Cells import only what the chapter or an earlier one builds. Where the library's own comments say so is the order."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache

from tools.notebooks.chapter import ROOT

from ..page import Page
from ..plan import Plan
from ..report import Fault

IMPORT = re.compile(r"import\s+(?:type\s+)?\{([^}]*)\}\s*from\s*[\"']termwise[\"']")


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    allowed = page.settings.get("ahead") or {}
    homes, used = library(), set()
    ahead: dict[int, list[str]] = {}
    for row, name in imported(page):
        home = homes.get(name)
        used.add(name)
        if home and home["chapter"] > page.number and name not in allowed:
            ahead.setdefault(row, []).append(f"{name} (chapter {home['chapter']}, says lib/src/{home['file']})")
    for row, names in ahead.items():
        advice = (
            "write it here, use something earlier, or give a reason in the front matter, check: ahead: { name: why }"
        )
        yield Fault(row, "library", f"built only later: {', '.join(names)}: {advice}")
    for name in allowed:
        if name not in used:
            yield Fault(0, "library", f"check: ahead: {name} in the front matter is not needed: no cell imports it")


def imported(page: Page) -> Iterator[tuple[int, str]]:
    for event in page.of("cell"):
        for match in IMPORT.finditer(event.text):
            row = event.row + event.text[: match.start()].count("\n")
            for part in match[1].split(","):
                if name := re.sub(r"^type\s+|\s+as\s+\w+$", "", part.strip()):
                    yield row, name


@lru_cache
def library() -> dict[str, dict]:
    """Name → the chapter that builds it and the file that says so."""
    tool = ROOT / "tools" / "chapters" / "library.ts"
    done = subprocess.run(["node", tool], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)
