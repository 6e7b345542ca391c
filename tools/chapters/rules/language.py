"""British spelling, words that say nothing, and sentences that are too long."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from tools.notebooks.chapter import ROOT

from ..page import Page
from ..plan import Plan
from ..report import Fault, warn

LONGEST = 40  # words of a sentence
EMPTY = {
    r"(clearly|of course|needless to say|it is easy to see|as everyone knows|it should be noted|note that|it is well known)": "leave it out",
    r"(utili[sz]e[sd]?|leverag(e|es|ed|ing))": "write “use”",
    r"in order to": "write “to”",
    r"(amazing|incredible|revolutionary|groundbreaking|cutting-edge|game-chang\w+|powerful|magical?|beautiful(ly)?)": "say what it does",
    r"state[- ]of[- ]the[- ]art": "name the result, the data and the year",
    r"(delve|dive into|let'?s dive|deep dive|unlock|journey|landscape of)": "say what comes",
    r"(very|extremely|highly) (large|small|big|fast|slow|high|low|good|bad|important|simple|easy|hard|long|short|many|few|well|useful)": "give the number instead of the degree",
    r"(we will see|as we will see|we are going to)": "show it, or say where: {ref}",
    r"(humans are|human-level)": "cite the measurement",
    r"(the documents?|the source (text|document)s?|the seed)": "the text speaks of “a common claim”",
}
PATTERNS = [(re.compile(rf"\b{words}\b", re.IGNORECASE), advice) for words, advice in EMPTY.items()]
SENTENCE = re.compile(r"(?<=[.!?])[\s)”\"]+(?=[A-Z“(])")


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    for event in page.of("text"):
        for pattern, advice in PATTERNS:
            if match := pattern.search(event.text):
                yield warn(event.row, "word", f"“{match[0]}”: {advice}")
    for row, sentence, count in sentences(page):
        if count > LONGEST:
            yield warn(row, "sentence", f"{count} words in one sentence, “{sentence[:50]}…”: two would be easier")
    yield from _spelling(page)


def sentences(page: Page) -> Iterator[tuple[int, str, int]]:
    """(row, sentence, words) of the text; a formula or a piece of code counts as one word."""
    for events in page.paragraphs().values():
        if events[0].aside == "heading":
            continue
        text = "".join(e.text if e.kind == "text" else "X" for e in events)
        at = 0
        for sentence in SENTENCE.split(text):
            row = _row(events, at)
            at += len(sentence) + 1
            yield row, sentence.strip(), len(re.findall(r"[^\s]*\w[^\s]*", sentence))


def _row(events, at: int) -> int:
    for event in events:
        at -= len(event.text)
        if at < 0:
            return event.row
    return events[-1].row


def _spelling(page: Page) -> Iterator[Fault]:
    for row, word, better in page.misspelt:
        guess = f": {better}?" if better else ""
        yield Fault(
            row,
            "spelling",
            f"“{word}” is not in the dictionary{guess} A real word goes into tools/chapters/words.txt",
        )


def spell(pages: list[Page], plan: Plan) -> None:
    """Notes what each page misspells: (row, word, suggestions). One process for all, because the dictionary is large."""
    said = json.dumps({"pages": [_texts(page) for page in pages], "known": sorted(_known(plan))})
    tool = ROOT / "tools" / "chapters" / "spell.ts"
    done = subprocess.run(["node", tool], input=said, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    for page, found in zip(pages, json.loads(done.stdout), strict=True):
        page.misspelt = [tuple(one) for one in found]


def _texts(page: Page) -> list[tuple[int, str]]:
    roles = [e for e in page.of("role") if e.options["name"] in ("term", "ref") and e.options["shown"]]
    return [*((e.row, e.text) for e in page.of("text")), *((e.row, e.options["shown"]) for e in roles)]


def _known(plan: Plan) -> set[str]:
    """Names of terms and of people, also in small letters."""
    names = (name for term in plan.terms.values() for name in (term.title, *term.aliases))
    words = {word for name in names for word in re.findall(r"[A-Za-z’'-]+", name)} | plan.people
    return words | {word.lower() for word in words}
