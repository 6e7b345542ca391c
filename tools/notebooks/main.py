"""The command: which chapters, executed or remembered, written or compared."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat

from . import cache, live, questions
from .chapter import ROOT, Chapter, all_chapters, read, shown
from .course import Course, load
from .difference import difference
from .execute import Execution, execute
from .files import COURSE, Places, copy_images, remove_orphans, write
from .myst import SourceError
from .pictures import complete
from .render import precheck, render

HELP = """Executes the chapters that changed and writes notebooks/ and build/book-src/.
Chapters are named by any beginning: ch00, ch07-back, syllabus."""


@dataclass
class Result:
    stem: str
    ok: bool
    note: str
    detail: str = ""


def main(argv: list[str]) -> int:
    options = _options(argv)
    places = options.places
    paths = all_chapters(places.chapters)
    try:
        chosen = _chosen(paths, options.names)
        chapters = {path.stem: _read(path) for path in paths}
        course = load(list(chapters.values()), places.chapters)
    except SourceError as error:
        print(error.placed("chapters"))
        return 1
    if not options.render and not options.no_build:
        _build()
    started = time.monotonic()
    results = asyncio.run(_all([chapters[path.stem] for path in chosen], course, options))
    failed = [result for result in results if not result.ok]
    if not options.names and not options.check and not failed:
        remove_orphans(places, {path.stem for path in paths})
    for result in failed:
        print(f"\n{result.detail}")
    verb = "differ or fail" if options.check else "failed"
    print(f"{len(results)} chapters in {time.monotonic() - started:.1f} s, {len(failed)} {verb}")
    return 1 if failed else 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("npm run notebooks --", description=HELP)
    parser.add_argument("names", nargs="*", metavar="chapter")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--all", action="store_true", help="execute all, changed or not")
    mode.add_argument(
        "--check", action="store_true", help="execute all; fail where the result is not what is committed"
    )
    mode.add_argument(
        "--render", action="store_true", help="execute nothing: take the outputs of the committed notebooks"
    )
    parser.add_argument("--no-build", action="store_true", help="the library is built already")
    parser.add_argument("--from", dest="source", type=Path, metavar="FOLDER", help="other chapters than chapters/")
    parser.add_argument("--to", dest="target", type=Path, metavar="FOLDER", help="where the results of these go")
    parser.add_argument(
        "-j", "--jobs", type=int, default=os.cpu_count() or 1, help="kernels at a time (default: cores)"
    )
    options = parser.parse_args(argv)
    if (options.source is None) != (options.target is None):
        parser.error("--from and --to belong together")
    options.places = (
        COURSE if options.source is None else _elsewhere(options.source.resolve(), options.target.resolve())
    )
    return options


def _elsewhere(source: Path, target: Path) -> Places:
    return Places(source, target / "notebooks", target / "book-src", target / "cache")


def _chosen(paths: list[Path], names: list[str]) -> list[Path]:
    names = [Path(name).stem for name in names]
    for name in names:
        if not any(path.stem.startswith(name) for path in paths):
            raise SourceError(f"no chapter begins with {name!r}; there are {', '.join(path.stem for path in paths)}")
    return [path for path in paths if not names or any(path.stem.startswith(name) for name in names)]


def _read(path: Path) -> Chapter:
    try:
        return read(path)
    except SourceError as error:
        error.where = shown(path)
        raise


def _build() -> None:
    """Notebooks import what is built; the build does nothing when nothing changed."""
    done = subprocess.run(["node", ROOT / "tools" / "build.ts"], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit("The library does not build, so no notebook can run.")


async def _all(chapters: list[Chapter], course: Course, options: argparse.Namespace) -> list[Result]:
    free = asyncio.Semaphore(max(1, options.jobs))
    loop = asyncio.get_running_loop()
    recorded = {chapter.stem: loop.create_future() for chapter in chapters}

    async def one(chapter: Chapter) -> Result:
        async with free:
            started = time.monotonic()
            try:
                result = await _one(chapter, course, options, recorded)
            except SourceError as error:
                result = Result(chapter.stem, False, "failed", error.placed(chapter.where))
            finally:
                if not recorded[chapter.stem].done():
                    recorded[chapter.stem].set_result(None)  # who asks its questions again takes what is committed
            seconds = f"{time.monotonic() - started:5.1f} s"
            print(
                f"  {'✓' if result.ok else '✗'} {chapter.stem:28} {len(chapter.code):3} cells {seconds}  {result.note}",
                flush=True,
            )
            return result

    return await asyncio.gather(*map(one, chapters))


async def _one(chapter: Chapter, course: Course, options: argparse.Namespace, recorded: dict) -> Result:
    precheck(chapter, course)
    done, how = await _execution(chapter, options)
    recorded[chapter.stem].set_result(done.values)
    earlier = await _earlier(chapter, course, options, recorded)
    for_readers, for_the_book = render(chapter, done, course, earlier.get)
    places = options.places
    new, place = _text(for_readers), places.notebooks / f"{chapter.stem}.ipynb"
    old = place.read_text("utf8") if place.exists() else ""
    write(places.book / f"{chapter.stem}.ipynb", _text(for_the_book))
    copy_images(chapter, places.book)
    if new == old:
        return Result(chapter.stem, True, f"{how}, same notebook")
    if options.check:
        detail = f"{shown(place)} is not what {chapter.where} gives; run npm run notebooks and commit it\n"
        return Result(chapter.stem, False, "differs", detail + difference(old, new))
    write(place, new)
    return Result(chapter.stem, True, f"{how}, new notebook")


async def _earlier(chapter: Chapter, course: Course, options: argparse.Namespace, recorded: dict) -> dict:
    """What the chapters recorded whose questions this one asks again: as executed now, else as committed."""
    texts = [cell.source for cell in chapter.cells if cell.kind == "markdown"]
    asked = {key for text in texts for key in questions.recalled(text)}
    stems = {course.questions[key].stem for key in asked} - {chapter.stem}
    now = {stem: await recorded[stem] for stem in stems if stem in recorded}
    return {stem: now.get(stem) or cache.values(options.places.notebooks / f"{stem}.ipynb") for stem in stems}


async def _execution(chapter: Chapter, options: argparse.Namespace) -> tuple[Execution, str]:
    places = options.places
    if options.render:
        done = cache.from_notebook(chapter, places.notebooks / f"{chapter.stem}.ipynb")
        if done is None:
            raise SourceError(
                f"the committed notebook has other code than the chapter: npm run notebooks -- {chapter.stem}", 0
            )
        return done, "not executed"
    if not options.all and not options.check and (done := cache.load(chapter, places.cache)):
        return done, "unchanged"
    done = await execute(chapter, _ticker(chapter))
    await complete(done, chapter)
    await live.check(done, chapter)
    cache.store(chapter, done, places.cache)
    return done, "executed"


def _ticker(chapter: Chapter):
    """A line every ten seconds for chapters that take long."""
    last = [time.monotonic()]

    def tick(cell: int) -> None:
        if time.monotonic() - last[0] > 10:
            last[0] = time.monotonic()
            print(f"    {chapter.stem}: cell {cell + 1} of {len(chapter.code)}", flush=True)

    return tick


def _text(nb) -> str:
    return nbformat.writes(nb) + "\n"
