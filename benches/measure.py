"""Measures whole processes from start to end, as users experience them.

`cargo bench` prints tables that compare instructions, memory, size and time with those of an empty program, and times
with those of other programs that answer the same questions. `cargo bench -- --check` only checks the limits of
instructions, memory and size, because times are not repeatable on a shared machine. benches/README.md has results.
"""

import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MUSL = "x86_64-unknown-linux-musl"

MAX_SIZE = 2_000_000
MAX_MEMORY = 2_000  # in kB, above the empty program
# The maximum number of instructions above the empty program, and the maximum ratio to its wall time.
COMMANDS = {
    "list": (850_000, 1.4),
    "show pin-init": (1_300_000, None),
    "search rcu": (2_600_000, 1.8),
    "export": (1_900_000, None),
}
MAX_STATIC = 0.6  # the wall time of the static build's `list`, as a ratio to the empty program
MAX_GROWTH = 13  # the ratio of the times for 100,000 and 10,000 talks
MAX_LARGE_MEMORY = 3  # as a multiple of the file size
MAX_DOUBLED = 2.2  # the ratio of the instructions for a text twice as long
# Texts that once took quadratic time: the keys of a talk with these words, the command, and the terminal's width.
LONG_TEXTS = [
    ("the context line", lambda words: {"abstract": [words]}, "search name", 80),
    ("the context line of a wide terminal", lambda words: {"abstract": [words]}, "search name", 10**8),
    ("the matches", lambda words: {"abstract": [words]}, "search name --json", None),
    ("the marks", lambda words: {"title": words}, "search name --color always", None),
    ("the names in a title", lambda words: {"title": words, "speakers": words.split()}, "export -e all", None),
    ("an abstract on a terminal", lambda words: {"abstract": [words]}, "show a", 80),
]

# Every answer must contain this, or in comparisons with tealdeer, the page.
ANSWER = "If you want to use RCU in Rust for Linux kernel"
PAGE = "It provides a safe way of creating fallible in-place initializers"
JQ = 'select(any(.title, .abstract[]?; test("rcu"; "i")?))'
# Our command, the answer, and the alternatives: the program, the limit of the ratio, and the command.
SMALL = [
    ("search rcu", ANSWER, [
        ("jq", 0.15, f"jq -r '.talks[] | {JQ} | [.id, .title] | @tsv' DATA"),
        ("python3", 0.08, "python3 search.py DATA"),
        ("rg", 0.5, "rg -i rcu DATA"),
        ("sqlite3", 0.8, """sqlite3 talks.db "select id, title from talks where talks match 'rcu' order by rank" """),
    ]),
    ("list -e 2023 --json", ANSWER, [
        ("jq", 0.15, "jq '[.talks[] | {id, title, speakers}]' 2023.json"),
        ("python3", 0.08, "python3 list.py 2023.json"),
    ]),
    ("show pin-init", PAGE, [("tldr", 1.1, "tldr pin-init")]),
]
LARGE = [
    ("list -e all -f jsonl --dataset large.json", ANSWER, [("jq", 0.25, "jq -c .[].talks[] large.json")]),
    ("search rcu -f jsonl --dataset large.json", ANSWER, [
        ("jq", 0.3, f"jq -c '.[].talks[] | {JQ}' large.json"),
        ("rg", None, "rg -i rcu large.json"),
    ]),
]
FILES = {
    "search.py": """
import json, sys
for path in sys.argv[1:]:
    for talk in json.load(open(path, encoding="utf-8"))["talks"]:
        if "rcu" in " ".join([talk.get("title") or "", *talk.get("abstract", [])]).lower():
            print(talk["id"], talk["title"])
""",
    "list.py": """
import json, sys
talks = json.load(open(sys.argv[1], encoding="utf-8"))["talks"]
print(json.dumps([{key: talk.get(key) for key in ("id", "title", "speakers")} for talk in talks]))
""",
    # Where tealdeer looks up to 1.6, and since then.
    "cache/tldr-pages/pages/common/pin-init.md": f"# pin-init\n\n> {PAGE}\n",
    "cache/tldr-pages/pages.en/common/pin-init.md": f"# pin-init\n\n> {PAGE}\n",
}

missing = set()
exceeded = []


def has(tool, purpose):
    """Returns whether a tool is installed, and reports once if it is not."""
    found = shutil.which(tool) is not None
    if not found and tool not in missing:
        missing.add(tool)
        print(f"{tool} is not installed: {purpose} is not measured")
    return found


def table(*columns):
    print(f"\n| {' | '.join(columns)} |\n{'|---' * len(columns)}|")


def row(*cells):
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def limited(what, value, limit):
    """Returns two cells: a value and its limit. If the limit is exceeded, records that."""
    if limit is None:
        return value, ""
    if float(value) > limit:
        exceeded.append(f"{what}: {value}, limit {limit}")
    return value, limit


