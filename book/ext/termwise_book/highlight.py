"""Listings with a span only where there is a colour: names, spaces and punctuation stay plain text."""

from pygments.formatters import HtmlFormatter
from sphinx.highlighting import PygmentsBridge

COLOURED = {
    *("k", "kd", "kr", "kc", "kt", "kn", "ow"),
    *("s", "s1", "s2", "sb", "se", "si", "sr", "ss"),
    *("m", "mi", "mf", "mh", "mo", "mb", "il"),
    *("c", "c1", "cm", "cp", "ch", "cs"),
    *("nf", "nc", "nd", "fm"),
}


class Slim(HtmlFormatter):
    def _get_css_class(self, ttype):
        name = super()._get_css_class(ttype)
        return name if name in COLOURED else ""

    _get_css_classes = _get_css_class


def setup(app):
    PygmentsBridge.html_formatter = Slim
