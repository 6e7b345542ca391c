"""How a term of the glossary is called: in titles, and inside a sentence. Notebooks and book use the same rule."""

import re

# first words that keep their capital inside a sentence; words with an inner capital (ReLU) or a digit keep it anyway
NAMES = {
    "Adam",
    "Nesterov",
    "Xavier",
    "He",
    "Python",
    "Bayesian",
    "Kullback-Leibler",
    "Yogi",
    "Eve",
    "Ranger",
    "Speech",
    "Nadam",
    "Adadelta",
}


def split(name: str) -> tuple[str, str]:
    """`Dropout (inverted)` → `Dropout` and `inverted`; titles and links show the first, the term's page both."""
    match = re.fullmatch(r"(.+?) \((.+)\)", name)
    return (match[1].strip('"'), match[2]) if match else (name.strip('"'), "")


def running(title: str) -> str:
    """The name as it stands inside a sentence."""
    first = title.split(" ")[0]
    keeps = first in NAMES or any(letter.isupper() or letter.isdigit() for letter in first[1:])
    return title if keeps else title[0].lower() + title[1:]
