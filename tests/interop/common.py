"""Computes what the exports must contain, using only `list --json`."""

import datetime
import json
import os
import subprocess
import sys

WORK = sys.argv[1]
PROGRAM = os.environ["KANGREJOS"]


def run(*args, status=0, **options):
    """Returns the bytes that the program prints."""
    done = subprocess.run([PROGRAM, *args], env=options.pop("env", {}), cwd=WORK, capture_output=True, **options)
    assert done.returncode == status, (args, done)
    return done.stdout


def check(what, read, expected):
    if read != expected:
        sys.exit(f"{what}:\n  read     {read!r}\n  expected {expected!r}")


def skip(reader, package):
    print(f"not tried: {reader} ({package} is not installed)")


def talks_of(*args):
    return json.loads(run("list", *args, "--json"))


def names_of(*args):
    return {edition["year"]: edition["name"] for edition in json.loads(run("editions", *args, "--json"))}


def title_of(talk):
    if "display_title" in talk or talk["title"]:
        return talk.get("display_title") or talk["title"]
    speakers = speakers_of(talk)
    return f"[{talk['topic'] or ('session by ' + speakers if speakers else 'session')}]"


def speakers_of(talk):
    return ", ".join(talk["speakers"]) + (" et al." if talk["et_al"] else "")


def article_of(article):
    return article["title"] + (f" ({article['published']})" if article["published"] else "")


def links_of(talk):
    links = [("Slides", talk["slides_url"])] if talk["slides_url"] else []
    links += [(article_of(article), article["url"]) for article in talk["coverage"]]
    return links + [(link["title"], link["url"]) for link in talk["links"]]


def paragraphs_of(text):
    return text.split("\n\n") if text else []


def moment(text):
    """Returns a date, or a time in UTC in whole seconds."""
    if not text or len(text) == 10:
        return text and datetime.date.fromisoformat(text)
    time = datetime.datetime.fromisoformat(text)
    return time.astimezone(datetime.timezone.utc).replace(microsecond=0)
