"""Compares what readers make of the exports with what `list --json` says, talk by talk.

What a file must hold is worked out here anew, from the JSON alone. The argument is a folder with
node_modules, to write to.
"""

import calendar as months
import csv
import datetime
import glob
import io
import json
import os
import re
import subprocess
import sys
import uuid

import bibtexparser
import icalendar
import ics
import markdown_it
import pybtex.database
import vobject
from pylatexenc.latex2text import LatexNodes2Text

WORK = sys.argv[1]
PROGRAM = os.environ["KANGREJOS"]
UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)


def run(*args, env=None, cwd=WORK, status=0):
    """The bytes that the program prints."""
    done = subprocess.run([PROGRAM, *args], env=env or {}, cwd=cwd, capture_output=True)
    assert done.returncode == status, (args, done)
    return done.stdout


def check(what, read, expected):
    if read != expected:
        sys.exit(f"{what}:\n  read     {read!r}\n  expected {expected!r}")


# What must be there.


def shown_title(talk):
    if talk["title"]:
        return talk["title"]
    speakers = speakers_of(talk)
    return f"[{talk['topic'] or ('session by ' + speakers if speakers else 'session')}]"


def speakers_of(talk):
    return ", ".join(talk["speakers"]) + (" et al." if talk["et_al"] else "")


def report_title(report):
    return report["title"] + (f" ({report['published']})" if report["published"] else "")


def links_of(talk):
    links = [("Slides", talk["slides_url"])] if talk["slides_url"] else []
    links += [(report_title(report), report["url"]) for report in talk["coverage"]]
    return links + [(link["title"], link["url"]) for link in talk["links"]]


def moment(text):
    """A date, or a time in UTC without fractions."""
    if text is None:
        return None
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)


def event_of(talk, names, slot=None):
    """The event that a calendar must hold for a talk; with a slot, that of a reading plan."""
    title, speakers = shown_title(talk), speakers_of(talk)
    start, end = slot or (moment(talk["start"]), moment(talk["end"]))
    is_day = not isinstance(start, datetime.datetime)
    if is_day and start:
        end = (end or start) + DAY
    name = f"kangrejos:{talk['edition']}/{talk['id']}" + ("#plan" if slot else "")
    pdf = talk["slides_url"] and talk["slides_url"].lower().endswith(".pdf")
    lines = [f"{label}: {url}" for label, url in links_of(talk)]
    lines.append(f"{names[talk['edition']]}: {talk['url']}")
    return {
        "uid": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "start": start,
        "end": end,
        "summary": title if not speakers or speakers in title else f"{title} ({speakers})",
        "speakers": speakers,
        "abstract": talk["abstract"],
        "lines": lines,
        "location": None if slot else talk["location"],
        "url": talk["slides_url"] or talk["url"],
        "attach": talk["slides_url"] if pdf else None,
        "categories": ["Kangrejos", talk["kind"]],
        "transp": "TRANSPARENT" if is_day else "OPAQUE",
    }


def check_description(what, text, event, is_plan):
    """Speakers, the abstract, and each link on a line of its own."""
    parts = [event["speakers"], event["abstract"]]
    expected = "\n\n".join(part for part in [*parts, "\n".join(event["lines"])] if part)
    if is_plan:
        # The session is told in a paragraph of its own.
        session = r"(Kangrejos 20\d\d[^\n]*)\n\n"
        text, told = re.subn(session, "", text, count=1)
        text, headed = re.subn(r"(^|\n)To read:\n", r"\1", text)
        check(what, (told, headed), (1, 1))
    check(what, text, expected)


# What each reader reads, in the terms of `event_of`.


def python_time(value):
    if isinstance(value, datetime.datetime) and value.tzinfo:
        return value.astimezone(UTC)
    return value


def by_icalendar(data):
    read = icalendar.Calendar.from_ical(data)
    text = lambda event, key: str(event[key]) if key in event else None
    time = lambda event, key: python_time(event[key].dt) if key in event else None
    name = text(read, "X-WR-CALNAME")
    for event in read.walk("VEVENT"):
        check("icalendar: errors", event.errors, [])
        yield name, {
            "uid": text(event, "UID"),
            "start": time(event, "DTSTART"),
            "end": time(event, "DTEND"),
            "summary": text(event, "SUMMARY"),
            "description": text(event, "DESCRIPTION"),
            "location": text(event, "LOCATION"),
            "url": text(event, "URL"),
            "attach": text(event, "ATTACH"),
            "categories": [str(c) for c in event["CATEGORIES"].cats],
            "transp": text(event, "TRANSP"),
        }