def build(name, manifest, *options):
    """Builds a program with the release profile, and copies it here.

    The position of a file in the page cache alone can change a wall time by up to a third, so everything that is
    compared is copied into one directory at the same time.
    """
    command = ["cargo", "build", "--release", "--quiet", "--message-format=json-render-diagnostics", *options]
    built = subprocess.run([*command, "--manifest-path", manifest], check=True, stdout=subprocess.PIPE)
    messages = map(json.loads, built.stdout.splitlines())
    shutil.copy([path for message in messages if (path := message.get("executable"))][-1], name)


def build_all():
    """Builds what is to be measured, and returns the names: the empty program, ours, and the static build if its target is installed."""
    profile = re.search(r"^\[profile\.release\]\n(?:[^\[].*\n|\n)*", (ROOT / "Cargo.toml").read_text(), re.M)[0]
    os.makedirs("empty/src")
    pathlib.Path("empty/src/main.rs").write_text("fn main() {}\n")
    pathlib.Path("empty/Cargo.toml").write_text(f'[package]\nname = "empty"\nedition = "2024"\n[workspace]\n{profile}')
    build("E", "empty/Cargo.toml", "--target-dir", "empty/target")
    build("kangrejos", ROOT / "Cargo.toml", "--locked")
    libraries = subprocess.run(["rustc", "--print", "target-libdir", "--target", MUSL], capture_output=True, text=True)
    if not os.path.isdir(libraries.stdout.strip()):
        print(f"{MUSL} is not installed: the static build is not measured")
        return ["E", "kangrejos"]
    build("static", ROOT / "Cargo.toml", "--locked", "--target", MUSL)
    return ["E", "kangrejos", "static"]


