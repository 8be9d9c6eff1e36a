"""Compares what other programs read in the exports with what `list --json` prints.

The argument is a writable directory that contains the readers.
"""

import os

import calendars
import documents
from common import names_of, talks_of

talks, names = talks_of("-e", "all"), names_of()
hostile = ("--dataset", os.path.join(os.path.dirname(os.path.abspath(__file__)), "hostile.json"))
hostile_talks = talks_of(*hostile)

calendars.check_all(talks, names)
calendars.check_khal(talks, names)
calendars.check_kde()
calendars.check_timed()
documents.check_csv(talks)
documents.check_csv(hostile_talks, *hostile)
documents.check_bibtex(talks, names)
documents.check_tex(len(talks))
documents.check_tex(len(hostile_talks), *hostile)
documents.check_markdown(talks)
documents.check_markdown(hostile_talks, *hostile)
documents.check_same_bytes()
print(f"{len(talks)} talks of {len(names)} editions are read correctly, and hostile ones too")