def by_vobject(data):
    read = vobject.readOne(data.decode())
    name = read.x_wr_calname.value if hasattr(read, "x_wr_calname") else None
    for event in read.vevent_list:
        value = lambda key: getattr(event, key).value if hasattr(event, key) else None
        yield name, {
            "uid": value("uid"),
            "start": python_time(value("dtstart")),
            "end": python_time(value("dtend")),
            "summary": value("summary"),
            "description": value("description"),
            "location": value("location"),
            "url": value("url"),
            "attach": value("attach"),
            "categories": value("categories"),
            "transp": value("transp"),
        }


def by_ics(data):
    for event in ics.Calendar(data.decode()).events:
        extra = {line.name: line.value for line in event.extra}
        start, end = event.begin.datetime, event.end.datetime
        if event.all_day:
            # Where there is a DTEND, this reader gives the day after the last as it stands.
            start, end = start.date(), end.date()
        yield None, {
            "uid": event.uid,
            "start": start,
            "end": end,
            "summary": event.name,
            "description": event.description,
            "location": event.location,
            "url": event.url,
            "attach": extra.get("ATTACH"),
            "categories": sorted(event.categories),
            "transp": "TRANSPARENT" if event.transparent else "OPAQUE",
        }


def by_ical_js(data):
    done = subprocess.run(["node", "read.mjs"], input=data, cwd=WORK, capture_output=True, check=True)
    read = json.loads(done.stdout)

    def time(value):
        if value is None:
            return None
        text, zone = value
        if zone == "date":
            return datetime.date.fromisoformat(text)
        check("ical.js: zone", zone in ("UTC", "floating"), True)
        time = datetime.datetime.fromisoformat(text.removesuffix("Z"))
        return time.replace(tzinfo=UTC) if zone == "UTC" else time

    for event in read["events"]:
        yield read["name"], event | {"start": time(event["start"]), "end": time(event["end"])}


READERS = [by_icalendar, by_vobject, by_ics, by_ical_js]


def check_bytes(what, data):
    """What no reader checks."""
    check(f"{what}: line ends", data.count(b"\n"), data.count(b"\r\n"))
    lines = data.split(b"\r\n")
    check(f"{what}: long lines", [line for line in lines if len(line) > 75], [])
    check(f"{what}: the end", lines[-2:], [b"END:VCALENDAR", b""])
    check(f"{what}: PRODID", sum(line.startswith(b"PRODID") for line in lines), 1)
    for line in lines:
        line.decode()


def check_calendar(what, data, expected, name, is_plan=False):
    check_bytes(what, data)
    for reader in READERS:
        read = list(reader(data))
        # ics keeps events in no order.
        read.sort(key=lambda pair: [event["uid"] for event in expected].index(pair[1]["uid"]))
        check(f"{what}: {reader.__name__}: events", len(read), len(expected))
        for (calendar_name, event), wanted in zip(read, expected):
            where = f"{what}: {reader.__name__}: {wanted['uid']}"
            wanted = dict(wanted)
            if reader is by_ics:
                # This reader knows no calendar names and no floating times, gives an event without
                # an end none of its own, and categories in no order.
                calendar_name = name
                wanted["categories"] = sorted(wanted["categories"])
                for key in ("start", "end"):
                    if is_plan:
                        wanted[key] = wanted[key].replace(tzinfo=UTC)
                wanted["end"] = wanted["end"] or wanted["start"]
            check(f"{where}: calendar", calendar_name, name)
            check_description(f"{where}: description", event["description"], wanted, is_plan)
            for key in event.keys() - {"description"}:
                check(f"{where}: {key}", event[key], wanted[key])


def check_calendars(talks, names):
    """One talk, an edition, all of them, folders and plans."""
    dated = [talk for talk in talks if talk["start"]]
    events = [event_of(talk, names) for talk in dated]
    check_calendar("all", run("export", "-e", "all"), events, "Kangrejos")
    for year, name in names.items():
        of_year = [event for talk, event in zip(dated, events) if talk["edition"] == year]
        data = run("export", "-e", str(year), status=0 if of_year else 1)
        if of_year:
            check_calendar(name, data, of_year, name)
        else:
            check(name, data, b"")
    run("export", "-e", "all", "--split", "split")
    files = sorted(os.listdir(os.path.join(WORK, "split")))
    check("split", files, sorted(f"{event['uid']}.ics" for event in events))
    for talk, event in zip(dated, events):
        data = run("export", talk["id"])
        check_bytes(talk["id"], data)
        with open(os.path.join(WORK, "split", f"{event['uid']}.ics"), "rb") as file:
            check(talk["id"], file.read(), data)
        [(name, read)] = by_icalendar(data)
        check(talk["id"], (name, read["uid"]), (None, event["uid"]))
    for every, after in [("1w", weeks), ("3d", lambda start, n: start + 3 * n * DAY), ("1M", month_after)]:
        start = datetime.datetime(2026, 12, 31, 18, 0)
        length = datetime.timedelta(minutes=45)
        slots = [(after(start, n), after(start, n) + length) for n in range(len(talks))]
        planned = [event_of(talk, names, slot) for talk, slot in zip(talks, slots)]
        data = run("export", "-e", "all", "--plan", "2026-12-31T18:00", "--every", every)
        check_calendar(f"plan {every}", data, planned, "Kangrejos reading plan", is_plan=True)


