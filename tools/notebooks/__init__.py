"""Chapters become notebooks and book pages: one execution, two renderings. `npm run notebooks` runs this package."""

import sys

# jsonschema would load this to check addresses, which no notebook has; loading it takes longer than all the rest.
sys.modules.setdefault("rfc3987_syntax", None)
