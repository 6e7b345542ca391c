"""Retrieval questions: one form for the page, the notebook and the daily five. CONTRIBUTING shows how to write them."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .chapter import Chapter
from .myst import (
    VERBATIM,
    Directive,
    SourceError,
    directive,
    line_offsets,
    located,
    parse,
    replace_roles,
    splice,
)

QUESTIONS = ("question", "predict")
KINDS = ("one", "several", "number", "order")
OPTIONS = {"kind", "terms", "about", "within", "unit", "fixed", "again"}
MOST_CHOICES = 5  # the keys 1 to 5 choose
TICKED = re.compile(r"[-*] \[([ xX])\] +(\S.*)$")
STEP = re.compile(r"\d+[.)] +(\S.*)$")
NUMBER = re.compile(r"[-+−]?\d[\d,_]*(?:\.\d+)?(?:[eE][-+−]?\d+)?")
ELSE = "otherwise"
LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class Choice:
    """A choice, a number or a step, and why it is right or wrong. Rows count from the directive's body."""

    right: bool
    text: str
    why: str
    row: int
    why_row: int


@dataclass(frozen=True)
class Question:
    id: str
    kind: str
    terms: tuple[str, ...]
    about: str
    within: str
    unit: str
    fixed: bool
    again: bool
    predicts: bool
    prompt: str
    choices: tuple[Choice, ...]
    after: str
    after_row: int


@dataclass(frozen=True)
class Placed:
    """Where a question is defined: its source, for those who ask it again."""

    found: Directive
    stem: str
    row: int
    in_quiz: bool


def question(found: Directive) -> Question:
    """Reads a {question} or {predict}; what is wrong with it is a SourceError with its row in the body."""
    options = found.options
    if unknown := set(options) - OPTIONS:
        raise SourceError(f"a question knows {', '.join(sorted(OPTIONS))}, not {', '.join(sorted(unknown))}")
    kind = options.get("kind", "one")
    if kind not in KINDS:
        raise SourceError(f":kind: {kind} is not one of {', '.join(KINDS)}")
    prompt, choices, after, after_row = _parts(found.body, STEP if kind == "order" else TICKED)
    made = Question(
        found.argument, kind, tuple(options.get("terms", "").replace(",", " ").split()), options.get("about", ""),
        options.get("within", ""), options.get("unit", ""), "fixed" in options, "again" in options,
        found.name == "predict", prompt, tuple(choices), after, after_row,
    )  # fmt: skip
    for row, text in _faults(made):
        raise SourceError(text, row)
    return made


def _parts(body: str, item: re.Pattern) -> tuple[str, list[Choice], str, int]:
    """Prompt, choices with their indented explanations, and what follows the list."""
    lines = body.split("\n")
    first = next((i for i, line in enumerate(lines) if item.match(line)), len(lines))
    choices, i = [], first
    while i < len(lines) and (match := item.match(lines[i])):
        end = i + 1
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith("  ")):
            end += 1
        why = [re.sub(r"^ {2,6}", "", line) for line in lines[i + 1 : end]]
        head = next((k for k, line in enumerate(why) if line.strip()), 0)
        right = match.re is STEP or match[1] in "xX"
        choices.append(Choice(right, match[match.lastindex].strip(), "\n".join(why).strip(), i, i + 1 + head))
        i = end
    rest = next((k for k in range(i, len(lines)) if lines[k].strip()), len(lines))
    return "\n".join(lines[:first]).strip(), choices, "\n".join(lines[rest:]).strip(), rest


