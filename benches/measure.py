"""Measures whole processes, and fails if a limit is exceeded. --check leaves out times, which other load changes."""

import json
import os
import platform
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from subprocess import PIPE, run
from time import perf_counter

sys.dont_write_bytecode = True  # packages contain this directory

import growth
from growth import instructions

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
STATIC = f"{platform.machine()}-unknown-linux-musl"
# In MB; memory above that of E, the empty program. Most of it is the file, which is mapped nearly whole, so that 2.0
# is just missed since the notes are built in.
MAX_SIZE, MAX_MEMORY = 2.4, 2.2
# The limits of time, as a ratio to E, and of instructions above those of E.
COMMANDS = {
    "list": (1.4, 840_000),
    "show pin-init": (1.5, 570_000),
    "search rcu": (1.8, 2_820_000),
    "export -e 2023": (1.6, 2_680_000),
}
PAGE, MAX_PAGE, MAX_PAGE_TIME = "kangrejos export -f html", 600, 20  # the web page of all editions, in KB and ms
MAX_STATIC = 0.7  # the time of `list` in the static build, as a ratio to E, which is linked dynamically
# Commands for 100,000 talks, the limits of time as a ratio to jq, and what jq is asked.
TEXTS = ".title, .gist, .notes[].text, .outcome[]?.text, .abstract[]?"
LARGE = {"list": (0.25, "."), "search rcu": (0.35, f'select(any({TEXTS}; test("rcu"; "i")?))')}
MAX_LARGE_MEMORY = 3  # as a ratio to the size of the file
exceeded = []


def build(manifest, directory, name, target=None):
    command = ["cargo", "build", "--release", "--quiet", "--manifest-path", manifest, "--target-dir", directory]
    # As .ci/release builds it.
    flags = {"RUSTFLAGS": "-Crelocation-model=static"} if target else {}
    run([*command, "--target", target] if target else command, check=True, env=os.environ | flags)
    # Copied, because the place in the page cache can change the time by a third.
    shutil.copy(directory / (target or "") / "release" / name, f"{name}-static" if target else name)


def row(what, value, limit, form=".2f"):
    print(f"| {what} | {value:{form}} | {limit:{form}} |", flush=True)
    if value > limit:
        exceeded.append(f"exceeded: {what}: {value:{form}}, limit {limit:{form}}")


def memory(line):
    """Returns the least of five peaks in MB."""
    return min(growth.memory(line.split()) for _ in range(5)) / 1e6


def times(lines, runs):
    """Returns the median times. The commands take turns, so that other load affects all of them."""
    commands = [shlex.split(line) for line in lines]
    measured = [[] for _ in commands]
    with open("answer", "wb") as answer:
        output = [(os.POSIX_SPAWN_DUP2, answer.fileno(), 1)]
        for _ in range(runs):
            for command, of in zip(commands, measured):
                answer.seek(0)
                answer.truncate()
                start = perf_counter()
                process = os.posix_spawnp(command[0], command, os.environ, file_actions=output)
                _, status = os.waitpid(process, 0)
                of.append(perf_counter() - start)
                assert status == 0, command
    return [median(of) for of in measured]


def write(name, talks):
    url = "https://example.org"
    keys = {"name": "E", "url": url, "revised": "2026-01-01", "sources": [url]}
    talks = [{"sources": [url]} | talk for talk in talks]
    editions = [keys | {"year": 2000 + n // 100, "talks": talks[n : n + 100]} for n in range(0, len(talks), 100)]
    return Path(name).write_text(json.dumps(editions))


with tempfile.TemporaryDirectory(prefix="bench-") as directory:
    os.chdir(directory)
    os.environ |= growth.ENVIRONMENT | {"PATH": f"{directory}:{os.environ['PATH']}"}
    profile = re.search(r"^\[profile\.release\]\n(?:[^\[].*\n|\n)*", (ROOT / "Cargo.toml").read_text(), re.M)[0]
    Path("E.rs").write_text("fn main() {}\n")
    bin = '[[bin]]\nname = "E"\npath = "E.rs"'
    Path("Cargo.toml").write_text(f'[package]\nname = "E"\nedition = "2024"\n{bin}\n[workspace]\n{profile}')
    build("Cargo.toml", Path("E-target"), "E")
    build(ROOT / "Cargo.toml", TARGET, "kangrejos")
    print("| E is an empty program | measured | limit |\n|---|---|---|")
    row("size, MB", os.path.getsize("kangrejos") / 1e6, MAX_SIZE)
    row("`list`, memory above E, MB", memory("kangrejos list") - memory("E"), MAX_MEMORY)
    row("the web page, KB", len(run(PAGE.split(), check=True, stdout=PIPE).stdout) / 1000, MAX_PAGE)
    for line, (_, limit) in COMMANDS.items():
        row(f"`{line}`, instructions above E", instructions(["kangrejos", *line.split()]) - instructions(["E"]), limit, ",")
    for what, value, limit in growth.measure("kangrejos"):
        row(what, value, limit)
    if sys.argv[1:] != ["--check"]:
        library = run(["rustc", "--print", "target-libdir", "--target", STATIC], check=True, stdout=PIPE, text=True)
        if has_static := Path(library.stdout.strip()).is_dir():
            build(ROOT / "Cargo.toml", TARGET, "kangrejos", STATIC)
        lines = [f"kangrejos {line}" for line in COMMANDS] + ["kangrejos-static list"] * has_static
        empty, page, *others = times(["E", PAGE, *lines], 500)
        row("the web page, time in ms", page * 1000, MAX_PAGE_TIME)
        limits = [limit for limit, _ in COMMANDS.values()] + [MAX_STATIC]
        for line, time, limit in zip(lines, others, limits):
            row(f"`{line.removeprefix('kangrejos ')}`, time against E", time / empty, limit)
        if not has_static:
            print(f"| the static build | not measured: {STATIC} is not installed | {MAX_STATIC} |")
        talks = [talk for path in sorted(ROOT.glob("data/2*.json")) for talk in json.loads(path.read_text())["talks"]]
        # All texts would exceed the 256 MiB that a dataset can have.
        left_out = ("number", "start", "end", "follows", "sources", "summary")
        talks = [{key: talk[key] for key in talk if key not in left_out} for talk in talks]
        talks = [talk | {"notes": talk.get("notes", [])[:1]} for talk in talks]
        size = write("large", [talks[n % len(talks)] | {"id": f"talk-{n}"} for n in range(100_000)])
        for line, (limit, query) in LARGE.items():
            command = f"kangrejos {line} -f jsonl --dataset large"
            ours, jq = times([command, f"jq -c '.[].talks[] | {query}' large"], 5)
            row(f"`{line}`, 100,000 talks, time against jq", ours / jq, limit)
            row(f"`{line}`, 100,000 talks, memory by file size", memory(command) * 1e6 / size, MAX_LARGE_MEMORY)
sys.exit("\n".join(exceeded) or 0)
