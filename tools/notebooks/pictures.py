"""Plotly figures get their still picture: the kernel cannot draw them, a browser did once, and the picture is kept."""

from __future__ import annotations

import asyncio
import json

from .chapter import ROOT, Chapter
from .execute import Execution
from .myst import SourceError

PLOTLY = "application/vnd.plotly.v1+json"
TOOL = ROOT / "tools" / "figures" / "plotly.ts"


async def complete(done: Execution, chapter: Chapter) -> None:
    """Adds the pictures in place; only specifications that nobody has drawn yet need a browser."""
    plotly = [(i, o) for i, cell in enumerate(done.outputs) for o in cell if PLOTLY in o.get("data", {})]
    bare = [(i, o) for i, o in plotly if "text/html" not in o["data"]]  # the kernel finds pictures that are there
    if not bare:
        return
    bundles = json.dumps([output["data"] for _, output in bare]).encode()
    pipe = asyncio.subprocess.PIPE
    tool = await asyncio.create_subprocess_exec("node", str(TOOL), stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)
    completed, complaint = await tool.communicate(bundles)
    if tool.returncode:
        raise SourceError(f"a Plotly figure has no picture: {complaint.decode().strip()}", chapter.code[bare[0][0]].row)
    for (_, output), data in zip(bare, json.loads(completed), strict=True):
        output["data"] = data
