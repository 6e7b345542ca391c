"""The online book: chapters from build/book-src, pages generated from the glossary and the exercises. See build.ts."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE / "ext"), str(ROOT)]
sys.modules["rfc3987_syntax"] = (
    None  # jsonschema would compile 38 grammars for a check that no notebook needs: 2 s a build
)

project = "Termwise"
author = "The Termwise authors"
copyright = "2026, The Termwise authors"
version = release = "0.1"
language = "en"
extensions = ["myst_nb", "sphinxcontrib.bibtex", "termwise_book"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
exclude_patterns = ["_build", "_pictures"]
highlight_language = "text"
nitpicky = True
suppress_warnings = [
    "bibtex.duplicate_citation",
    "bibtex.duplicate_label",  # chapters may list the same work; links stay in the chapter
]

# Chapters arrive executed; nothing runs here.
nb_execution_mode = "off"
nb_merge_streams = True
nb_ipywidgets_js = {}  # the default loads two scripts from a remote host
nb_output_stderr = "show"
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"
nb_number_source_lines = False
myst_enable_extensions = ["dollarmath", "colon_fence", "deflist", "attrs_inline", "attrs_block", "fieldlist"]
myst_heading_anchors = 3

numfig = True
numfig_format = {"figure": "Figure %s", "table": "Table %s", "code-block": "Listing %s", "section": "Chapter %s"}
math_numfig = True
math_eqref_format = "({number})"
bibtex_bibfiles = [str(ROOT / "chapters" / "references.bib")]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"

html_theme = "sphinx_book_theme"
html_theme_options = {"use_download_button": False, "use_fullscreen_button": False}
html_title = "Termwise"
html_secnumber_suffix = " "
html_context = {"default_mode": "auto"}
html_math_renderer = "katex_static"
html_static_path = [str(ROOT / "build" / "book-assets"), str(ROOT / "build" / "book-pages" / "_pictures")]
templates_path = ["templates"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_permalinks_icon = "#"
html_additional_pages = {"404": "404.html"}

termwise_root = str(ROOT)
termwise_version = "0"  # build.ts sets it to the hash of the assets
