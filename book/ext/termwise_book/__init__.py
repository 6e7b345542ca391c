"""Sphinx extension of the book: terms, exercises, figures, formulas, numbering, page chrome. One file a job."""

from . import boxes, chrome, exercises, figures, formulas, lists, margin, numbering, terms, tidy

PARTS = (formulas, terms, lists, exercises, boxes, margin, figures, numbering, chrome, tidy)


def setup(app):
    app.add_config_value("termwise_root", "", "env")
    app.add_config_value("termwise_version", "0", "html", str)
    for part in PARTS:
        part.setup(app)
    return {"version": "0.1", "parallel_read_safe": False, "parallel_write_safe": False}
