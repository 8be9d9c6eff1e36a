"""Checks CSV, BibTeX and Markdown as other programs read them."""

import csv
import glob
import html.parser
import io
import json
import os
import re
import shutil
import subprocess

import bibtexparser
import markdown
import markdown_it
import pybtex.database
from pylatexenc.latex2text import LatexNodes2Text

from common import WORK, article_of, check, links_of, moment, names_of, paragraphs_of, run, skip, speakers_of, title_of


def check_csv(talks, *dataset):
    data = run("export", "-e", "all", "-f", "csv", *dataset).decode()
    check("csv: line ends", data.endswith("\r\n"), True)
    rows = list(csv.DictReader(io.StringIO(data, newline=""), strict=True))
    check("csv: rows", len(rows), len(talks))
    text = lambda value: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    for row, talk in zip(rows, talks):
        expected = {key: text(value) for key, value in talk.items() if key in row}
        for key in ("speakers", "sources", "related"):
            expected |= {key: "; ".join(talk[key])} if key in row else {}
        expected["coverage"] = "; ".join(f"{article_of(a)} <{a['url']}>" for a in talk["coverage"])
        expected["links"] = "; ".join(f"{link['title']} <{link['url']}>" for link in talk["links"])
        if "outcome" in row:
            expected["outcome"] = "; ".join(f"{o['text']} <{o['url']}>" for o in talk["outcome"])
        if dataset:
            for value in row.values():
                check("csv: formulas", re.findall(r'(?:^|[;\n])"*[=+@-]', value), [])
            row, expected = [{key: value.replace("'", "") for key, value in of.items()} for of in (row, expected)]
        check(f"csv: {talk['id']}", row, expected)


def check_bibtex(talks, names):
    data = run("export", "-e", "all", "-f", "bib").decode()
    # pylatexenc does not know these commands.
    signs = {"less": "<", "greater": ">", "braceleft": "\\{", "braceright": "\\}"}
    known = lambda text: re.sub(r"\\text(less|greater|braceleft|braceright){}", lambda found: signs[found[1]], text)
    plain = lambda text: LatexNodes2Text(math_mode="verbatim").latex_to_text(known(text.removeprefix("{").removesuffix("}")))
    spaces = lambda text: " ".join(text.split())
    by_pybtex = pybtex.database.parse_string(data, "bibtex").entries
    by_parser = bibtexparser.parse_string(data)
    check("bibtexparser: failed", by_parser.failed_blocks, [])
    check("bibtex: entries", (len(by_pybtex), len(by_parser.entries)), (len(talks), len(talks)))
    for talk, entry, other in zip(talks, by_pybtex.values(), by_parser.entries):
        where = f"bibtex: {talk['id']}"
        check(where, (entry.key, entry.type), (other.key, other.entry_type))
        end = f"{talk['edition']}{talk['id'].replace('-', '')}"
        check(f"{where}: key", re.fullmatch(f"[a-z]+{end}", entry.key) is not None, True)
        check(f"{where}: type", entry.type, "misc")
        articles = [article["url"] for article in talk["coverage"]]
        check(f"{where}: url", entry.fields["url"], [talk["slides_url"], *articles, talk["url"]][0 if talk["slides_url"] else 1])
        fields = {
            "key": None if talk["speakers"] else title_of(talk),
            "title": title_of(talk),
            "howpublished": names[talk["edition"]],
            "address": talk["location"],
            "year": str(talk["edition"]),
            "month": moment(talk["start"]).strftime("%B") if talk["start"] else None,
            "keywords": f"Kangrejos, {talk['kind']}",
            "abstract": talk["abstract"] and spaces(talk["abstract"]),
            "annote": talk.get("summary") and spaces(talk["summary"]),
        }
        read = {key: spaces(plain(value)) for key, value in entry.fields.items() if key != "url"}
        check(where, read, {key: value for key, value in fields.items() if value})
        people = [plain(str(person)) for person in entry.persons.get("author", [])]
        turned = [" ".join(reversed(person.split(", "))) for person in people]
        check(f"{where}: author", turned, talk["speakers"] + (["others"] if talk["et_al"] else []))


