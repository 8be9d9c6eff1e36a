"""Checks calendars as calendar programs and libraries read them."""

import calendar as months
import ctypes
import ctypes.util
import datetime
import glob
import json
import os
import shutil
import subprocess
import uuid

import icalendar
import ics
import vobject

from common import WORK, check, links_of, moment, names_of, run, skip, speakers_of, talks_of, title_of

HERE = os.path.dirname(os.path.abspath(__file__))
UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)


def event_of(talk, names, slot=None):
    """Returns the event of a talk; with a slot, the one in a reading plan."""
    title, speakers = title_of(talk), speakers_of(talk)
    start, end = slot or (moment(talk["start"]), moment(talk["end"]))
    is_day = not isinstance(start, datetime.datetime)
    if is_day and start:
        end = (end or start) + DAY
    name = f"kangrejos:{talk['edition']}/{talk['id']}" + ("#plan" if slot else "")
    pdf = talk["slides_url"] and talk["slides_url"].lower().endswith(".pdf")
    summary, abstract = talk.get("summary"), talk["abstract"]
    lines = [f"{label}: {url}" for label, url in links_of(talk)] + [f"{names[talk['edition']]}: {talk['url']}"]
    # In a plan, there is a paragraph about the session.
    parts = [speakers, "SESSION" if slot else None, summary, "As announced:" if summary and abstract else None]
    return {
        "uid": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "start": start,
        "end": end,
        "summary": title if not speakers or speakers in title else f"{title} ({speakers})",
        "description": "\n\n".join(part for part in [*parts, abstract, "\n".join(lines)] if part),
        "location": None if slot else talk["location"],
        "url": talk["slides_url"] or talk["url"],
        "attach": talk["slides_url"] if pdf else None,
        "categories": ["Kangrejos", talk["kind"]],
        "transp": "TRANSPARENT" if is_day else "OPAQUE",
    }


def python_time(value):
    return value.astimezone(UTC) if isinstance(value, datetime.datetime) and value.tzinfo else value


def by_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    for event in calendar.walk("VEVENT"):
        check("icalendar: errors", event.errors, [])
        text = {key: str(event[key]) if key in event else None for key in TEXTS}
        time = {key: python_time(event[key].dt) if key in event else None for key in ("DTSTART", "DTEND")}
        name = calendar.get("X-WR-CALNAME")
        yield from_properties(text, time, [str(c) for c in event["CATEGORIES"].cats], name and str(name))


def by_vobject(data):
    calendar = vobject.readOne(data.decode())
    for event in calendar.vevent_list:
        value = lambda key, of=event: getattr(of, key.lower()).value if hasattr(of, key.lower()) else None
        time = {key: python_time(value(key)) for key in ("DTSTART", "DTEND")}
        name = calendar.x_wr_calname.value if hasattr(calendar, "x_wr_calname") else None
        yield from_properties({key: value(key) for key in TEXTS}, time, value("CATEGORIES"), name)


