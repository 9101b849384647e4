# SPDX-License-Identifier: GPL-3.0-or-later
"""The script that Tilik is compared with: chosen fields of a Reddit dump as CSV.

Usage: select_fields.py DUMP.zst OUT.csv
"""
import csv
import subprocess
import sys
import time

try:
    from orjson import loads
except ImportError:
    from json import loads

FIELDS = [
    "id", "name", "author", "parent_id", "link_id", "crosspost_parent", "url", "body", "selftext", "title",
    "removed_by_category", "removal_reason", "is_self", "created_utc", "retrieved_on", "edited", "score",
    "num_comments", "num_crossposts",
]
META = ["retrieved_2nd_on", "was_deleted_later", "was_initially_deleted", "is_edited", "removal_type", "note"]

start = time.monotonic()
with subprocess.Popen(["zstd", "-dc", "--long=31", sys.argv[1]], stdout=subprocess.PIPE, bufsize=1 << 20) as unpack, \
        open(sys.argv[2], "w", newline="", encoding="utf-8") as out:
    rows = csv.writer(out)
    rows.writerow(FIELDS + META)
    for line in unpack.stdout:
        record = loads(line)
        meta = record.get("_meta", {})
        rows.writerow([record.get(field) for field in FIELDS] + [meta.get(field) for field in META])
print("work_seconds", time.monotonic() - start)
