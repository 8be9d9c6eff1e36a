"""Compares what other programs read in the exports with what `export -f json` writes: compare.py PROGRAM DIRECTORY.

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

import any_text
import icalendar
import jsonschema
import markdown_it
import pybtex.database
from pylatexenc.latex2text import LatexNodes2Text

PROGRAM, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(__file__).resolve().parent
PLAN = datetime(2026, 12, 31, 18, 0)
LATEX = LatexNodes2Text(math_mode="verbatim")
counts = {}


def run(*command, text=""):
    environment = {"PATH": os.environ["PATH"], "HOME": str(WORK), "LC_ALL": "C.UTF-8"}
    options = {"cwd": WORK, "env": environment, "check": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        return subprocess.run(command, input=text.encode(), **options).stdout.decode()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(command)}: status {error.returncode}\n{error.stderr.decode()}")


def check(what, read, expected):
    if read != expected:
        sys.exit(f"{what}:\n  read     {read!r}\n  expected {expected!r}")


def count(reader, values):
    counts[reader] = counts.get(reader, 0) + values


class Dataset:
    """The built-in data, or that of a file."""

    def __init__(self, path=None):
        self.options = ["--dataset", str(path)] if path else []
        self.is_hostile = path in (HOSTILE, ANY)
        self.talks = json.loads(self.export("-f", "json"))
        self.by_id = {talk["id"]: talk for talk in self.talks}
        self.editions = {edition["year"]: edition for edition in json.loads(self.run("editions", "--json"))}

    def run(self, *arguments):
        return run(PROGRAM, *arguments, *self.options)

    def export(self, *options):
        return self.run("export", *options)


def speakers_of(talk):
    return ", ".join(talk["speakers"]) + (" et al." if talk["et_al"] else "")


def series_of(edition):
    return re.sub(f" {edition['year']}$", "", edition["name"])


def outcomes_of(talk):
    return [f"{outcome['date'] or 'undated'}: {outcome['text']}" for outcome in talk["outcome"]]


def text_of(link):
    return link["title"] + (f" ({link['published']})" if link.get("published") else "")


def links_of(talk, edition):
    slides = [{"title": "Slides", "url": talk["slides_url"]}] if talk["slides_url"] else []
    page = [{"title": "Page", "url": talk["url"]}] if talk["url"] != edition["url"] else []
    return slides + talk["coverage"] + talk["links"] + page


def paragraphs_of(text):
    return text.split("\n\n") if text else []


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
    edition = data.editions[talk["edition"]]
    links = [*links_of(talk, edition), {"title": edition["name"], "url": edition["url"]}]
    announced = "As announced:" if talk["abstract"] else None
    parts = [speakers, talk["gist"], talk["summary"], "\n".join(outcomes_of(talk)), announced, talk["abstract"]]
    parts.append("\n".join(f"{text_of(link)}: {link['url']}" for link in links))
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
        "categories": [series_of(edition), talk["kind"]],
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


def check_calendar(what, text, talks, data, plan=False):
    """Checks a calendar of `talks`, whose name is made of those of the first and the last edition."""
    planned = [PLAN + timedelta(weeks=n) if plan else None for n in range(len(talks))]
    expected = [event_of(talk, data, time) for talk, time in zip(talks, planned)]
    years = sorted({talk["edition"] for talk in talks})
    name = " to ".join(dict.fromkeys(data.editions[year]["name"] for year in (years[0], years[-1])))
    name = None if len(talks) == 1 else f"{name} reading plan" if plan else name
    for reader in (by_icalendar, by_ical_js):
        calendar, events = reader(text, expected[0].keys())
        # Neither reader unescapes properties that are no standard.
        check(f"{what}: {reader.__name__}: name", calendar and re.sub(r"\\(.)", r"\1", calendar), name)
        editions = "|".join(re.escape(edition["name"]) for edition in data.editions.values())
        for event in events if plan else []:
            # It has a paragraph about the session, which is not in JSON.
            event["description"] = re.sub(rf"(?m)^({editions}).*\n\n", "", event["description"], count=1)
        in_order = (sorted(of, key=lambda event: event["uid"]) for of in (events, expected))
        for event, wanted in zip(*in_order, strict=True):
            check(f"{what}: {reader.__name__}", event, wanted)
            count(reader.__name__, len(wanted))


def check_calendars(data):
    """Checks all editions, each edition, one talk of each, and a reading plan."""
    dated = [talk for talk in data.talks if talk["start"]]
    check_calendar("all", data.export(), dated, data)
    for year in {talk["edition"]: None for talk in dated}:
        talks = [talk for talk in dated if talk["edition"] == year]
        check_calendar(year, data.export(str(year)), talks, data)
        check_calendar(talks[0]["id"], data.export(talks[0]["id"]), talks[:1], data)
    keys = ("slides_url", "abstract", "summary", "coverage", "notes", "outcome")
    readable = [talk for talk in data.talks if any(talk[key] for key in keys)]
    check_calendar("plan", data.export("--plan", f"{PLAN:%Y-%m-%dT%H:%M}"), readable, data, plan=True)


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
        read = sorted((uid, start, next_day(end), title) for uid, start, end, title in rows)
        check(f"khal: {calendar}", read, expected)
        count("khal", 4 * len(rows))


def row_of(talk):
    """Returns the cells of a talk by column."""
    keys = ("id", "edition", "kind", "state", "since", "gist", "summary", "slides_url", "url")
    outcomes = ((f"{outcome['date']}: " if outcome["date"] else "", outcome) for outcome in talk["outcome"])
    row = {key: talk[key] for key in keys} | {
        "date": talk["start"],
        "title": talk["display_title"],
        "speakers": "; ".join(talk["speakers"] + ["et al."] * talk["et_al"]),
        "topics": "; ".join(talk["topics"]),
        "outcome": "; ".join(f"{date}{outcome['text']} <{outcome['url']}>" for date, outcome in outcomes),
        "article_url": talk["coverage"][0]["url"] if talk["coverage"] else None,
    }
    return {key: "" if value is None else str(value) for key, value in row.items()}


def check_csv(data):
    rows = csv.DictReader(io.StringIO(data.export("-f", "csv"), newline=""), strict=True)
    for row, talk in zip(rows, data.talks, strict=True):
        expected = row_of(talk)
        if data.is_hostile:
            # An apostrophe precedes what a spreadsheet could run.
            check("csv: formulas", [cell for cell in row.values() if re.search(r'(?:^|[;\n])"*(=|[+@-]+\w)', cell)], [])
            row, expected = ({key: cell.replace("'", "") for key, cell in of.items()} for of in (row, expected))
        check(f"csv: {talk['id']}", row, expected)
        count("csv", len(expected))


def plain(latex):
    # pylatexenc does not know these commands, or not as ASCII.
    signs = {"less": "<", "greater": ">", "braceleft": "\\{", "braceright": "\\}", "bar": "|", "asciicircum": "^"}
    known = re.sub(rf"\\text({'|'.join(signs)}){{}}", lambda found: signs[found[1]], latex)
    return one_line(LATEX.latex_to_text(known.removeprefix("{").removesuffix("}")))


def month_of(day):
    return day and f"{date.fromisoformat(day[:10]):%B}"


def bibtex_of(talk, data):
    """Returns the fields of the entry of a talk, and of those of its articles."""
    ours = talk["working_title"]
    ours = f"{ours} (our description: no published title is known)" if ours else "no published title is known"
    yield {
        "key": None if talk["speakers"] else talk["id"],
        "title": one_line(talk["title"]),
        "howpublished": data.editions[talk["edition"]]["name"],
        "address": one_line(talk["location"]),
        "year": str(talk["edition"]),
        "month": month_of(talk["start"]),
        "url": talk["slides_url"] or talk["url"],
        "note": None if talk["title"] else one_line(ours),
        "keywords": f"{series_of(data.editions[talk['edition']])}, {talk['kind']}",
        "abstract": one_line(talk["abstract"]),
        "annote": one_line(talk["summary"]),
    }
    for article in talk["coverage"]:
        day = article["published"]
        yield {
            "key": talk["id"],
            "title": one_line(article["title"]),
            "year": day and day[:4],
            "month": month_of(day),
            "url": article["url"],
            "note": one_line(f"About {talk['display_title']}"),
        }


def check_bibtex(data):
    entries = iter(pybtex.database.parse_string(data.export("-f", "bib"), "bibtex").entries.values())
    for talk in data.talks:
        where, key = f"bibtex: {talk['id']}", f"{talk['edition']}{talk['id'].replace('-', '')}"
        for n, expected in enumerate(bibtex_of(talk, data)):
            entry = next(entries)
            check(where, (entry.type, entry.key.endswith(f"{key}-article{n}" if n else key)), ("misc", True))
            read = {key: value if key == "url" else plain(value) for key, value in entry.fields.items()}
            check(where, read, {key: value for key, value in expected.items() if value})
            people = [str(person) for person in entry.persons.get("author", [])]
            # A name in braces is whole; in others, the family name is first.
            people = [plain(name if name[0] == "{" else " ".join(reversed(name.split(", ")))) for name in people]
            # biber would treat a grave accent as one on the next letter.
            authors = [one_line(name.replace("`", "‘")) for name in talk["speakers"]] + ["others"] * talk["et_al"]
            check(f"{where}: author", people, [] if n else authors)
            count("pybtex", len(read) + len(people))
    check("bibtex: more entries", list(entries), [])


def by_cmark(text):
    return run("cmark-gfm", "--unsafe", "-e", "autolink", "-e", "table", "-e", "strikethrough", text=text)


def by_markdown_it(text):
    return markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(text)


def said(note):
    """Returns the text of a note, with its people first unless it names one."""
    is_named = not note["by"] or any(name in note["text"] for name in note["by"])
    return note["text"] if is_named else f"{', '.join(note['by'])}: {note['text']}"


def page_of(talk, data):
    """Returns the texts and the URLs of the section of a talk, in their order."""
    since = f" ({talk['since']})" if talk["since"] else ""
    kind = f" ({talk['kind']})" if talk["kind"] != "session" else ""
    notes = sorted(talk["notes"], key=lambda note: not note["at_session"])
    related = [data.by_id[id] for id in talk["related"]]
    links = links_of(talk, data.editions[talk["edition"]])
    slides = {True: ["Slides: published (URL unknown)"], False: ["Slides: not published"], None: []}[talk["slides"]]
    texts = [
        speakers_of(talk),
        talk["gist"],
        talk["state"] and f"State: {talk['state'].replace('-', ' ')}{since}",
        *paragraphs_of(talk["summary"]),
        *outcomes_of(talk),
        *map(said, notes),
        *paragraphs_of(talk["abstract"]),
        *([] if talk["slides_url"] else slides),
        *map(text_of, links),
        *(f"{other['id']}: {other['edition']} {other['display_title']}" for other in related),
        talk["topics"] and f"Topics: {', '.join(talk['topics'])}",
        f"ID: {talk['id']}{kind}",
    ]
    urls = [entry["url"] for entry in [*talk["outcome"], *notes, *links]] + [f"#{id}" for id in talk["related"]]
    return [one_line(text) for text in texts if text], urls


def check_markdown(data):
    elements = {"h1", "h2", "p", "a", "ul", "li", "blockquote", ""}
    for reader in (by_cmark, by_markdown_it):
        page, name = reader(data.export("-f", "md")), reader.__name__
        # Hostile texts must not become elements; <a> is only a link or an anchor.
        check(f"{name}: elements", set(re.findall(r"<([!?]?\w*)", page)), elements)
        check(f"{name}: attributes", set(re.findall(r"<\w+ (\w+)", page)), {"href", "id"})
        ids = [talk["id"] for talk in data.talks]
        check(f"{name}: anchors", re.findall('<a id="(.*?)"></a>', page), ids)
        [contents, *sections] = re.split("(?=<h[12]>)", page)
        check(f"{name}: contents", re.findall('<a href="#(.*?)"', contents), ids)
        sections, years = iter(sections), set()
        for talk in data.talks:
            section, edition = next(sections), data.editions[talk["edition"]]
            if talk["edition"] not in years:
                years.add(talk["edition"])
                check(f"{name}: edition", read_section(section)[:2], ["h1", edition["name"]])
                check(f"{name}: edition", edition["url"] in read_urls(section), True)
                section = next(sections)
            where, (texts, urls) = f"{name}: {talk['id']}", page_of(talk, data)
            [tag, title, *parts] = read_section(section)
            check(where, [tag, title], ["h2", one_line(talk["display_title"])])
            parts = iter(parts)
            for text in texts:
                is_found = any(part == text or part.startswith(f"{text}: https:") for part in parts)
                check(f"{where}: {text!r} in its order", is_found, True)
            # URLs in the texts of the files become links too.
            read = [url for url in read_urls(section) if not data.options or url in urls]
            check(f"{where}: links", read, urls)
            count(name, 1 + len(texts) + len(urls))
        check(f"{name}: more sections", list(sections), [])


def read_section(section):
    """Returns the element and the text of the heading, and the texts of all parts, without the labels of sources."""
    [_, tag, *parts] = re.split("<(h1|h2|p|ul|li|blockquote)>", section)
    texts = [one_line(html.unescape(re.sub("<[^>]*>", "", part))) for part in parts[::2]]
    return [tag, *(text.removesuffix(" (source)") for text in texts if text)]


def read_urls(section):
    # CommonMark writes brackets as %5B and %5D.
    urls = re.findall('<a href="(.*?)"', section)
    return [html.unescape(url).replace("%5B", "[").replace("%5D", "]") for url in urls]


def check_schema():
    data = ROOT / "data"
    schema = json.loads((data / "schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for path in [*sorted(data.glob("2*.json")), FIXTURE, *sorted((ROOT / "tests/dataset").glob("*.json")), HOSTILE, ANY]:
        check(path.name, [str(error) for error in validator.iter_errors(json.loads(path.read_text("utf-8")))], [])
        count("jsonschema, files", 1)


ROOT = HERE.parent.parent
FIXTURE, HOSTILE, ANY = ROOT / "tests/fixture.json", HERE / "hostile.json", WORK / "any.json"
any_text.write(ANY)
builtin = Dataset()
for data in (builtin, Dataset(FIXTURE), Dataset(HOSTILE), Dataset(ANY)):
    check_calendars(data)
    check_csv(data)
    check_bibtex(data)
    check_markdown(data)
    print(f"{len(data.talks)} talks of {len(data.editions)} editions")
check_khal(builtin)
check_schema()
print("values read:", ", ".join(f"{reader} {values:,}" for reader, values in counts.items()))
