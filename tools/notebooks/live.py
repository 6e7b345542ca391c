"""Live figures are drawn once more as a reader's browser will draw them, at all ends of their controls."""

from __future__ import annotations

import asyncio
import json

from .chapter import ROOT, Chapter
from .execute import Execution
from .myst import SourceError

LIVE = "application/vnd.termwise.live+json"
TOOL = ROOT / "tools" / "figures" / "live.ts"


async def check(done: Execution, chapter: Chapter) -> None:
    """Objects to the first live figure that fails somewhere, with the chapter's line and the values."""
    live = [(i, o["data"]) for i, cell in enumerate(done.outputs) for o in cell if LIVE in o.get("data", {})]
    if not live:
        return
    pipe = asyncio.subprocess.PIPE
    tool = await asyncio.create_subprocess_exec("node", str(TOOL), stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT)
    answer, complaint = await tool.communicate(json.dumps([data for _, data in live]).encode())
    if tool.returncode:
        raise SourceError(f"live figures cannot be checked: {complaint.decode().strip()}", chapter.code[live[0][0]].row)
    for (i, _), fault in zip(live, json.loads(answer), strict=True):
        if fault:
            raise SourceError(
                f"the live figure of cell {i + 1} fails in a reader's browser\n{fault}", chapter.code[i].row
            )