def weeks(start, n):
    return start + 7 * n * DAY


def month_after(start, n):
    """The same day n months later, or the last of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    last = months.monthrange(year, month + 1)[1]
    return start.replace(year=year, month=month + 1, day=min(start.day, last))


def check_khal(talks, names):
    """Imports twice, lists each talk once; and takes a folder written by --split as it stands."""
    home = os.path.join(WORK, "khal")
    os.makedirs(os.path.join(home, "imported"))
    config = os.path.join(home, "config")
    with open(config, "w") as file:
        file.write(
            f"[calendars]\n[[imported]]\npath = {home}/imported\n"
            f"[[split]]\npath = {WORK}/split\nreadonly = True\n"
            f"[sqlite]\npath = {home}/khal.db\n"
            "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            "local_timezone = Europe/Madrid\ndefault_timezone = Europe/Madrid\n"
        )
    env = {"HOME": home, "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
    khal = [os.path.join(os.path.dirname(sys.executable), "khal"), "-c", config]
    with open(os.path.join(home, "all.ics"), "wb") as file:
        file.write(run("export", "-e", "all"))
    for _ in range(2):
        command = [*khal, "import", "--batch", "-a", "imported", file.name]
        subprocess.run(command, env=env, check=True, capture_output=True)
    expected = []
    for talk in talks:
        if talk["start"]:
            event = event_of(talk, names)
            last = event["end"] - DAY
            expected.append(f"{event['uid']} {event['start']} {last} {event['summary']}")
    for calendar in ("imported", "split"):
        command = [*khal, "list", "-a", calendar, "--once", "--day-format", ""]
        command += ["--format", "{uid} {start-date} {end-date} {title}", "2021-01-01", "2026-12-31"]
        done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
        check(f"khal: {calendar}: stderr", done.stderr, "")
        listed = [line for line in done.stdout.splitlines() if line]
        check(f"khal: {calendar}", sorted(listed), sorted(expected))


def check_csv(talks):
    data = run("export", "-e", "all", "-f", "csv").decode()
    check("csv: line ends", data.endswith("\r\n"), True)
    rows = list(csv.DictReader(io.StringIO(data, newline=""), strict=True))
    check("csv: rows", len(rows), len(talks))
    text = lambda value: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    for row, talk in zip(rows, talks):
        expected = {key: text(value) for key, value in talk.items()}
        expected["speakers"] = "; ".join(talk["speakers"])
        expected["sources"] = "; ".join(talk["sources"])
        links = [f"{report_title(r)} <{r['url']}>" for r in talk["coverage"]]
        expected["coverage"] = "; ".join(links)
        expected["links"] = "; ".join(f"{link['title']} <{link['url']}>" for link in talk["links"])
        check(f"csv: {talk['id']}", row, expected)
        check(f"csv: {talk['id']}", [v for v in row.values() if v[:1] in ("=", "+", "-", "@")], [])


def check_bibtex(talks, names):
    data = run("export", "-e", "all", "-f", "bib").decode()
    plain = lambda text: LatexNodes2Text(math_mode="verbatim").latex_to_text(text).strip("{}")
    blanks = lambda text: " ".join(text.split())
    by_pybtex = pybtex.database.parse_string(data, "bibtex").entries
    by_parser = bibtexparser.parse_string(data)
    check("bibtexparser: failed", by_parser.failed_blocks, [])
    check("bibtex: entries", (len(by_pybtex), len(by_parser.entries)), (len(talks), len(talks)))
    for talk, entry, other in zip(talks, by_pybtex.values(), by_parser.entries):
        where = f"bibtex: {talk['id']}"
        check(where, (entry.key, entry.type), (other.key, other.entry_type))
        end = f"{talk['edition']}{talk['id'].replace('-', '')}"
        check(f"{where}: key", re.fullmatch(f"[a-z]+{end}", entry.key) is not None, True)
        is_paper = bool(talk["title"] and talk["speakers"])
        check(f"{where}: type", entry.type, "inproceedings" if is_paper else "misc")
        fields = {
            "title": shown_title(talk),
            "booktitle" if is_paper else "howpublished": names[talk["edition"]],
            "address": talk["location"],
            "year": str(talk["edition"]),
            "month": moment(talk["start"]).strftime("%B") if talk["start"] else None,
            "keywords": f"Kangrejos, {talk['kind']}",
            "abstract": talk["abstract"] and blanks(talk["abstract"]),
        }
        read = {key: blanks(plain(value)) for key, value in entry.fields.items() if key != "url"}
        check(where, read, {key: value for key, value in fields.items() if value})
        check(f"{where}: url", entry.fields["url"], talk["slides_url"] or talk["url"])
        people = [plain(str(person)) for person in entry.persons.get("author", [])]
        turned = [" ".join(reversed(person.split(", "))) for person in people]
        check(f"{where}: author", turned, talk["speakers"] + (["others"] if talk["et_al"] else []))
        check(f"{where}: abstract", blanks(plain(other.get("abstract", "").value if other.get("abstract") else "")), blanks(talk["abstract"] or ""))


def check_markdown(talks, names):
    data = run("export", "-e", "all", "-f", "md").decode()
    headings, texts, hrefs = [], [], []
    tokens = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(data)
    for before, token in zip(tokens, tokens[1:]):
        if token.type == "inline":
            text = "".join(child.content for child in token.children)
            kinds = {child.type for child in token.children} - {"text", "text_special", "link_open", "link_close"}
            check(f"markdown: {text}", kinds, set())
            (headings if before.type == "heading_open" else texts).append((before.tag, text))
            hrefs += [child.attrs["href"] for child in token.children if child.type == "link_open"]
    expected_headings, expected_texts, expected_hrefs, year = [], [], [], None
    pages = {edition["year"]: edition["url"] for edition in json.loads(run("editions", "--json"))}
    for talk in talks:
        if talk["edition"] != year:
            year = talk["edition"]
            expected_headings.append(("h1", names[year]))
            expected_texts += [None, pages[year]]
            expected_hrefs.append(pages[year])
        expected_headings.append(("h2", shown_title(talk)))
        kind = talk["kind"] if talk["kind"] in ("training", "discussion") else None
        speakers = speakers_of(talk)
        line = f"{speakers} ({kind})" if speakers and kind else speakers or kind
        expected_texts += [line] if line else []
        expected_texts += talk["abstract"].split("\n\n") if talk["abstract"] else []
        expected_texts += [label for label, _ in links_of(talk)]
        expected_hrefs += [url for _, url in links_of(talk)]
    check("markdown: headings", headings, expected_headings)
    check("markdown: texts", len(texts), len(expected_texts))
    for (_, text), expected in zip(texts, expected_texts):
        # The line with days and place of an edition is for people.
        check("markdown: text", text, expected if expected else text)
    check("markdown: links", hrefs, expected_hrefs)


def check_same_bytes():
    """The same selection gives the same bytes in another zone, locale, folder and year."""
    [faketime] = glob.glob(f"{WORK}/venv/**/libfaketime.so*", recursive=True)[:1]
    later = {"LD_PRELOAD": faketime, "FAKETIME": "2031-02-03 04:05:06", "TZ": "UTC"}
    year = subprocess.run(["date", "+%Y"], env=later | {"PATH": os.environ["PATH"]}, capture_output=True)
    check("faketime", year.stdout, b"2031\n")
    plan = ("--plan", "2026-12-07T18:00")
    for args in [*(("-f", name) for name in ("ics", "json", "csv", "md", "bib")), plan]:
        args = ("export", "-e", "all", *args)
        here = run(*args)
        for env in ({"TZ": "Asia/Tokyo"}, {"LC_ALL": "es_ES.UTF-8"}, later):
            check(f"{args} under {env}", run(*args, env=env) == here, True)
        check(f"{args} elsewhere", run(*args, cwd="/") == here, True)


def check_timed(fixture):
    """Times, of a data set: the embedded editions have none yet."""
    dataset = ("--dataset", fixture)
    talks = json.loads(run("list", *dataset, "--json"))
    names = {2026: "Kangrejos 2026"}
    events = [event_of(talk, names) for talk in talks]
    check("timed: times", sum(isinstance(e["start"], datetime.datetime) for e in events), 5)
    check_calendar("timed", run("export", *dataset), events, "Kangrejos 2026")


def main():
    talks = json.loads(run("list", "-e", "all", "--json"))
    names = {e["year"]: e["name"] for e in json.loads(run("editions", "--json"))}
    check_calendars(talks, names)
    check_khal(talks, names)
    check_csv(talks)
    check_bibtex(talks, names)
    check_markdown(talks, names)
    check_same_bytes()
    check_timed(os.path.join(os.path.dirname(os.path.abspath(__file__)), "timed.json"))
    print(f"{len(talks)} talks of {len(names)} editions read as they are, times too")


main()
