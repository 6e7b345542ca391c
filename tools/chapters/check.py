"""npm run check:chapters [-- ch02 …]: whether chapters keep the rules of CONTRIBUTING.md, with what to do where they do not."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import mean, quantiles

from tools.notebooks.bibliography import Bibliography
from tools.notebooks.chapter import CHAPTERS, ROOT
from tools.notebooks.lint import lint
from tools.notebooks.myst import SourceError

from . import plan as plans
from . import tables
from .page import Page, load
from .report import Fault, table
from .rules import anatomy, corrections, exercises, figures, language, library, norms, terms

RULES = (anatomy, terms, corrections, exercises, figures, library, norms, language)


def main(argv: list[str]) -> int:
    options = _options(argv)
    paths = chosen(options.folder, options.names)
    if not paths:
        print("check:chapters: no chapter is called so")
        return 2
    plan = plans.load(options.folder, options.exercises)
    with ThreadPoolExecutor() as pool:
        pool.submit(library.library)  # takes a second, meanwhile
        linted = pool.submit(lint, options.folder, [path.stem for path in paths])
        pages = [_page(path) for path in paths]
        language.spell([page for page in pages if page], plan)
    wrong = [] if options.names else list(tables.faults(plan, works(options.folder)))
    print("\n".join(wrong), end="\n" if wrong else "")
    failed = 0
    for path, page in zip(paths, pages, strict=True):
        found = sorted({fault for rule in RULES for fault in rule.faults(page, plan)}) if page else []
        own = [f for f in linted.result() if Path(f.where).name == path.name]
        failed += show(path, page, found, own, options)
    print(f"\nchapters: {len(paths) - failed} passed, {failed + len(wrong)} failed")
    return 1 if failed or wrong else 0


def works(folder: Path) -> set[str]:
    return set(Bibliography(folder / "references.bib").entries)


def chosen(folder: Path, names: list[str]) -> list[Path]:
    names = [Path(name).stem for name in names]
    return [
        p for p in sorted(folder.glob("ch[0-9][0-9]-*.md")) if not names or any(p.stem.startswith(n) for n in names)
    ]


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("npm run check:chapters --", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="chapter", help="any beginnings of names; all chapters without")
    parser.add_argument("--strict", action="store_true", help="hold drafts to the rules too")
    parser.add_argument("--brief", action="store_true", help="faults only: no warnings, no table")
    parser.add_argument("--from", dest="folder", type=Path, default=CHAPTERS, help=argparse.SUPPRESS)
    parser.add_argument("--exercises", type=Path, default=ROOT / "exercises", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    options.folder = options.folder.resolve()
    return options


def _page(path: Path) -> Page | None:
    try:
        return load(path)
    except SourceError:
        return None  # the linter says it better


def show(path: Path, page: Page | None, found: list[Fault], linted: list, options) -> bool:
    """Prints a chapter's report; true when it fails."""
    settings = page.settings if page else {}
    exempt = settings.get("exempt") or {}
    where = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
    kept = [fault for fault in found if fault.rule not in exempt]
    faults, warnings = [f for f in kept if not f.warning], [f for f in kept if f.warning]
    print(f"\n{path.stem}")
    if page and not options.brief:
        print(table(norms.norms(page), exempt))
        print(_sentences(page))
        for rule, reason in exempt.items():
            print(f"  exempt  {rule}: {reason}")
    for fault in linted:
        print(f"  {fault}")
    for fault in [*faults, *([] if options.brief else warnings)]:
        print(f"  {fault.at(where)}")
    count = len(faults) + len(linted)
    draft = settings.get("draft") and not options.strict
    if draft:
        print(f"  a draft ({settings['draft']}): of {count} faults only the linter's {len(linted)} count yet")
    else:
        print(f"  {count} faults, {len(warnings)} warnings")
    return bool(linted) if draft else bool(count)


def _sentences(page: Page) -> str:
    lengths = [count for _, _, count in language.sentences(page) if count]
    if len(lengths) < 2:
        return ""
    return f"          sentences: {mean(lengths):.0f} words on average, one in ten longer than {quantiles(lengths, n=10)[-1]:.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
