"""Replays the scripts of the golden stories; every answer must be as written, byte by byte.

    python golden.py <folder> target/golden/*.txt      over SQLite, one new file of the folder for each story
    python golden.py postgres://… target/golden/*.txt  on a server, in tables of their own for each story
"""

from __future__ import annotations

import sys
from pathlib import Path

from loyalty import Engine

SECRETS = [{"id": "golden", "key": "not a secret at all, but long enough to be one"}]
"""The secrets of the shop in every story."""


def replay(place: str, script: Path) -> tuple[int, int]:
    """How many answers there were, and how many were others than written."""
    lines = script.read_text(encoding="utf-8").split("\n")[:-1]
    wrong = 0
    on_server = {"storage": place, "prefix": f"{script.stem}_"}
    in_file = {"storage": f"sqlite:{Path(place) / script.stem}.db"}
    with Engine.open({**(on_server if "://" in place else in_file), "secrets": SECRETS}) as engine:
        for number in range(0, len(lines), 3):
            request, context, wanted = lines[number : number + 3]
            answer = engine.execute(request, context)
            if answer != wanted:
                wrong += 1
                print(f"{script.name}, request {number // 3 + 1}: {request}\n  wanted {wanted}\n  got    {answer}")
    return len(lines) // 3, wrong


def main(place: str, *scripts: str) -> int:
    counts = [replay(place, Path(script)) for script in scripts]
    answers, wrong = sum(count for count, _ in counts), sum(wrong for _, wrong in counts)
    print(f"{answers} answers of {len(scripts)} stories, {wrong} wrong")
    return 0 if answers > 0 and wrong == 0 else 1


sys.exit(main(*sys.argv[1:]))
