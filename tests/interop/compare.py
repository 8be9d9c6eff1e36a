"""Compares what other programs read in the exports with what `list --json` prints: compare.py PROGRAM DIRECTORY.

The directory contains the readers that were installed for Python and Node.
"""

import csv
import html
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid
from datetime import date, datetime, timedelta, timezone

import icalendar
import jsonschema
import markdown_it
import pybtex.database
from pylatexenc.latex2text import LatexNodes2Text

PROGRAM, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).resolve().parent
PLAN = datetime(2026, 12, 31, 18, 0)


def run(*command, text=""):
    environment = {"PATH": os.environ["PATH"], "HOME": str(WORK), "LC_ALL": "C.UTF-8"}
    options = {"cwd": WORK, "env": environment, "check": True, "stdout": subprocess.PIPE}
    return subprocess.run(command, input=text.encode(), **options).stdout.decode()


def check(what, read, expected):
    if read != expected:
        sys.exit(f"{what}:\n  read     {read!r}\n  expected {expected!r}")


class Dataset:
    """The built-in data, or that of a file."""

    def __init__(self, *options):
        self.options = options
        self.talks = json.loads(self.run("list", "-e", "all", "--json"))
        self.editions = {edition["year"]: edition for edition in json.loads(self.run("editions", "--json"))}

    def run(self, *arguments):
        return run(PROGRAM, *arguments, *self.options)

    def export(self, *options):
        return self.run("export", "-e", "all", *options)


def speakers_of(talk):
    return ", ".join(talk["speakers"]) + (" et al." if talk["et_al"] else "")


def text_of(link):
    return (link.get("title") or link["text"]) + (f" ({link['published']})" if link.get("published") else "")


def links_of(talk):
    slides = [{"title": "Slides", "url": talk["slides_url"]}] if talk["slides_url"] else []
    return slides + talk["coverage"] + talk["links"]


def one_line(text):
    return " ".join((text or "").split())


def utc(text):
    """Returns a date as it is, and a time in UTC."""
    is_time = text and len(text) > 10
    return datetime.fromisoformat(text).astimezone(timezone.utc).isoformat() if is_time else text


def next_day(text):
    return str(date.fromisoformat(text) + timedelta(days=1))


def event_of(talk, data, planned=None):
    """Returns the event of a talk; with a time, that of a reading plan."""
    title, speakers, slides = talk["display_title"], speakers_of(talk), talk["slides_url"]
    start, end = utc(talk["start"]), utc(talk["end"])
    if planned:
        start, end = planned.isoformat(), (planned + timedelta(minutes=45)).isoformat()
    is_day = len(start) == 10
    announced = "As announced:" if talk["summary"] and talk["abstract"] else None
    page = {"title": data.editions[talk["edition"]]["name"], "url": talk["url"]}
    links = [f"{text_of(link)}: {link['url']}" for link in [*links_of(talk), page]]
    parts = [speakers, talk["summary"], announced, talk["abstract"], "\n".join(links)]
    name = f"kangrejos:{talk['edition']}/{talk['id']}" + ("#plan" if planned else "")
    return {
        "uid": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "dtstart": start,
        "dtend": next_day(end or start) if is_day else end,
        "summary": title if not speakers or speakers in title else f"{title} ({speakers})",
        "description": "\n\n".join(filter(None, parts)),
        "location": None if planned else talk["location"],
        "url": slides or talk["url"],
        "attach": slides if slides and slides.lower().endswith(".pdf") else None,
        "transp": "TRANSPARENT" if is_day else "OPAQUE",
        "categories": ["Kangrejos", talk["kind"]],
    }


def by_icalendar(text, keys):
    calendar = icalendar.Calendar.from_ical(text)
    events = []
    for event in calendar.walk("VEVENT"):
        check("icalendar: errors", event.errors, [])
        read = {key: str(event[key]) if key in event else None for key in keys}
        read |= {key: event[key].dt.isoformat() for key in ("dtstart", "dtend") if key in event}
        events.append(read | {"categories": [str(category) for category in event["categories"].cats]})
    name = calendar.get("X-WR-CALNAME")
    return [name and str(name), events]