def check_tex(count, *dataset):
    """Compiles a document that cites every talk with bibtex and with biber, which must not warn."""
    if not shutil.which("bibtex"):
        return skip("bibtex", "texlive-binaries")
    with open(os.path.join(WORK, "talks.bib"), "wb") as file:
        file.write(run("export", "-e", "all", "-f", "bib", *dataset))
    tex = lambda *command: subprocess.run(command, cwd=WORK, capture_output=True, text=True, errors="replace")
    for style in ("plain", "alpha", "abbrv", "unsrt"):
        with open(os.path.join(WORK, "talks.aux"), "w") as file:
            file.write(f"\\citation{{*}}\n\\bibdata{{talks}}\n\\bibstyle{{{style}}}\n")
        done = tex("bibtex", "talks")
        check(f"bibtex: {style}", (done.returncode, re.findall("Warning.*|error.*", done.stdout)), (0, []))
        # bibtex may cut a label in the middle of a character.
        with open(os.path.join(WORK, "talks.bbl"), errors="replace") as file:
            check(f"bibtex: {style}", file.read().count("\\bibitem"), count)
    if not (shutil.which("biber") and shutil.which("pdflatex")):
        return skip("biber", "biber, texlive-latex-recommended, texlive-bibtex-extra")
    with open(os.path.join(WORK, "book.tex"), "w") as file:
        file.write(
            "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[backend=biber]{biblatex}"
            "\\addbibresource{talks.bib}\\begin{document}\\nocite{*}\\printbibliography\\end{document}"
        )
    first = tex("pdflatex", "-interaction=nonstopmode", "book")
    biber = tex("biber", "book")
    second = tex("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "book")
    check("pdflatex", [first.returncode, second.returncode], [0, 0])
    check("biber", (biber.returncode, re.findall("WARN.*|ERROR.*", biber.stdout)), (0, []))
    with open(os.path.join(WORK, "book.bbl")) as file:
        check("biber", len(re.findall(r"\\entry{", file.read())), count)


class Page(html.parser.HTMLParser):
    """The texts of blocks, the URLs of links, and all tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.blocks, self.links, self.tags = [], [], set()
        self.feed(text)
        self.blocks = [(tag, " ".join(text.split())) for tag, text in self.blocks if text.strip()]

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == "a":
            self.links.append(dict(attributes)["href"])
        if tag not in ("a", "p"):
            self.blocks.append((tag, ""))
        elif tag == "p" and not (self.blocks and self.blocks[-1][0] in ("li", "blockquote") and not self.blocks[-1][1].strip()):
            self.blocks.append((tag, ""))

    def handle_data(self, text):
        if self.blocks:
            tag, before = self.blocks[-1]
            self.blocks[-1] = (tag, before + text)


def by_command(*command):
    return lambda text: subprocess.run(command, input=text, cwd=WORK, capture_output=True, text=True, check=True).stdout


RENDERERS = {
    "markdown-it": markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render,
    "Python-Markdown": markdown.markdown,
    "marked": lambda text: json.loads(by_command("node", "read.mjs", "marked")(text)),
    "cmark-gfm": by_command("cmark-gfm", "-e", "autolink", "-e", "table", "-e", "strikethrough", "-e", "tagfilter"),
    "discount": by_command("markdown", "-f", "nopants"),
    # Without emoji, which are in names such as kernel::sync::lock::spinlock.
    "pandoc gfm": by_command("pandoc", "-f", "gfm-emoji", "-t", "html", "--wrap=none"),
    "pandoc": by_command("pandoc", "-f", "markdown-smart", "-t", "html", "--wrap=none"),
    "pandoc strict": by_command("pandoc", "-f", "markdown_strict", "-t", "html", "--wrap=none"),
    "pandoc phpextra": by_command("pandoc", "-f", "markdown_phpextra", "-t", "html", "--wrap=none"),
}
PROGRAMS = {"cmark-gfm": "cmark-gfm", "discount": "markdown", "pandoc": "pandoc"}


def check_markdown(talks, *dataset):
    data = run("export", "-e", "all", "-f", "md", *dataset).decode()
    names, pages = names_of(*dataset), {e["year"]: e["url"] for e in json.loads(run("editions", *dataset, "--json"))}
    headings, texts, links, year = [], [], [], None
    for talk in talks:
        if talk["edition"] != year:
            year = talk["edition"]
            headings.append(("h1", names[year]))
            links.append(pages[year])
        headings.append(("h2", title_of(talk)))
        texts += [speakers_of(talk)] + paragraphs_of(talk.get("summary")) + paragraphs_of(talk["abstract"])
        texts += [o["text"] for o in talk.get("outcome", [])] + [label for label, _ in links_of(talk)]
        links += [o["url"] for o in talk.get("outcome", [])] + [url for _, url in links_of(talk)]
    for name, render in RENDERERS.items():
        program = PROGRAMS.get(name.split(" ")[0])
        if program and not shutil.which(program):
            skip(name, program)
            continue
        page = Page(render(data))
        check(f"{name}: tags", page.tags - {"h1", "h2", "p", "a", "ul", "li", "blockquote"}, set())
        check(f"{name}: headings", [block for block in page.blocks if block[0] in ("h1", "h2")], headings)
        found = {text for _, text in page.blocks}
        lost = [text for text in texts if text and not any(block.startswith(text) for block in found)]
        check(f"{name}: texts", lost, [])
        # The pages of hostile texts contain other links too.
        check(f"{name}: links", [url for url in page.links if not dataset or url in links], links)


def check_same_bytes():
    """Checks that time zone, locale, directory and year do not change the bytes."""
    [faketime] = glob.glob(f"{WORK}/venv/**/libfaketime.so*", recursive=True)[:1]
    later = {"LD_PRELOAD": faketime, "FAKETIME": "2031-02-03 04:05:06", "TZ": "UTC"}
    year = subprocess.run(["date", "+%Y"], env=later | {"PATH": os.environ["PATH"]}, capture_output=True)
    check("faketime", year.stdout, b"2031\n")
    plan = ("--plan", "2026-12-07T18:00")
    for args in [*(("-f", name) for name in ("ics", "json", "csv", "md", "bib")), plan]:
        args = ("export", "-e", "all", *args)
        for env in ({"TZ": "Asia/Tokyo"}, {"LC_ALL": "es_ES.UTF-8"}, later):
            check(f"{args} under {env}", run(*args, env=env) == run(*args), True)
