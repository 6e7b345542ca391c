"""The rules of a chapter, and the author's commands: check, build one, begin one. See README.md."""