def by_ical_js(text, keys):
    return json.loads(run("node", "read.mjs", *keys, text=text))


def check_calendar(what, text, name, expected):
    for reader in (by_icalendar, by_ical_js):
        calendar, events = reader(text, expected[0].keys())
        check(f"{what}: {reader.__name__}: name", calendar, name)
        for event in events if what == "plan" else []:
            # It has a paragraph about the session, which is not in JSON.
            event["description"] = re.sub(r"(?m)^Kangrejos 20\d\d.*\n\n", "", event["description"], count=1)
        in_order = (sorted(of, key=lambda event: event["uid"]) for of in (events, expected))
        for event, wanted in zip(*in_order, strict=True):
            check(f"{what}: {reader.__name__}", event, wanted)


def check_calendars(data):
    """Checks each edition, one talk of each, and of the built-in data also all editions and a reading plan."""
    events = {talk["id"]: event_of(talk, data) for talk in data.talks if talk["start"]}
    for year, edition in data.editions.items():
        ids = [talk["id"] for talk in data.talks if talk["edition"] == year and talk["id"] in events]
        if ids:
            check_calendar(year, data.run("export", "-e", str(year)), edition["name"], [events[id] for id in ids])
            check_calendar(ids[0], data.run("export", ids[0]), None, [events[ids[0]]])
    if data.options:
        return
    check_calendar("all", data.export(), "Kangrejos", [*events.values()])
    keys = ("summary", "abstract", "slides_url", "coverage")
    readable = [talk for talk in data.talks if any(talk[key] for key in keys)]
    planned = [event_of(talk, data, PLAN + timedelta(weeks=n)) for n, talk in enumerate(readable)]
    check_calendar("plan", data.export("--plan", f"{PLAN:%Y-%m-%dT%H:%M}"), "Kangrejos reading plan", planned)


def check_khal(data):
    """Imports a calendar twice, which must not duplicate events, and reads the files that `--split` writes."""
    (WORK / "config").write_text(
        f"[calendars]\n[[imported]]\npath = {WORK}/imported\n[[split]]\npath = {WORK}/split\nreadonly = True\n"
        f"[sqlite]\npath = {WORK}/khal.db\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
    )
    khal = [str(WORK / "venv/bin/khal"), "-c", "config"]
    (WORK / "imported").mkdir()
    data.export("--split", "split")
    data.export("-o", "all.ics")
    for _ in range(2):
        run(*khal, "import", "--batch", "-a", "imported", "all.ics")
    events = [event_of(talk, data) for talk in data.talks if talk["start"]]
    expected = sorted((event["uid"], event["dtstart"], event["dtend"], event["summary"]) for event in events)
    for calendar in ("imported", "split"):
        options = ["--once", "--day-format", "", "--format", "{uid} {start-date} {end-date} {title}"]
        listed = run(*khal, "list", "-a", calendar, *options, "2021-01-01", "2030-12-31").splitlines()
        rows = [line.split(" ", 3) for line in listed if line]
        # khal prints the last day; in a calendar, the end is the day after it.
        check(f"khal: {calendar}", sorted((uid, start, next_day(end), title) for uid, start, end, title in rows), expected)


def cell_of(value):
    if isinstance(value, list):
        return "; ".join(map(cell_of, value))
    if isinstance(value, dict):
        return f"{text_of(value)} <{value['url']}>"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def check_csv(data):
    rows = csv.DictReader(io.StringIO(data.export("-f", "csv"), newline=""), strict=True)
    for row, talk in zip(rows, data.talks, strict=True):
        expected = {key: cell_of(value) for key, value in talk.items()}
        if data.options:
            # An apostrophe precedes what a spreadsheet could run.
            check("csv: formulas", [cell for cell in row.values() if re.search(r'(?:^|[;\n])"*[=+@-]', cell)], [])
            row, expected = ({key: cell.replace("'", "") for key, cell in of.items()} for of in (row, expected))
        check(f"csv: {talk['id']}", row, expected)


