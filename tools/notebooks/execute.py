"""Runs a chapter's cells once, in a fresh kernel, and keeps what they show and what they record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from .chapter import ROOT, Cell, Chapter
from .myst import SourceError

VALUE = "application/vnd.termwise.value+json"
LONGEST_CELL_S = 300
AROUND = 5
MOST_LINES = 200
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Execution:
    """The outputs of each code cell, the recorded values by name, and what the kernel says of itself."""

    outputs: list[list[dict]]
    values: dict[str, str]
    kernelspec: dict
    language_info: dict

    as_json = asdict


class _Client(NotebookClient):
    """A recorded value is an update of a display that does not exist: nobody shows or stores it, this reads it."""

    def process_message(self, msg, cell, cell_index):
        value = msg["content"].get("data", {}).get(VALUE) if msg["msg_type"] == "update_display_data" else None
        if value is None:
            return super().process_message(msg, cell, cell_index)
        self.recorded.append((value["name"], value["text"], cell_index))
        return None


async def execute(chapter: Chapter, progress: Callable[[int], None] = lambda cell: None) -> Execution:
    """Runs all cells; the first one that fails ends it, with the chapter's line, the cell and the trace."""
    nb = nbformat.v4.new_notebook(cells=[_cell(cell) for cell in chapter.code])
    client = _Client(nb, timeout=LONGEST_CELL_S, kernel_name="tslab", record_timing=False, allow_errors=False)
    client.recorded = []
    client.reset_execution_trackers()
    try:
        async with client.async_setup_kernel(cwd=str(ROOT / "chapters")):
            info = await client.async_wait_for_reply(client.kc.kernel_info())
            for i, cell in enumerate(nb.cells):
                progress(i)
                await _run(client, chapter, cell, i)
            spec = client.km.kernel_spec
    except NoSuchKernel:
        raise SourceError(
            "the notebook kernel is not installed: run npm start, or node tools/kernel/install.mjs --prefix .venv"
        ) from None
    kernelspec = {"display_name": spec.display_name, "language": spec.language, "name": "tslab"}
    outputs = [normalised(cell.outputs, i + 1) for i, cell in enumerate(nb.cells)]
    return Execution(outputs, _values(client.recorded, chapter), kernelspec, info["content"]["language_info"])


def _cell(cell: Cell) -> nbformat.NotebookNode:
    made = nbformat.v4.new_code_cell(cell.source)
    if "raises" in cell.tags:
        made.metadata["tags"] = ["raises-exception"]
    return made


def check_outputs(cell: Cell, i: int, outputs: list[dict]) -> None:
    """Outputs that do not belong into a notebook: too long to read, or pictures without words."""
    lines = sum("".join(o["text"]).count("\n") for o in outputs if o["output_type"] == "stream")
    if lines > MOST_LINES:
        raise SourceError(f"cell {i + 1} prints {lines} lines; show at most {MOST_LINES}", cell.row)
    for data in (output.get("data", {}) for output in outputs):
        if any(mime.startswith("image/") for mime in data) and not "".join(data.get("text/plain", "")).strip():
            raise SourceError(f"cell {i + 1} shows a picture without text/plain, its text alternative", cell.row)


async def _run(client: _Client, chapter: Chapter, cell, i: int) -> None:
    source = chapter.code[i]
    try:
        await client.async_execute_cell(cell, i)
    except CellExecutionError:
        error = next(o for o in reversed(cell.outputs) if o.output_type == "error")
        raise failure(source, i, error.traceback) from None
    except CellTimeoutError:
        raise SourceError(f"cell {i + 1} took longer than {LONGEST_CELL_S} s\n{_listing(source)}", source.row) from None
    except DeadKernelError:
        raise SourceError(f"the kernel died in cell {i + 1}\n{_listing(source)}", source.row) from None
    check_outputs(source, i, cell.outputs)
    failed = any(output.output_type == "error" for output in cell.outputs)
    if "raises" in source.tags and not failed:
        raise SourceError(f"cell {i + 1} is tagged raises and does not fail", source.row)


def failure(cell: Cell, i: int, traceback: list[str]) -> SourceError:
    """The innermost line of this cell that the trace names is where the author looks first."""
    trace = ANSI.sub("", "\n".join(traceback))
    inside = re.search(rf"cell \[{i + 1}\], line (\d+)", trace) or re.search(r"^line (\d+):", trace, re.MULTILINE)
    row = cell.row + (int(inside[1]) - 1 if inside else 0)
    return SourceError(f"cell {i + 1} fails\n{_listing(cell, row)}\n\n{trace}", row)


def _listing(cell: Cell, row: int | None = None) -> str:
    """The cell with the chapter's line numbers; of a long one, what stands around the row."""
    lines = list(enumerate(cell.source.split("\n"), cell.row))
    if row is not None and len(lines) > 2 * AROUND:
        lines = [(n, line) for n, line in lines if abs(n - row) <= AROUND]
    return "\n".join(f"{'>' if n == row else ' '} {n + 1:4} | {line}" for n, line in lines)


def _values(recorded: list[tuple[str, str, int]], chapter: Chapter) -> dict[str, str]:
    values: dict[str, tuple[str, int]] = {}
    for name, text, i in recorded:
        if name in values and values[name][1] != i:
            raise SourceError(
                f"record({name!r}) is called in cells {values[name][1] + 1} and {i + 1}", chapter.code[i].row
            )
        values[name] = (text, i)
    return {name: text for name, (text, _) in sorted(values.items())}


def normalised(outputs: list, count: int) -> list[dict]:
    """What a second run could not change: neighbouring prints joined, counts as in a fresh notebook."""
    joined: list[dict] = []
    for output in map(dict, outputs):
        before = joined[-1] if joined else {}
        if output["output_type"] == before.get("output_type") == "stream" and output["name"] == before["name"]:
            before["text"] += output["text"]
        else:
            joined.append(output)
        if "execution_count" in output:
            output["execution_count"] = count
    return joined
