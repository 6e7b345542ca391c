"""Chapters become notebooks and book pages: one execution, two renderings. `npm run notebooks` runs this package."""
