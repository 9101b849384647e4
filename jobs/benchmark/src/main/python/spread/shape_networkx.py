# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of trees by networkx: depths from the root, and with "pairs" the mean distance of all pairs.

Usage: shape_networkx.py CASCADES.bin pairs|depths
"""
import sys
import time
from collections import Counter

import networkx
import numpy

numbers = numpy.fromfile(sys.argv[1], dtype=">i4").astype("i4")
pairs = sys.argv[2] == "pairs"
start = time.monotonic()
at = trees = depths = breadths = 0
viralities = 0.0
while at < len(numbers):
    size = int(numbers[at])
    parents = numbers[at + 1:at + 1 + size].tolist()
    at += 1 + size
    tree = networkx.Graph()
    tree.add_edges_from((post, parents[post]) for post in range(1, size))
    depth = Counter(networkx.single_source_shortest_path_length(tree, 0).values())
    trees += 1
    depths += max(depth)
    breadths += max(depth.values())
    if pairs:
        viralities += networkx.average_shortest_path_length(tree)
print("work_seconds", time.monotonic() - start)
print(f"{trees} trees, depths {depths}, breadths {breadths}" + (f", viralities {viralities:.6f}" if pairs else ""))
