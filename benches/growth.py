"""Measures how instructions and memory grow: growth.py PROGRAM.

Every command in every format, as the program lists them, reads datasets that are as hostile as the checks allow, and
then datasets of twice the size.
"""

import json
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL, PIPE, run

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests/interop"))
import any_text

MAX_DOUBLED, MAX_MEMORY = 2.2, 10  # as ratios to half the size, and to the size of the file
# Arguments of the commands that need some; others are run without.
ARGUMENTS = {"show": "a latest", "search": "name", "open": "a --print"}
MORE = ["show a --notes", "list -s one", "timeline a", "people one", "list --width 30", "export --plan 2026-01-01T10:00"]
# What is repeated in texts and in queries: words, long ones, URLs, and what the formats and the query language look for.
REPEATED = "name |x|老|e\u0301|https://a.b/)|https://(|https://a.b/'\"|[](|*_`|\"|'|=;+;- |@|www.|&|<!--|-a |a:b |, ".split("|")
ENVIRONMENT = {"TERM": "xterm", "COLUMNS": "80", "KANGREJOS_DATASET": "", "KANGREJOS_PAGER": ""}
QUERIES = ["search --", "show", "people", ""]


def talk(n, **keys):
    """Returns a talk whose texts are as short as in real data."""
    title = f"A name {n} in a title that is as long as most of the titles are"
    gist = f"Was talk {n} worth it? As short as this are the points of most."
    return {"id": f"a{n or ''}", "kind": "talk", "title": title, "gist": gist, "sources": ["https://a.b"]} | keys


def name(*numbers):
    return f"{'Number' if any(numbers) else 'One'} {' '.join(map(str, numbers))} of a Family with Longer Names than Most Have"


def long_texts(n):
    """A talk with long paragraphs, and with many. What follows a URL is longest, because it is searched fast."""
    paragraphs = [repeated(text, 500 * n) for text in REPEATED] + ["https://a.b/" + c * 4000 * n for c in ")]('x"]
    return [talk(0, speakers=[name(0)], abstract=paragraphs + ["name"] * 100 * n)]


def many_parts(n):
    """A talk with many notes, outcomes, articles, links, keywords and sources."""
    urls = [f"https://a.b/{i}" for i in range(25 * n)]
    links = [{"title": f"A name {url}", "url": url} for url in urls]
    outcomes = [{"text": f"A name {url}.", "url": url} for url in urls]
    notes = [note | {"by": ["Gary Guo"], "at_session": n % 2 == 0} for n, note in enumerate(outcomes)]
    lists = {"keywords": urls, "notes": notes, "outcome": outcomes, "coverage": links, "links": links, "sources": urls}
    return [talk(0, speakers=[name(0)], **lists)]


def long_fields(n):
    """Talks with every short text at its limit."""
    text, url = "name " * 100 + "x" * 499, "https://a.b/" + "x" * 2000
    work = {"gist": "老" * 30, "state": "merged", "since": "v1", "topics": ["gpu"], "summary": ["name " * 100 + "x" * 1400]}
    outcome = {"event": "merged", "text": "x" * 900 + " v1.", "url": url}
    texts = {"title": text, "location": text, "speakers": [name(0), text], "slides": True, "slides_url": url, "url": url}
    return [talk(i, outcome=[outcome], **texts, **work) for i in range(3 * n)]


def many_people(n):
    """Talks without a title by as many speakers as possible, none of them twice."""
    return [talk(i, title=None, speakers=[name(i, j) for j in range(100)], abstract=["name"]) for i in range(5 * n)]


def many_spellings(n):
    """Talks by people who have as many spellings as possible, which `write` adds."""
    return [talk(i, speakers=[name(i)], abstract=["name"]) for i in range(4 * n)]


def many_editions(n):
    return [talk(i, speakers=[name(i)], abstract=["name"]) for i in range(20 * n)]


def threads(n):
    """Threads of as many talks as possible: each talk follows the previous, the next and the first one."""
    def follows(i):
        first, last = i // 100 * 100, i // 100 * 100 + 99
        return [f"a{j or ''}" for j in {first, max(i - 1, first), min(i + 1, last)} - {i}]

    return [talk(i, speakers=[name(i)], abstract=["name"], follows=follows(i)) for i in range(160 * n)]


def same_talks(n):
    """Talks that differ in nothing, and share an outcome."""
    outcome = {"date": "2026", "text": "A name.", "url": "https://a.b"}
    return [talk(i, title=talk(0)["title"], speakers=[name(0)], outcome=[outcome], topics=["gpu"]) for i in range(100 * n)]


def many_scripts(n):
    return list(any_text.talks(50 * n))


