"""After the build: remove what the theme brings and no page of ours loads, and pages whose source is gone."""

import shutil
from pathlib import Path

EXTRA = {"404", "search"}
UNUSED = [
    "styles",
    "scripts",
    "vendor",
    "locales",
    "images",
    "webfonts",
    "webpack-macros.html",
    "sbt-webpack-macros.html",
    "pygments.css",
    "basic.css",
    "documentation_options.js",
    "file.png",
    "minus.png",
    "plus.png",
    ".keep",
    ".version",
]


def finish(app, error):
    if error or app.builder.name not in ("html", "dirhtml"):
        return
    static = Path(app.outdir) / "_static"
    for name in [*UNUSED, *(path.name for path in static.glob("mystnb.*.css"))]:
        path = static / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.rmtree(Path(app.outdir) / "_sources", ignore_errors=True)
    for path in Path(app.outdir).rglob("*.html"):
        name = path.relative_to(app.outdir).with_suffix("").as_posix()
        if name not in app.env.found_docs and name not in EXTRA:
            path.unlink()


def setup(app):
    app.connect("build-finished", finish, priority=900)
