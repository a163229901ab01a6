"""A note saved by TinyDB as it comes, in one file with so many visits: for comparison only."""

from __future__ import annotations

import json
import os
import random
import sys
import time

from tinydb import TinyDB

from tests.bench.homes import sentence

NOTES = 150


def main(folder: str, visits: int) -> None:
    """Print the milliseconds of one save."""
    chance = random.Random(visits)  # noqa: S311 - to be repeated, not to be secret
    notes = [{"id": f"note{number:06}", "text": sentence(chance)} for number in range(NOTES)]
    path = os.path.join(folder, "all-visits.json")
    documents = {str(number): {"notes": notes} for number in range(1, visits + 1)}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"visits": documents}, file)
    del documents
    with TinyDB(path) as database:
        changed = {"notes": [*notes, {"id": "another", "text": sentence(chance)}]}
        started = time.perf_counter()
        database.table("visits").update(changed, doc_ids=[1])
        sys.stdout.write(f"{(time.perf_counter() - started) * 1000:.1f}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
