"""Each term of the chapter has one card, in its home; is linked; and nothing is named before it is introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page import Page
from ..plan import Plan, Term
from ..report import Fault, warn

# names that are also plain words: their use in a sentence is not taken for a use of the term
PLAIN = {
    "data", "label", "sample", "feature", "weight", "bias", "connection", "statistics", "tensor", "dataset", "node", "accuracy",
    "convergence", "scalability", "robustness", "sensors", "optimizer", "padding", "stride", "generalization",
}  # fmt: skip
LATER = re.compile(r"\b(below|later|soon|next section|further down|in a moment)\b")


def faults(page: Page, plan: Plan) -> Iterator[Fault]:
    yield from _cards(page, plan)
    yield from _links(page, plan)
    yield from _first_uses(page, plan)


def _cards(page: Page, plan: Plan) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for card in page.of("term-card"):
        term = plan.terms.get(card.text)
        if term is None:
            continue  # the compiler has said so
        if card.text in seen:
            yield Fault(card.row, "card", f"{card.text} has a card in line {seen[card.text] + 1} already: keep one")
        elif term.chapter != page.key:
            yield Fault(
                card.row, "card", f"{card.text} is at home in {term.chapter}: link it with {{term}}`{card.text}`"
            )
        seen.setdefault(card.text, card.row)
    for term in plan.of("terms", page.key):
        if term.id not in seen:
            yield Fault(0, "card", f"the term {term.id} has no card: add :::{{term-card}} {term.id} where it is needed")


def _links(page: Page, plan: Plan) -> Iterator[Fault]:
    carded: dict[str, int] = {}
    linked: set[str] = set()
    for event in page.events:
        if event.kind == "term-card":
            carded.setdefault(event.text, event.row)
        if event.kind != "role" or event.options["name"] != "term" or event.text not in plan.terms:
            continue
        term = plan.terms[event.text]
        linked.add(term.id)
        said = " ".join(e.text for e in page.events if e.paragraph == event.paragraph)
        if later(term.chapter, page.key):
            number = int(term.chapter[2:])
            if not re.search(rf"chapters?\s+(\d+(,| and| to)\s*)*{number}\b", said):
                text = f"{term.id} is a term of chapter {number}: say so in the sentence, “(chapter {number})”, or do without it"
                yield Fault(event.row, "ahead", text)
        elif term.chapter == page.key and term.id not in carded and event.section > 1 and not event.aside:
            refers = any(e.paragraph == event.paragraph and e.options.get("name") == "ref" for e in page.of("role"))
            if not LATER.search(said) and not refers:
                text = f"{term.id} is linked before its card: move the card up, or say where it comes (“below”, {{ref}}`…`)"
                yield Fault(event.row, "ahead", text)
    for term in plan.of("terms", page.key):
        if term.id in carded and term.id not in linked:
            text = f"{term.id} is defined and never linked: write {{term}}`{term.name} <{term.id}>` where the text uses it next"
            yield warn(carded[term.id], "link", text)


def _first_uses(page: Page, plan: Plan) -> Iterator[Fault]:
    """A term named in a sentence: by a link at its first use in each section; not at all if its chapter comes later."""
    names = _names(page, plan)
    if not names:
        return
    pattern = re.compile(
        rf"\b({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?:s|es)?\b", re.IGNORECASE
    )
    carded = {event.text: event.row for event in reversed(page.of("term-card"))}
    done: set[tuple[int, str]] = {(e.section, e.text) for e in page.of("term-card")}
    for event in page.events:
        if event.kind == "role" and event.options["name"] == "term":
            done.add((event.section, event.text))
        if event.kind != "text" or event.aside:
            continue
        for match in pattern.finditer(event.text):
            term = names[match[1].lower()]
            ahead = later(term.chapter, page.key)
            key = (0 if ahead else event.section, term.id)
            if key in done or (not ahead and term.chapter == page.key and event.row < carded.get(term.id, 0)):
                continue
            done.add(key)
            if (
                any(e.kind == "role" and e.text == term.id and e.section == event.section for e in page.events)
                and ahead
            ):
                continue
            if ahead:
                text = f"“{match[0]}” is a term of chapter {int(term.chapter[2:])}: use other words, or link it and say the chapter"
            else:
                text = f"the first “{match[0]}” of this section is no link: {{term}}`{match[0]} <{term.id}>`"
            yield warn(event.row, "ahead" if ahead else "link", text)


def _names(page: Page, plan: Plan) -> dict[str, Term]:
    found = {}
    for term in plan.terms.values():
        name = term.name
        if name.lower() not in PLAIN and re.fullmatch(r"[\w’' -]{4,}", name):
            found[name.lower()] = term
    return found


def later(one: str, other: str) -> bool:
    return int(one[2:]) > int(other[2:])
