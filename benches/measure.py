"""Measures whole processes, and fails if a limit is exceeded. --check leaves out times, which other load changes."""

import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from subprocess import DEVNULL, run

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
MAX_SIZE, MAX_MEMORY = 2.4, 2.0  # in MB; memory above that of E, the empty program
# The limits of time, as a ratio to E, and of instructions above those of E.
COMMANDS = {
    "list": (1.4, 890_000),
    "show pin-init": (1.5, 640_000),
    "search rcu": (1.8, 3_030_000),
    "export 2023": (1.6, 2_620_000),
}
# Commands for 100,000 talks, the limits of time as a ratio to jq, and what jq is asked.
LARGE = {"list": (0.25, "."), "search rcu": (0.35, 'select(any(.title, .abstract[]?; test("rcu"; "i")?))')}
# Commands that once took four times as long on a terminal for a text twice as long.
LONG = ["search name", "search name --json", "search name --color always", "export a --plan 2026-01-01T10:00", "show a"]
MAX_DOUBLED, MAX_LARGE_MEMORY = 2.2, 3  # as ratios to half the text, and to the size of the file
exceeded = []


def row(what, value, limit, form=".2f"):
    print(f"| {what} | {value:{form}} | {limit:{form}} |", flush=True)
    if value > limit:
        exceeded.append(f"exceeded: {what}: {value:{form}}, limit {limit:{form}}")


def instructions(line):
    """Returns the number of instructions outside the kernel, which is the same in every run, on a terminal."""
    run(["script", "-qec", f"valgrind --tool=callgrind --callgrind-out-file=counted {line}"], check=True, stdout=DEVNULL)
    return int(re.search(r"^totals: (\d+)", Path("counted").read_text(), re.M)[1])


def memory(line):
    """Returns the least of five peaks in MB. GNU time adds little: no peak is below that of the parent process."""
    for _ in range(5):
        run(["time", "-f", "%M", "-a", "-o", "peaks", *line.split()], check=True, stdout=DEVNULL)
    return min(map(int, Path("peaks").read_text().split()[-5:])) / 1000


def times(lines, rounds, runs):
    """Returns the sums of the median times. The commands take turns, so that other load affects all of them."""
    sums = [0] * len(lines)
    for _ in range(rounds):
        options = ["-N", "--style=none", "--warmup=1", f"--runs={runs}", "--output=./answer", "--export-json=times"]
        run(["hyperfine", *options, *lines], check=True, stderr=DEVNULL)
        sums = [total + of["median"] for total, of in zip(sums, json.loads(Path("times").read_text())["results"])]
    return sums


def write(name, talks):
    keys = {"name": "E", "url": "https://example.org", "revised": "2026-01-01"}
    editions = [keys | {"year": 2000 + n // 100, "talks": talks[n : n + 100]} for n in range(0, len(talks), 100)]
    return Path(name).write_text(json.dumps(editions, indent=2))


with tempfile.TemporaryDirectory(prefix="bench-") as directory:
    os.chdir(directory)
    os.environ |= {"PATH": f"{directory}:{os.environ['PATH']}", "TERM": "xterm", "COLUMNS": "80", "KANGREJOS_DATASET": ""}
    profile = re.search(r"^\[profile\.release\]\n(?:[^\[].*\n|\n)*", (ROOT / "Cargo.toml").read_text(), re.M)[0]
    Path("E.rs").write_text("fn main() {}\n")
    bin = '[[bin]]\nname = "E"\npath = "E.rs"'
    Path("Cargo.toml").write_text(f'[package]\nname = "E"\nedition = "2024"\n{bin}\n[workspace]\n{profile}')
    for manifest, target, name in [("Cargo.toml", Path("E-target"), "E"), (ROOT / "Cargo.toml", TARGET, "kangrejos")]:
        run(["cargo", "build", "--release", "--quiet", "--manifest-path", manifest, "--target-dir", target], check=True)
        # Copied, because the place in the page cache can change the time by a third.
        shutil.copy(target / "release" / name, name)
    print("| E is an empty program | measured | limit |\n|---|---|---|")
    row("size, MB", os.path.getsize("kangrejos") / 1e6, MAX_SIZE)
    row("`list`, memory above E, MB", memory("kangrejos list") - memory("E"), MAX_MEMORY)
    for line, (_, limit) in COMMANDS.items():
        row(f"`{line}`, instructions above E", instructions(f"kangrejos {line} >out") - instructions("E"), limit, ",")
    for words in (4000, 8000):
        text = " ".join(f"name{n}" for n in range(words))
        write(f"{words}", [{"id": "a", "kind": "talk", "title": text, "speakers": text.split(), "abstract": [text]}])
    for line in LONG:
        short, long = (instructions(f"kangrejos {line} --dataset {words}") for words in (4000, 8000))
        row(f"`{line}`, instructions for twice the text", long / short, MAX_DOUBLED)
    if sys.argv[1:] != ["--check"]:
        empty, *others = times(["E", *(f"kangrejos {line}" for line in COMMANDS)], 50, 20)
        for (line, (limit, _)), time in zip(COMMANDS.items(), others):
            row(f"`{line}`, time against E", time / empty, limit)
        talks = [talk for path in sorted(ROOT.glob("data/2*.json")) for talk in json.loads(path.read_text())["talks"]]
        talks = [{key: talk[key] for key in talk if key not in ("number", "start", "end", "follows")} for talk in talks]
        size = write("large", [talks[n % len(talks)] | {"id": f"talk-{n}"} for n in range(100_000)])
        for line, (limit, query) in LARGE.items():
            command = f"kangrejos {line} -f jsonl --dataset large"
            ours, jq = times([command, f"jq -c '.[].talks[] | {query}' large"], 2, 3)
            row(f"`{line}`, 100,000 talks, time against jq", ours / jq, limit)
            row(f"`{line}`, 100,000 talks, memory by file size", memory(command) * 1e6 / size, MAX_LARGE_MEMORY)
sys.exit("\n".join(exceeded) or 0)
