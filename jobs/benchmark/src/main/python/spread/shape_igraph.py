# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of trees by igraph: depths from the root, and with "pairs" the mean distance of all pairs.

Usage: shape_igraph.py CASCADES.bin pairs|depths
"""
import sys
import time

import igraph
import numpy

numbers = numpy.fromfile(sys.argv[1], dtype=">i4").astype("i4")
pairs = sys.argv[2] == "pairs"
start = time.monotonic()
at = trees = depths = breadths = 0
viralities = 0.0
while at < len(numbers):
    size = int(numbers[at])
    parents = numbers[at + 1:at + 1 + size]
    at += 1 + size
    links = numpy.column_stack((numpy.arange(1, size, dtype="i4"), parents[1:]))
    tree = igraph.Graph(n=size, edges=links)
    depth = numpy.array(tree.distances(source=0)[0], dtype="i8")
    trees += 1
    depths += int(depth.max())
    breadths += int(numpy.bincount(depth).max())
    if pairs:
        viralities += tree.average_path_length(directed=False)
print("work_seconds", time.monotonic() - start)
print(f"{trees} trees, depths {depths}, breadths {breadths}" + (f", viralities {viralities:.6f}" if pairs else ""))
