"""Generates a dataset in many scripts, with every character of the basic plane that the checks allow."""

import json
import random
import unicodedata

# The first and the last letter of each script, and what the formats and readers could take for markup.
SCRIPTS = "az ñž αω ая աֆ את اي अह กฮ ཀཨ ႠჅ ሀፐ ᄀᇹ あん アン 一龥 가힣 𐌰𐍈 𝐀𝐳 😀🙏 🇦🇿".split()
MARKUP = "\\\\ \\n \\, ; , : :: \" '' `` ` ~ ~~ ^ _ __ * ** # ## ### - -- --- + = == === | || < > << >> </a> <b> <!-- --> &amp; &#39; & @x $x$ % {x} [x](y) ![x] (x) 1. 1) １． ١. > ... http://a.b/c_d_e https://a.b/(x) HTTPS://A.B/_x_ www.a_b_c.d ;-) =1+1 -1 +1 @A1 \u00a0x \u3000x \u00adx \u200bx \u200dx \ufeffx \u0301x x\u0301\u0302 \ufffdx \uffffx \U0010ffffx \ue000x"


def is_allowed(c):
    """Whether a text can have the character in its middle."""
    code = ord(c)
    unsafe = [0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)]
    return unicodedata.category(c) not in ("Cc", "Cs") and code not in unsafe


def talks(count):
    chosen = random.Random(count)
    markup = MARKUP.split(" ")
    every = [chr(code) for code in range(0x10000) if is_allowed(chr(code)) and chr(code) != " "]

    def word():
        first, last = map(ord, chosen.choice(SCRIPTS))
        return "".join(chr(chosen.randint(first, last)) for _ in range(chosen.randint(1, 6)))

    def text(words):
        """Begins and ends with a visible character."""
        middle = [chosen.choice(markup) if chosen.random() < 0.3 else word() for _ in range(words)]
        return unicodedata.normalize("NFC", " ".join([chosen.choice(markup[:40]), *middle, word()]))

    def url():
        return f"https://a.b/{''.join(chosen.choices('xyz-._~/?#@!$&()*+,;=', k=9))}x"

    for n in range(count):
        # The characters in turn, between letters.
        part = every[n * len(every) // count : (n + 1) * len(every) // count]
        names = [text(2) for _ in range(chosen.randint(1, 3))]
        yield {
            "id": f"a{n or ''}",
            "title": None if n % 9 == 8 else text(5),
            "working_title": text(5) if n % 18 == 8 else None,
            "kind": chosen.choice(["talk", "training", "discussion", "session"]),
            "speakers": list(dict.fromkeys(["One Name"] * (n == 0) + names)),
            "et_al": n % 7 == 6,
            "gist": f"{text(2)[:30]}x",
            "state": "merged",
            "since": "<v1>",
            "topics": chosen.sample(["gpu", "build", "async", "safety"], n % 3),
            "keywords": ["x" + word()],
            "summary": [" ".join([text(20), *["name"] * 20])],
            "notes": [{"text": text(8), "by": names[:1], "at_session": n % 2 == 0, "url": url()}],
            "outcome": [{"date": "2026-01", "event": "merged", "text": f"{text(5)} <v1>.", "url": url()}],
            "follows": [f"a{n - 1 or ''}"] if n % 10 else [],
            "abstract": [text(8), "x" + "x".join(part) + "x"],
            "slides": True,
            "slides_url": url(),
            "coverage": [{"title": text(5), "url": url(), "published": "2026-02-03"}],
            "links": [{"title": text(5), "url": url()}],
            "location": text(3),
            "sources": ["https://a.b"],
        }


def editions(count):
    all_talks = list(talks(count))
    keys = {"url": "https://a.b", "revised": "2026-01-01", "sources": ["https://a.b"]}
    for n, at in enumerate(range(0, count, 500)):
        year = 2000 + n
        days = {"start": f"{year}-01-01", "end": f"{year}-01-02"}
        yield keys | days | {"year": year, "name": f"Λ; \\, <b> & * {year}", "talks": all_talks[at : at + 500]}


def write(path):
    path.write_text(json.dumps(list(editions(2000)), ensure_ascii=False), "utf-8")