def _faults(made: Question) -> Iterator[tuple[int | None, str]]:
    """(row in the body, or None for the question as a whole, what is wrong)"""
    right = [choice for choice in made.choices if choice.right]
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", made.id):
        yield None, f"{made.id!r} is no id of a question: lower-case words joined by hyphens, such as loss-of-no-idea"
    elif re.fullmatch(r"(ch\d+|q|question|quiz|predict|no|nr|n|\d+)(-(ch\d+|q|question|quiz|predict|\d+))*", made.id):
        yield (
            None,
            f"the id {made.id!r} only counts, and would name another question once one is put before it: say what it asks",
        )
    if not made.prompt:
        yield None, "the question is missing: text before the list of choices"
    if not made.terms:
        yield None, "which terms is it about? :terms: softmax, cross-entropy"
    if not made.choices:
        yield (
            None,
            "there are no choices: lines that begin with - [x] (right) or - [ ] (wrong)"
            if made.kind != "order"
            else ("there are no steps: a numbered list, in the right order"),
        )
        return
    for choice in made.choices:
        if made.kind != "order" and not choice.why:
            yield choice.row, f"no explanation for {choice.text!r}: indent it by two spaces on the next line"
    yield from {"one": _of_one, "several": _of_several, "number": _of_number, "order": _of_order}[made.kind](
        made, right
    )
    if made.kind != "number" and len(made.choices) > MOST_CHOICES:
        yield made.choices[MOST_CHOICES].row, f"at most {MOST_CHOICES} choices: the keys 1 to {MOST_CHOICES} choose"
    texts = [choice.text for choice in made.choices]
    for choice in made.choices:
        if texts.count(choice.text) > 1:
            yield choice.row, f"{choice.text!r} stands there twice"


def _of_one(made: Question, right: list[Choice]) -> Iterator[tuple[int, str]]:
    if len(right) != 1:
        row = right[1].row if right else made.choices[0].row
        yield row, f"{len(right)} choices are right; one is, or the question is :kind: several"
    if len(made.choices) < 2:
        yield made.choices[0].row, "one choice is none"


def _of_several(made: Question, right: list[Choice]) -> Iterator[tuple[int, str]]:
    if not right:
        yield made.choices[0].row, "no choice is right"
    if len(made.choices) < 3:
        yield made.choices[0].row, "several of fewer than three is too easily guessed"


def _of_number(made: Question, right: list[Choice]) -> Iterator[tuple[int | None, str]]:
    if len(right) != 1:
        yield (
            made.choices[0].row,
            f"{len(right)} numbers are right; give the one, and :within: how far off still counts",
        )
    for choice in made.choices:
        if value_of(choice.text) is None and (choice.right or choice.text != ELSE):
            yield choice.row, f"{choice.text!r} is no number{'' if choice.right else f', nor the word {ELSE}'}"
    if made.within and (value_of(made.within) or 0) <= 0:
        yield None, f":within: {made.within} is not a number above 0"


def _of_order(made: Question, _right: list[Choice]) -> Iterator[tuple[int, str]]:
    if len(made.choices) < 3:
        yield made.choices[0].row, "an order has at least three steps"
    if not made.after:
        yield made.choices[-1].row, "no explanation: say below the steps, not indented, why this is the order"


def shown(made: Question) -> list[tuple[int, Choice]]:
    """(place in the source, choice) in the order on paper: mixed by the id, so that authors may put the right one first."""
    pairs = list(enumerate(made.choices))
    if made.fixed or made.kind == "number":
        return pairs
    mixed = sorted(pairs, key=lambda pair: hashlib.sha1(f"{made.id} {pair[1].text}".encode()).hexdigest())
    return [*pairs[1:], pairs[0]] if made.kind == "order" and mixed == pairs else mixed


def bare(text: str) -> str:
    """A choice without its role: {lit}`2.30` and {value}`2.30 <no-idea>` are 2.30."""
    return re.sub(r"^\{\w+\}`([^`<]*?)\s*(<[^`]*>)?`", r"\1", text.strip())


def value_of(text: str) -> float | None:
    """The number that a choice is: 2.30, −3, 2,410, 97 %."""
    digits = bare(text).rstrip("% ").strip("$ ")
    if not NUMBER.fullmatch(digits):
        return None
    return float(digits.replace("−", "-").replace(",", "").replace("_", ""))


