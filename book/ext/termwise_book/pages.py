"""python -m termwise_book.pages ROOT: lay out build/book-pages, the source tree of the site.

Chapters come from build/book-src, hand-written pages from book/pages, the library's reference from build/book-api;
a page a term and a page an exercise are generated. Files that did not change keep their times, so that the next build
touches only what did.
"""

import json
import re
import sys
from pathlib import Path

from .corrections import body as corrections
from .exercises import lead, read
from .figures import LIVE, frames, png
from .glossary import chapters, terms


class Tree:
    """A folder that ends up with exactly the files that were put into it."""

    def __init__(self, folder):
        self.folder, self.kept, self.changed = folder, set(), 0

    def put(self, name, data):
        path = self.folder / name
        data = data.encode("utf8") if isinstance(data, str) else data
        self.kept.add(path)
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            self.changed += 1

    def prune(self):
        for path in list(self.folder.rglob("*")):
            if path.is_file() and path not in self.kept:
                path.unlink()
                self.changed += 1


def page(title, label, body, orphan=True, keywords=()):
    """`keywords` are words that search finds although the page does not say them."""
    meta = (
        f"myst:\n  html_meta:\n    keywords: {json.dumps(', '.join(keywords), ensure_ascii=False)}\n"
        if keywords
        else ""
    )
    front = f"---\n{'orphan: true' + chr(10) if orphan else ''}{meta}---\n" if orphan or meta else ""
    return f"{front}({label})=\n# {title}\n\n{body}\n"


def escaped(text):
    """Plain text as Markdown that shows exactly it."""
    return re.sub(r"([\\`*_{}\[\]<>$#|~^])", r"\\\1", text)


def term_pages(root):
    for key, term in terms(root).items():
        yield (
            f"terms/{key}.md",
            page(
                escaped(term["title"]),
                f"term-{key}",
                f":::{{term-page}} {key}\n:::",
                keywords=[term["name"], *term["also"], *term["aliases"]],
            ),
        )


def by_letter(root):
    """English names in alphabetical order, under their letters."""
    letters = {}
    for term in sorted(terms(root).values(), key=lambda term: plain(term["title"])):
        first = plain(term["title"])[0].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(term["id"])
    body = "Each term has its page: definition, formula, the common mistake, what it needs and what needs it.\n"
    for letter, keys in letters.items():
        body += f"\n## {letter}\n\n:::{{term-list}}\n" + "\n".join(keys) + "\n:::\n"
    return page(f"All {len(terms(root))} terms", "all-terms", body, orphan=False)


def plain(text):
    return re.sub(r"^[^a-z0-9]+", "", text.lower())


def by_chapter(root):
    """The same terms in the order in which the course meets them, with the Chinese titles of the chapters."""
    body = "The order in which the course meets them: a term needs only terms above it.\n"
    for key, chapter in chapters(root).items():
        keys = [term["id"] for term in terms(root).values() if term["chapter"] == key]
        body += (
            f"\n(terms-{key})=\n## {chapter['number']}. {chapter['title']}\n\n:::{{term-list}}\n:lead: {chapter['zh']}\n\n"
            + "\n".join(keys)
            + "\n:::\n"
        )
    return page("Terms by chapter · 术语", "terms-by-chapter", body, orphan=False)


def exercise_pages(root):
    for exercise in read(root):
        key = exercise["id"]
        body = (
            f":::{{exercise-facts}} {key}\n:::\n\n{statement(exercise)}\n\n"
            f"## Your answer\n\n:::{{exercise-work}} {key}\n:::\n\n:::{{exercise-solution}} {key}\n:::\n\n{how(exercise)}"
        )
        yield (
            f"exercises/{key.lower().replace('.', '-')}.md",
            page(escaped(exercise["title"]), f"exercise-{key.lower()}", body),
        )


def statement(exercise):
    """The statement; the pictures of a lab stand in the page itself."""
    place = f"{exercise['folder'].parent.name}/{exercise['folder'].name}"
    return re.sub(
        r"^!\[(.*)\]\((.*)\.svg\)$",
        lambda match: f":::{{lab-picture}} {place}/{match[2]}\n:alt: {match[1]}\n:::",
        exercise["body"],
        flags=re.M,
    )


def how(exercise):
    """Where else it can be solved and checked, the same for all."""
    key, chapter = exercise["id"], exercise["folder"].parent.name
    return (
        "## In a notebook or an editor\n\n"
        "The same tests run in four places, and say the same. Your answer here stays in this browser.\n\n"
        f"In JupyterLab, which `npm start` opens, `exercises/{chapter}.ipynb` has a cell for your answer and one that "
        f"checks it. Or work in an editor:\n\n```\nnpm run check -- {key} --watch\n```\n\n"
        f"This makes `work/exercises/{chapter}/{exercise['folder'].name}/answer.ts` and checks it each time you save. "
        "A downloaded answer belongs in its place."
    )


