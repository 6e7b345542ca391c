"""python -m tools.notebooks [ch00 …] [--all | --check | --render]: chapters → notebooks/ and build/book-src/."""

from __future__ import annotations

import sys

from .main import main

sys.exit(main(sys.argv[1:]))
