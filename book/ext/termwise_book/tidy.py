"""After the build: remove what the theme brings and no page of ours loads."""

import shutil
from pathlib import Path

UNUSED = ["styles", "scripts", "vendor", "locales", "images", "webfonts", "webpack-macros.html", "sbt-webpack-macros.html"]


def finish(app, error):
    if error or app.builder.name not in ("html", "dirhtml"):
        return
    static = Path(app.outdir) / "_static"
    for name in UNUSED:
        path = static / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def setup(app):
    app.connect("build-finished", finish, priority=900)