def exercise_index(root):
    body = "Each exercise is checked by tests that were tested themselves: see {ref}`proofs`.\n"
    groups = {}
    for exercise in read(root):
        groups.setdefault(exercise["folder"].parent.name, []).append(exercise)
    for key, found in groups.items():
        chapter = chapters(root)[key]
        body += f"\n## {chapter['number']}. {chapter['title']}\n\n"
        body += "".join(f":::{{exercise}} {exercise['id']}\n:::\n\n" for exercise in found)
    return page("Exercises", "exercises", body, orphan=False)


def written(source):
    """The chapters that exist, for the contents; the tour stands before the syllabus."""
    return "\n".join(path.stem for path in sorted(source.glob("ch*.ipynb")) if path.stem != "ch00-tour")


def build(root):
    root = Path(root)
    source, tree = root / "build" / "book-src", Tree(root / "build" / "book-pages")
    for path in sorted((root / "book" / "pages").glob("**/*.md")):
        text = path.read_text("utf8").replace("% every chapter after the tour", written(source))
        tree.put(str(path.relative_to(root / "book" / "pages")), text)
    for path in sorted(source.glob("*.ipynb")):
        tree.put(path.name, path.read_bytes())
        for name, data in pictures(json.loads(path.read_text("utf8"))):
            tree.put(f"_pictures/{name}", data)
    for name, text in [*term_pages(str(root)), *exercise_pages(str(root))]:
        tree.put(name, text)
    for path in sorted((root / "build" / "book-api").glob("*.md")):
        tree.put(f"api/{path.name}", path.read_bytes())
    tree.put("_pictures/.keep", "")
    tree.put("terms/index.md", by_letter(str(root)))
    tree.put("terms/by-chapter.md", by_chapter(str(root)))
    tree.put("mistakes.md", page("Common mistakes, by chapter", "mistakes", corrections(str(root)), orphan=False))
    tree.put("exercises/index.md", exercise_index(str(root)))
    tree.put("names.json", json.dumps(names(str(root)), ensure_ascii=False, separators=(",", ":")))
    tree.put("terms.json", json.dumps([record(term) for term in terms(str(root)).values()], ensure_ascii=False))
    tree.put("course.json", json.dumps(course(root), ensure_ascii=False))
    tree.prune()
    return tree


def course(root):
    """What the daily questions and the reader's progress are counted by: pages with their terms and exercises."""
    found = sorted((root / "build" / "book-src").glob("*.ipynb"))
    written = {path.stem.split("-")[0]: path.stem for path in found if path.stem.startswith("ch")}
    solvable = {}
    for exercise in read(root):
        entry = {"id": exercise["id"], "title": exercise["title"]}
        solvable.setdefault(exercise["folder"].parent.name, []).append(entry)
    rows = [outside(path) for path in found if path.stem.split("-")[0] not in chapters(str(root))]
    for key, chapter in chapters(str(root)).items():
        own = [{"id": t["id"], "title": t["title"]} for t in terms(str(root)).values() if t["chapter"] == key]
        about = {"id": key, "number": chapter["number"], "title": chapter["title"], "page": written.get(key)}
        rows.append({**about, "terms": own, "exercises": solvable.get(key, [])})
    return {"chapters": rows}


def outside(path):
    """A page that is no chapter of the course, such as the tour: its own title, no terms."""
    text = "\n".join("".join(cell["source"]) for cell in json.loads(path.read_text("utf8"))["cells"])
    title = re.search(r"^# (.+)$", text, re.MULTILINE)[1]
    return {"id": path.stem, "number": None, "title": title, "page": path.stem, "terms": [], "exercises": []}


def pictures(notebook):
    """Pictures that are not drawings become files, and what live figures draw their frames with."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if LIVE in output.get("data", {}):
                name, script = frames(output["data"][LIVE])
                yield f"{name}.js", script
            if "image/png" in output.get("data", {}) and "image/svg+xml" not in output["data"]:
                yield png(output["data"])


def names(root):
    """What search knows by name: [page, title, what it is, other names], terms, exercises, chapters."""
    found = [
        [
            f"terms/{key}.html",
            term["en"] if term["name"] == term["en"] else f"{term['en']} · {term['name']}",
            term["short_en"],
            sorted({term["title"], term["en"], term["name"], *term["aliases"], *term["also"]}),
        ]
        for key, term in terms(root).items()
    ]
    for exercise in read(root):
        key = exercise["id"]
        page = f"exercises/{key.lower().replace('.', '-')}.html"
        found.append([page, f"{key} · {exercise['title']}", lead(exercise["body"]), [key, key[1:], exercise["title"]]])
    for path in sorted((Path(root) / "build" / "book-src").glob("ch*.ipynb")):
        chapter = chapters(root).get(path.stem[:4])
        if chapter:
            other = [chapter["title"], chapter["zh"], f"chapter {chapter['number']}", path.stem[:4]]
            found.append(
                [f"{path.stem}.html", f"Chapter {chapter['number']} · {chapter['title']}", chapter["zh"], other]
            )
    return found


def record(term):
    """What the Chinese search knows about a term."""
    return {"id": term["id"], "en": term["en"], "zh": term["name"], "also": term["also"], "text": term["definition_zh"]}


if __name__ == "__main__":
    made = build(sys.argv[1])
    print(f"{len(made.kept)} pages, {made.changed} changed")