def plain(latex):
    # pylatexenc does not know these commands.
    signs = {"less": "<", "greater": ">", "braceleft": "\\{", "braceright": "\\}"}
    known = re.sub(r"\\text(less|greater|braceleft|braceright){}", lambda found: signs[found[1]], latex)
    return one_line(LatexNodes2Text(math_mode="verbatim").latex_to_text(known.removeprefix("{").removesuffix("}")))


def check_bibtex(data):
    entries = pybtex.database.parse_string(data.export("-f", "bib"), "bibtex").entries.values()
    for talk, entry in zip(data.talks, entries, strict=True):
        where, key = f"bibtex: {talk['id']}", f"{talk['edition']}{talk['id'].replace('-', '')}"
        check(where, (entry.type, entry.key.endswith(key)), ("misc", True))
        urls = [talk["slides_url"], *(article["url"] for article in talk["coverage"]), talk["url"]]
        expected = {
            "key": None if talk["speakers"] else talk["display_title"],
            "title": talk["display_title"],
            "howpublished": data.editions[talk["edition"]]["name"],
            "address": talk["location"],
            "year": str(talk["edition"]),
            "month": talk["start"] and f"{date.fromisoformat(talk['start']):%B}",
            "url": next(filter(None, urls)),
            "keywords": f"Kangrejos, {talk['kind']}",
            "abstract": one_line(talk["abstract"]),
            "annote": one_line(talk["summary"]),
        }
        read = {key: value if key == "url" else plain(value) for key, value in entry.fields.items()}
        check(where, read, {key: value for key, value in expected.items() if value})
        people = [" ".join(reversed(plain(str(person)).split(", "))) for person in entry.persons.get("author", [])]
        check(f"{where}: author", people, talk["speakers"] + (["others"] if talk["et_al"] else []))


def by_cmark(text):
    return run("cmark-gfm", "-e", "autolink", "-e", "table", "-e", "strikethrough", "-e", "tagfilter", text=text)


def by_markdown_it(text):
    return markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(text)


def check_markdown(data):
    headings, texts, links = [], [], []
    for talk in data.talks:
        edition = data.editions[talk["edition"]]
        if ("h1", edition["name"]) not in headings:
            headings.append(("h1", edition["name"]))
            links.append(edition["url"])
        headings.append(("h2", talk["display_title"]))
        linked = talk["outcome"] + links_of(talk)
        paragraphs = f"{talk['summary'] or ''}\n\n{talk['abstract'] or ''}".split("\n\n")
        texts += [speakers_of(talk), *paragraphs, *map(text_of, linked)]
        links += [link["url"] for link in linked]
    for reader in (by_cmark, by_markdown_it):
        page, name = reader(data.export("-f", "md")), reader.__name__
        check(f"{name}: tags", set(re.findall(r"<(\w+)", page)), {"h1", "h2", "p", "a", "ul", "li", "blockquote"})
        [_, *parts] = re.split("<(h1|h2|p|ul|li|blockquote)>", page)
        plain_parts = [one_line(html.unescape(re.sub("<[^>]*>", "", part))) for part in parts[1::2]]
        blocks = list(zip(parts[::2], plain_parts))
        check(f"{name}: headings", [(tag, text) for tag, text in blocks if tag in ("h1", "h2")], headings)
        check(f"{name}: texts", [text for text in texts if not any(part.startswith(text) for part in plain_parts)], [])
        # Addresses in hostile texts become links too.
        read = [html.unescape(url) for url in re.findall('<a href="(.*?)"', page)]
        check(f"{name}: links", [url for url in read if not data.options or url in links], links)


def check_schema():
    data = HERE.parent.parent / "data"
    schema = json.loads((data / "schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for path in [*sorted(data.glob("2*.json")), HERE / "hostile.json"]:
        check(path.name, [str(error) for error in validator.iter_errors(json.loads(path.read_text("utf-8")))], [])


builtin, hostile = Dataset(), Dataset("--dataset", str(HERE / "hostile.json"))
for data in (builtin, hostile):
    check_calendars(data)
    check_csv(data)
    check_markdown(data)
check_khal(builtin)
check_bibtex(builtin)
check_schema()
print(f"{len(builtin.talks)} talks of {len(builtin.editions)} editions are read correctly, and {len(hostile.talks)} hostile ones")
