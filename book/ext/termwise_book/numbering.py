"""Chapters carry the number of their file: chNN-slug is chapter NN, so figure 7.2 stays 7.2 whatever else is there."""

import re

from docutils import nodes
from sphinx.environment.collectors.toctree import TocTreeCollector


def chapter_of(docname):
    match = re.match(r"ch(\d+)-", docname)
    return int(match[1]) if match else None


class ChapterNumbers(TocTreeCollector):
    """Sphinx's collector, with the first number taken from the name of the file."""

    def assign_section_numbers(self, env):
        changed = super().assign_section_numbers(env)
        for docname, numbers in env.toc_secnumbers.items():
            number = chapter_of(docname)
            if number is None:
                continue
            renumber = lambda found, number=number: (number, *found[1:])
            env.toc_secnumbers[docname] = {anchor: renumber(found) for anchor, found in numbers.items()}
            for node in env.tocs[docname].findall(nodes.reference):
                if "secnumber" in node:
                    node["secnumber"] = renumber(node["secnumber"])
            if "secnumber" in env.titles[docname]:
                env.titles[docname]["secnumber"] = renumber(env.titles[docname]["secnumber"])
        return changed


def setup(app):
    """Take the place of Sphinx's own collector, which an extension cannot otherwise reach."""
    listeners = app.events.listeners
    for event, found in listeners.items():
        listeners[event] = [
            item for item in found if not isinstance(getattr(item.handler, "__self__", None), TocTreeCollector)
        ]
    app.add_env_collector(ChapterNumbers)
