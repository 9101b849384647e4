// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random trees of few posts with ties of time and accounts that post again, in any order of rows. */
record Trees(int[] parents, long[] micros, int[] accounts) {

    private static final long QUARTER = 900_000_000L;

    static Arbitrary<Trees> some() {
        return Arbitraries.longs().map(seed -> random(new Random(seed)));
    }

    static Trees random(Random random) {
        int n = 1 + random.nextInt(40);
        int span = 1 + random.nextInt(n);
        int[] place = places(n, random);
        int[] parents = new int[n];
        long[] micros = new long[n];
        int[] accounts = new int[n];
        for (int i = 0; i < n; i++) {
            int above = i == 0 ? -1 : Math.max(0, i - 1 - random.nextInt(span));
            parents[place[i]] = above < 0 ? -1 : place[above];
            micros[place[i]] = above < 0 ? -7 : micros[place[above]] + QUARTER * random.nextInt(4);
            accounts[place[i]] = random.nextInt(n) - 1;
        }
        return new Trees(parents, micros, accounts);
    }

    private static int[] places(int n, Random random) {
        int[] place = new int[n];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            place[i] = place[other];
            place[other] = i;
        }
        return place;
    }

    int size() {
        return parents.length;
    }

    CascadeTree tree() {
        return CascadeTree.ofShares(parents, micros, accounts);
    }

    int root() {
        int root = 0;
        while (parents[root] >= 0) {
            root++;
        }
        return root;
    }

    /** The same rows in another order. */
    Trees shuffled(Random random) {
        int[] place = places(size(), random);
        Trees other = new Trees(new int[size()], new long[size()], new int[size()]);
        for (int i = 0; i < size(); i++) {
            other.parents[place[i]] = parents[i] < 0 ? -1 : place[parents[i]];
            other.micros[place[i]] = micros[i];
            other.accounts[place[i]] = accounts[i];
        }
        return other;
    }
}