def tolerance(made: Question) -> float:
    """How far off a typed number may be: as :within: says, else what rounds to the digits of the right one."""
    if made.within:
        return value_of(made.within) or 0
    right = next(choice.text for choice in made.choices if choice.right)
    match = re.search(r"\.(\d+)", bare(right))
    return 0.5 * 10 ** -len(match[1]) if match else 0


def in_chapter(chapter: Chapter) -> Iterator[Placed]:
    for cell in chapter.cells:
        if cell.kind == "markdown":
            yield from _in_text(cell.source, cell.row, chapter.stem, False)


def _in_text(text: str, start: int, stem: str, in_quiz: bool) -> Iterator[Placed]:
    for token in parse(text):
        found = directive(token)
        if not found or found.name in VERBATIM:
            continue
        row = start + token.map[0]
        if found.name in QUESTIONS:
            yield Placed(found, stem, row, in_quiz)
        else:
            yield from _in_text(found.body, row + found.body_row, stem, in_quiz or found.name == "quiz")


def index(chapters: list[Chapter]) -> dict[str, Placed]:
    """The questions of all chapters; an id is given once in the whole course."""
    found: dict[str, Placed] = {}
    for chapter in chapters:
        for placed in in_chapter(chapter):
            key = placed.found.argument
            if other := found.get(key):
                error = SourceError(
                    f"the question {key!r} is already asked in {other.stem}.md, line {other.row + 1}", placed.row
                )
                error.where = chapter.where
                raise error
            found[key] = placed
    return found


def without_wrong(found: Directive) -> str:
    """The body of a directive; of a question without its wrong choices, whose numbers nobody has to vouch for."""
    if found.name not in QUESTIONS:
        return found.body
    return re.sub(r"^[-*] \[ \] .*$", "", found.body, flags=re.MULTILINE)


def recalled(text: str) -> list[str]:
    """The ids that a text asks again."""
    found = [directive(token) for token in parse(text)]
    return [key for d in found if d and d.name == "before-you-read" for key in _ids(d.body)]


def _ids(body: str) -> list[str]:
    return [line.strip().removeprefix("- ").strip() for line in body.split("\n") if line.strip()]


def expand(text: str, questions: dict[str, Placed], stem: str, row: int, values) -> str:
    """{before-you-read} with ids gets the questions themselves. `values(stem)` gives what that chapter recorded."""
    tokens, at = parse(text), line_offsets(text)
    edits = []
    for token in tokens:
        found = directive(token)
        if not found or found.name != "before-you-read":
            continue
        with located(row + token.map[0]):
            ids = _ids(found.body)
            if not ids:
                raise SourceError("name the questions to ask again, an id a line")
            asked = "\n\n".join(_again(key, questions, stem, values) for key in ids)
        block = f":::::{{before-you-read}} {found.argument}\n\n{asked}\n\n:::::"
        edits.append((at[token.map[0]], at[token.map[1]] - 1, block))
    return splice(text, edits)


def _again(key: str, questions: dict[str, Placed], stem: str, values) -> str:
    placed = questions.get(key)
    if placed is None:
        close = difflib.get_close_matches(key, list(questions), n=3)
        near = f"; did you mean {', '.join(close)}?" if close else ""
        raise SourceError(f"no question {key!r}{near}")
    if placed.stem >= stem:
        raise SourceError(f"the question {key!r} is asked in {placed.stem}, which is not before this chapter")
    found, known = placed.found, values(placed.stem)
    body = (
        replace_roles(found.body, {"value": lambda name: _known(name, known, placed.stem)})
        if known is not None
        else (replace_roles(found.body, {"value": lambda _: "0"}))
    )
    options = {**found.options, "again": ""}
    lines = "\n".join(f":{name}: {value}".rstrip() for name, value in options.items())
    return f"::::{{question}} {key}\n{lines}\n\n{body}\n::::"


def _known(name: str, values: dict[str, str], stem: str) -> str:
    if name not in values:
        raise SourceError(f"{stem} has not recorded {name!r} yet: npm run notebooks -- {stem}")
    return values[name]
