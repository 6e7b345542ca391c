"""The rules of a chapter, and the author's commands: check, build one, begin one. CONTRIBUTING.md says how to write."""
