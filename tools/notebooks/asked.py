"""How questions look in a notebook: choices in view, answers and reasons folded below them."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from .myst import Directive, SourceError
from .questions import LETTERS, QUESTIONS, Choice, Question, question, shown

if TYPE_CHECKING:
    from .lower import Lower

DIRECTIVES = (*QUESTIONS, "quiz", "before-you-read")
ASKS = {
    "one": "",
    "several": "*Tick all that are right.*",
    "number": "*A number{unit}.*",
    "order": "*Put these in order.*",
}


def lowered(lower: Lower, found: Directive, row: int, quoted: str) -> str:
    """A {question}, {predict}, {quiz} or {before-you-read} as Markdown. `quoted` puts a box around a text."""
    if found.name == "quiz":
        return lower.in_quiz(found.body, row)
    if found.name == "before-you-read":
        return f"**Before you read**\n\n{lower.text(found.body, row)}"
    try:
        made = question(found)
    except SourceError as error:
        error.row = row - found.body_row if error.row is None else row + error.row
        raise
    check(lower, made, row - found.body_row)
    title = "**Predict.** " if made.predicts else ""
    parts = [title + lower.text(made.prompt, row, quoted=True), _choices(lower, made, row), _folded(lower, made, row)]
    return quoted("\n\n".join(part for part in parts if part))


def check(lower: Lower, made: Question, row: int) -> None:
    """What only the course knows: its terms, its labels."""
    for key in made.terms:
        lower.course.term(key)
    if made.about:
        lower.reference(made.about, None)
    elif lower.quiz and not made.again:
        raise SourceError("where is the answer? A question of a quiz has :about: and the label of that section", row)


def _choices(lower: Lower, made: Question, row: int) -> str:
    note = ASKS[made.kind].format(unit=f", in {made.unit}" if made.unit else "")
    if made.kind == "number":
        return note
    lines = [
        f"- {f'**{letter}** · ' if made.kind != 'order' else ''}{_inline(lower, choice.text, row + choice.row)}"
        for letter, choice in _lettered(made)
    ]
    return "\n\n".join(part for part in (note, "\n".join(lines)) if part)


def _lettered(made: Question) -> list[tuple[str, Choice]]:
    return [(LETTERS[k], choice) for k, (_, choice) in enumerate(shown(made))]


def _folded(lower: Lower, made: Question, row: int) -> str:
    summary = "Show the answer" if not made.predicts else "I have an answer: show it"
    ordered = made.kind == "order"
    named = (
        [*zip("12345678", made.choices, strict=False)]
        if ordered
        else sorted(_lettered(made), key=lambda pair: not pair[1].right)
    )
    reasons = "\n\n".join(_reason(lower, made, letter, choice, row) for letter, choice in named)
    rest = lower.text(made.after, row + made.after_row, quoted=True)
    inner = "\n\n".join(part for part in (reasons, rest) if part)
    return f"<details>\n<summary>{html.escape(summary)}</summary>\n\n{inner}\n\n</details>"


def _reason(lower: Lower, made: Question, letter: str, choice: Choice, row: int) -> str:
    text = _inline(lower, choice.text, row + choice.row)
    if made.kind == "number":
        unit = f" {made.unit}" if made.unit and not text.endswith(made.unit) else ""
        head = f"**{text}{unit} is right.**" if choice.right else f"**Not {text}{unit}.**"
        head = "**Another number?**" if choice.text == "otherwise" else head
    elif made.kind == "order":
        head = f"**{letter}.** {text}"
    else:
        head = f"**{letter} is right.**" if choice.right else f"**Not {letter}.**"
    why = lower.text(choice.why, row + choice.why_row, quoted=True)
    return f"{head} {why}".strip()


def _inline(lower: Lower, text: str, row: int) -> str:
    return lower.text(text, row, quoted=True)