FAMILIES = [
    long_texts, many_parts, long_fields, many_people, many_spellings, many_editions, many_scripts, threads, same_talks
]


def repeated(text, length):
    return (text * length)[:length].strip()


def write(family, n):
    """Writes a dataset, and returns its name and size."""
    talks = family(n)
    size = 1 if family is many_editions else len(talks)
    spellings = {f"Spelling {i} {j}": name(i) for i in range(len(talks)) for j in range(100)}
    keys = {"name": "E" * 999, "url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"]}
    keys |= {"description": talks[0].get("abstract", [])}
    editions = [
        keys | {"year": 2000 + n, "start": f"{2000 + n}-01-01", "end": f"{2000 + n}-01-02", "talks": talks[at : at + size]}
        for n, at in enumerate(range(0, len(talks), size))
    ]
    if family is many_spellings:
        editions[0]["also_known_as"] = spellings
    file = f"{family.__name__}-{n}"
    return file, Path(file).write_bytes(json.dumps(editions, ensure_ascii=False).encode())


def lines(program):
    """Returns the command lines: every command that reads a dataset, in every format."""
    help = run([program, "--help"], check=True, stdout=PIPE, text=True).stdout
    for command in re.findall(r"^  (\w+) .*", help.split("Commands:")[1].split("\n\n")[0], re.M):
        if "--dataset" not in run([program, command, "--help"], stdout=PIPE, stderr=DEVNULL, text=True).stdout:
            continue
        line = f"{command} {ARGUMENTS.get(command, '')}".strip()
        refused = run([program, *line.split(), "--format", "?"], stdout=DEVNULL, stderr=PIPE, text=True)
        formats = re.search(r"possible values: (.*)\]", refused.stderr)
        yield from (f"{line} -f {name}" for name in formats[1].split(", ")) if formats else [line]
    yield from MORE


def instructions(command, on_terminal=False, statuses=(0,)):
    """Returns the number of instructions outside the kernel, which is the same in every run."""
    with tempfile.NamedTemporaryFile(dir=".") as counted:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counted.name}", *command]
        command = ["script", "-qec", " ".join(command), "/dev/null"] if on_terminal else command
        status = run(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL).returncode
        if status not in statuses:
            sys.exit(f"status {status}: {command}")
        return int(re.search(r"^totals: (\d+)", Path(counted.name).read_text(), re.M)[1])


def memory(command):
    """Returns the peak in bytes. GNU time adds little: no peak is below that of the parent process."""
    done = run(["time", "-f", "%M", *command], check=True, stdout=DEVNULL, stderr=PIPE, text=True)
    return int(done.stderr.splitlines()[-1]) * 1024


def highest(pool, count, commands, names):
    """Returns how the count of the second of each two commands relates to that of the first, at its highest."""
    counts = list(pool.map(count, commands))
    return max(zip((long / short for short, long in zip(counts[::2], counts[1::2])), names))


def measure(program):
    """Yields what was measured, the value and its limit: the highest of each family."""
    every = list(lines(program))
    least = memory([program, "--version"])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for family in FAMILIES:
            of = f"{family.__name__.replace('_', ' ')}, the worst of {len(every)} commands: "
            files = [write(family, n)[0] for n in (5, 10)]
            commands = [[program, *line.split(), "--dataset", file] for line in every for file in files]
            ratio, line = highest(pool, lambda command: instructions(command, on_terminal=True), commands, every)
            yield f"{of}`{line}`, instructions for twice the data", ratio, MAX_DOUBLED
            file, size = write(family, 49 if family is many_editions else 100)
            peaks = pool.map(lambda line: memory([program, *line.split(), "--color=always", "--dataset", file]), every)
            peak, line = max(zip(peaks, every))
            yield f"{of}`{line}`, memory by file size", (peak - least) / size, MAX_MEMORY
        queries = [(line, text) for line in QUERIES for text in REPEATED]
        commands = [[program, *line.split(), repeated(text, n)] for line, text in queries for n in (4500, 9000)]
        # They may find nothing or be refused.
        ratio, query = highest(pool, lambda command: instructions(command, statuses=(0, 1, 2)), commands, queries)
        yield f"queries, the worst of {len(queries)}: `{' '.join(query)}…`, instructions for twice the text", ratio, MAX_DOUBLED


if __name__ == "__main__":
    os.environ |= ENVIRONMENT
    with tempfile.TemporaryDirectory(prefix="growth-") as directory:
        program = os.path.realpath(sys.argv[1])
        os.chdir(directory)
        for what, value, limit in measure(program):
            print(f"| {what} | {value:.2f} | {limit} |", flush=True)