def run(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout


def instructions(line):
    """Returns the number of instructions outside the kernel, which is the same in every run."""
    run(["valgrind", "--tool=callgrind", "--callgrind-out-file=callgrind", *line.split()])
    return count()


def count():
    return int(re.search(r"^totals: (\d+)", pathlib.Path("callgrind").read_text(), re.M)[1])


def memory(line):
    """Returns the peak in kB. GNU time starts the program, because a process never shows a peak below its parent's."""
    def peak():
        run(["time", "-f", "%M", "-o", "peak", *line.split()])
        return int(pathlib.Path("peak").read_text())
    return statistics.median(peak() for _ in range(5))


def times(lines, rounds, runs):
    """Returns median wall times in ms. The commands take turns, so that other load on the machine affects all of them."""
    all_times = [[] for _ in lines]
    options = ["-N", "--style=none", "--warmup=1", "--output=./answer", "--export-json=times", f"--runs={runs}"]
    for _ in range(rounds):
        run(["hyperfine", *options, *lines])
        for line_times, result in zip(all_times, json.loads(pathlib.Path("times").read_text())["results"]):
            line_times += result["times"]
    return [statistics.median(line_times) * 1000 for line_times in all_times]


def costs(programs):
    floor, memory_floor = instructions("E"), memory("E")
    print("\nE is an empty program, built the same way. The other rows are the costs above those of E:")
    table("", "instructions", "limit", "memory, kB", "limit")
    row("E", floor, "", memory_floor, "")
    for line, (limit, _) in COMMANDS.items():
        above, memory_above = instructions(f"kangrejos {line}") - floor, memory(f"kangrejos {line}") - memory_floor
        row(f"`{line}`", *limited(line, above, limit), *limited(f"memory of {line}", memory_above, MAX_MEMORY))
    if "static" in programs:
        row("`list` of the static build, all of it", instructions("static list"), "", memory("static list"), "")
    table("", "size, bytes", "limit")
    for program in programs:
        limit = None if program == "static" else MAX_SIZE
        row(program, *limited(f"size of {program}", os.path.getsize(program), limit))


def growth():
    """Compares the number of instructions for texts of 4,000 and 8,000 words."""
    table("twice the text", "instructions", "ratio", "limit")
    for what, keys, line, width in LONG_TEXTS:
        counts = []
        for length in [4_000, 8_000]:
            talk = {"id": "a", "kind": "talk"} | keys(" ".join(f"name{n}" for n in range(length)))
            edition = {"year": 2030, "name": "E", "url": "https://example.org", "revised": "2026-01-01"}
            edition |= {"start": "2030-01-01", "end": "2030-01-01", "talks": [talk]}
            pathlib.Path("long.json").write_text(json.dumps(edition))
            command = f"kangrejos {line} --dataset long.json"
            if width:
                # `script`, which every Linux system has, runs a program on a terminal.
                command = f"env COLUMNS={width} TERM=xterm script -qec CALLGRIND /dev/null".replace("CALLGRIND", repr(
                    f"valgrind --tool=callgrind --callgrind-out-file=callgrind {command}"))
                run(["sh", "-c", command])
                counts.append(count())
            else:
                counts.append(instructions(command))
        row(what, counts[1], *limited(f"twice the text, {what}", f"{counts[1] / counts[0]:.2f}", MAX_DOUBLED))


def starts(programs):
    rows = [("E", None)] + [(f"kangrejos {line}", limit) for line, (_, limit) in COMMANDS.items()]
    rows += [("static list", MAX_STATIC)] if "static" in programs else []
    measured = times([line for line, _ in rows], 20, 50)
    table("time", "ms", "ratio to E", "limit")
    for (line, limit), time in zip(rows, measured):
        row(f"`{line}`", f"{time:.2f}", *limited(line, f"{time / measured[0]:.2f}", limit))


def prepare(data):
    """Copies the other programs and prepares the data for them."""
    for name in ["jq", "rg", "sqlite3", "tldr"]:
        if has(name, f"a comparison with {name}"):
            shutil.copy(shutil.which(name), name)
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        pathlib.Path(name).write_text(text)
    sql = ["create virtual table talks using fts5(id, title, speakers, abstract);"]
    for path in data:
        shutil.copy(path, path.name)
        columns = ", ".join(f"json_extract(value, '$.{key}')" for key in ["id", "title", "speakers", "abstract"])
        sql.append(f"insert into talks select {columns} from json_each(readfile('{path.name}'), '$.talks');")
    if "sqlite3" not in missing:
        run(["sqlite3", "talks.db", "\n".join(sql)])


def compare(questions, data, rounds, runs):
    table("time", "against", "ms", "ratio", "limit")
    for line, answer, peers in questions:
        peers = [(name, limit, command) for name, limit, command in peers if name not in missing]
        commands = [f"kangrejos {line}"]
        commands += [command.replace("DATA", " ".join(path.name for path in data)) for _, _, command in peers]
        for command in commands:
            if answer not in run(["sh", "-c", command]):
                sys.exit(f"error: not the right answer: {command}")
        ours, *others = times(commands, rounds, runs)
        row(f"`{line}`", "", f"{ours:.2f}", "", "")
        for (name, limit, _), time in zip(peers, others):
            row("", name, f"{time:.2f}", *limited(f"{line}, {name}", f"{ours / time:.2f}", limit))


def generate(name, data, editions):
    """Writes editions of 100 talks each, which repeat the built-in ones, and returns the size of the file."""
    talks = [talk for path in data for talk in json.loads(path.read_text())["talks"]]
    # Without what refers to a day or to another talk.
    talks = [{key: talk[key] for key in talk if key not in ["start", "end", "follows"]} for talk in talks]
    ids = range(100)
    text = json.dumps([{
        "year": 2000 + n, "name": "Workshop", "url": "https://example.org", "revised": "2026-01-01",
        "talks": [talks[(n * 100 + m) % len(talks)] | {"id": f"talk-{n}-{m}", "number": m + 1} for m in ids],
    } for n in range(editions)], indent=2)
    return pathlib.Path(name).write_text(text)


def large(data):
    generate("small.json", data, 100)
    size = generate("large.json", data, 1000)
    print(f"\n100,000 talks, {size / 1e6:.0f} MB:")
    compare(LARGE, data, 1, 5)
    table("", "time of 100,000 talks by 10,000", "limit", "memory by size of the file", "limit")
    for line, _, _ in LARGE:
        line = f"kangrejos {line}"
        smaller, larger = times([line.replace("large", "small"), line], 1, 5)
        growth = limited(f"growth of {line}", f"{larger / smaller:.1f}", MAX_GROWTH)
        peak = ("", "")
        if "time" not in missing:
            peak = limited(f"memory of {line}", f"{memory(line) * 1024 / size:.2f}", MAX_LARGE_MEMORY)
        row(f"`{line}`", *growth, *peak)


def main():
    if sys.argv[1:] not in [[], ["--check"]]:
        sys.exit("usage: cargo bench [-- --check]")
    is_check = bool(sys.argv[1:])
    can_weigh = all([has("valgrind", "the number of instructions"), has("time", "memory")])
    if is_check and not can_weigh:
        sys.exit("error: nothing was checked")
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        os.chdir(directory)
        # The programs here come first, then Python itself, because `python3` may be a script that selects one.
        os.environ["PATH"] = os.pathsep.join([directory, os.path.dirname(sys.executable), os.environ["PATH"]])
        programs = build_all()
        os.environ |= {"LC_ALL": "C.UTF-8", "TEALDEER_CACHE_DIR": "cache", "TEALDEER_CONFIG_DIR": "."}
        os.environ.pop("KANGREJOS_DATASET", None)
        if can_weigh:
            costs(programs)
            growth()
        if not is_check and has("hyperfine", "time"):
            data = sorted(ROOT.glob("data/2*.json"))
            starts(programs)
            prepare(data)
            compare(SMALL, data, 10, 20)
            large(data)
    sys.exit("\n".join(["", *(f"exceeded: {line}" for line in exceeded)]) if exceeded else 0)


main()
