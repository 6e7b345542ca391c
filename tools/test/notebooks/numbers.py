"""Prints every numbered label of the course as JSON: [chapter, label, kind, number]."""

import json
import sys

from tools.notebooks.chapter import all_chapters, read
from tools.notebooks.labels import index

found = index([read(path) for path in all_chapters()])
json.dump([[label.stem, name, label.kind, label.number] for name, label in found.items() if label.number], sys.stdout)