TEXTS = ["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "ATTACH", "TRANSP"]


def from_properties(texts, times, categories, name):
    event = {key.lower(): value for key, value in texts.items()}
    return event | {"start": times["DTSTART"], "end": times["DTEND"], "categories": categories, "calendar": name}


def by_ics(data):
    """Reads with ics, which has no floating times or calendar names; its events are unordered and always have an end."""
    for event in ics.Calendar(data.decode()).events:
        extra = {line.name: line.value for line in event.extra}
        yield {
            "uid": event.uid,
            "summary": event.name,
            "description": event.description,
            "location": event.location,
            "url": event.url,
            "attach": extra.get("ATTACH"),
            "transp": "TRANSPARENT" if event.transparent else "OPAQUE",
        }


def by_node(parser):
    def read(data):
        done = subprocess.run(["node", "read.mjs", parser], input=data, cwd=WORK, capture_output=True, check=True)
        for event in json.loads(done.stdout):
            for key in {"start", "end"} & event.keys():
                event[key] = node_time(*event[key]) if event[key] else None
            yield event

    read.__name__ = parser
    return read


def node_time(text, zone):
    if zone == "date":
        return datetime.date.fromisoformat(text)
    check("ical.js: zone", zone in ("UTC", "floating"), True)
    time = datetime.datetime.fromisoformat(text.removesuffix("Z"))
    return time.replace(tzinfo=UTC) if zone == "UTC" else time


def by_libical(data):
    """Reads with libical, the library of Evolution and GNOME."""
    library = ctypes.CDLL("libical.so.3")
    call = lambda name, result, *args: ctypes.CFUNCTYPE(result, *map(type, args))((name, library))(*args)
    pointer, string = ctypes.c_void_p, ctypes.c_char_p
    calendar = pointer(call("icalparser_parse_string", pointer, string(data)))
    check("libical: errors", call("icalcomponent_count_errors", ctypes.c_int, calendar), 0)
    kind = ctypes.c_int(call("icalcomponent_string_to_kind", ctypes.c_int, string(b"VEVENT")))
    event = call("icalcomponent_get_first_component", pointer, calendar, kind)
    while event:
        get = {key: call(f"icalcomponent_get_{key}", string, pointer(event)) for key in LIBICAL}
        yield {key: text and text.decode() for key, text in get.items()}
        event = call("icalcomponent_get_next_component", pointer, calendar, kind)


LIBICAL = ["uid", "summary", "description", "location"]

READERS = [by_icalendar, by_vobject, by_ics, by_node("ical.js"), by_node("ics-parser")]
if ctypes.util.find_library("ical"):
    READERS.append(by_libical)
else:
    skip("libical", "libical3")


def check_bytes(what, data):
    """Checks properties of the bytes that no reader checks."""
    check(f"{what}: line ends", data.count(b"\n"), data.count(b"\r\n"))
    lines = data.split(b"\r\n")
    check(f"{what}: long lines", [line for line in lines if len(line) > 75], [])
    check(f"{what}: the end", lines[-2:], [b"END:VCALENDAR", b""])
    check(f"{what}: PRODID", sum(line.startswith(b"PRODID") for line in lines), 1)
    for line in lines:
        line.decode()


def check_calendar(what, data, expected, name):
    check_bytes(what, data)
    wanted = {event["uid"]: event for event in expected}
    for reader in READERS:
        events = list(reader(data))
        uids = [event["uid"] for event in events]
        check(f"{what}: {reader.__name__}", sorted(uids), sorted(wanted))
        for event in events:
            where = f"{what}: {reader.__name__}: {event['uid']}"
            wants = wanted[event["uid"]] | {"calendar": name}
            if "SESSION" in wants["description"]:
                parts = event["description"].split("\n\n")
                session = 1 if wants["description"].index("SESSION") else 0
                check(f"{where}: session", parts[session].startswith("Kangrejos 20"), True)
                parts[session] = "SESSION"
                event["description"] = "\n\n".join(parts)
            for key, value in event.items():
                check(f"{where}: {key}", value, wants[key])


def check_all(talks, names):
    """Checks one talk, one edition, all of them, directories and plans."""
    dated = [talk for talk in talks if talk["start"]]
    events = [event_of(talk, names) for talk in dated]
    check_calendar("all", run("export", "-e", "all"), events, "Kangrejos")
    for year, name in names.items():
        of_year = [event for talk, event in zip(dated, events) if talk["edition"] == year]
        data = run("export", "-e", str(year), status=0 if of_year else 1)
        if of_year:
            check_calendar(name, data, of_year, name if len(of_year) > 1 else None)
        else:
            check(name, data, b"")
    run("export", "-e", "all", "--split", "split")
    files = sorted(open(path, "rb").read() for path in glob.glob(f"{WORK}/split/*.ics"))
    singles = [run("export", talk["id"]) for talk in dated]
    check("split", files, sorted(singles))
    for event, data in zip(events, singles):
        check_calendar("one", data, [event], None)
    has_more = lambda talk: talk.get("summary") or talk["abstract"] or talk["slides_url"] or talk["coverage"]
    talks = [talk for talk in talks if has_more(talk)]
    start, length = datetime.datetime(2026, 12, 31, 18, 0), datetime.timedelta(minutes=45)
    for every, after in [("1w", lambda n: start + 7 * n * DAY), ("3d", lambda n: start + 3 * n * DAY), ("1M", month_after(start))]:
        slots = [(after(n), after(n) + length) for n in range(len(talks))]
        planned = [event_of(talk, names, slot) for talk, slot in zip(talks, slots)]
        data = run("export", "-e", "all", "--plan", "2026-12-31T18:00", "--every", every)
        check_calendar(f"plan {every}", data, planned, "Kangrejos reading plan")


def month_after(start):
    """Returns a function from n to the same day n months later, or the last day of that month."""

    def after(n):
        year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
        last = months.monthrange(year, month + 1)[1]
        return start.replace(year=year, month=month + 1, day=min(start.day, last))

    return after


def check_khal(talks, names):
    """Imports a calendar twice and lists each talk once; also reads a directory written by --split."""
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
    env = {"HOME": home, "LC_ALL": "C.UTF-8"}
    khal = [os.path.join(WORK, "venv", "bin", "khal"), "-c", config]
    with open(os.path.join(WORK, "all.ics"), "wb") as file:
        file.write(run("export", "-e", "all"))
    for _ in range(2):
        subprocess.run([*khal, "import", "--batch", "-a", "imported", f"{WORK}/all.ics"], env=env, check=True)
    expected = []
    for talk in talks:
        if talk["start"]:
            event = event_of(talk, names)
            expected.append(f"{event['uid']} {event['start']} {event['end'] - DAY} {event['summary']}")
    for calendar in ("imported", "split"):
        command = [*khal, "list", "-a", calendar, "--once", "--day-format", ""]
        command += ["--format", "{uid} {start-date} {end-date} {title}", "2021-01-01", "2030-12-31"]
        done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
        check(f"khal: {calendar}: stderr", done.stderr, "")
        listed = [line for line in done.stdout.splitlines() if line]
        check(f"khal: {calendar}", sorted(listed), sorted(expected))


def check_kde():
    """Imports a talk, then the same one moved: KDE's library must take the new time."""
    include = "/usr/include/KF5/KCalendarCore"
    if not (os.path.isdir(include) and shutil.which("g++")):
        return skip("KCalendarCore", "libkf5calendarcore-dev")
    qt = subprocess.run(["pkg-config", "--cflags", "--libs", "Qt5Gui"], check=True, capture_output=True, text=True)
    command = ["g++", "-fPIC", os.path.join(HERE, "kde.cpp"), "-o", "kde", f"-I{include}"]
    subprocess.run([*command, *qt.stdout.split(), "-lKF5CalendarCore"], cwd=WORK, check=True)
    with open(os.path.join(HERE, "timed.json")) as file:
        edition = json.load(file)
    for name, revised, day in [("old", "2026-01-01", "2026-10-24"), ("new", "2026-01-02", "2026-10-25")]:
        talk = {"id": "moved", "kind": "talk", "title": f"The {name} title", "start": day}
        data = json.dumps(edition | {"revised": revised, "talks": [talk]}).encode()
        calendar = run("export", "--dataset", "-", input=data)
        with open(os.path.join(WORK, f"{name}.ics"), "wb") as file:
            file.write(calendar)
    done = subprocess.run(["./kde", "old.ics", "new.ics"], cwd=WORK, capture_output=True, text=True, check=True)
    check("KCalendarCore", done.stdout, "2026-10-25 The new title\n")


def check_timed():
    """Checks times, which no embedded edition has."""
    dataset = ("--dataset", os.path.join(HERE, "timed.json"))
    events = [event_of(talk, names_of(*dataset)) for talk in talks_of(*dataset)]
    check("timed: times", sum(isinstance(event["start"], datetime.datetime) for event in events), 5)
    check_calendar("timed", run("export", *dataset), events, "Kangrejos 2026")
