// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.Arrays;
import org.tilik.measure.spread.cascade.ParentSource;
import org.tilik.measure.spread.cascade.Parents;

/**
 * The parents in one cascade when every share whose record names the original is attached by a rule to that original or to
 * an earlier share of it; other links stay as the records say.
 *
 * @param parents row on which each row hangs, −1 for the root
 * @param isInferred whether the rule found that row; else it is the one that the record names
 */
record ReconstructedParents(int[] parents, boolean[] isInferred) {
    /** Finds the parents among the sharers of one original. */
    interface Rule {
        /**
         * Parents of shares.
         *
         * @param rows rows of the original and then of its shares by time and key
         * @param micros when each was posted
         * @param named no links between them
         */
        Parents parents(int[] rows, long[] micros, int[] named);
    }

    /** The parents by this rule. */
    static ReconstructedParents of(Members members, int[] recorded, Rule rule) {
        int n = members.size();
        int[] begin = new int[n + 1];
        for (int row = 1; row < n; row++) {
            begin[recorded[row] + 1] += members.isRootOnly(row) ? 1 : 0;
        }
        for (int row = 0; row < n; row++) {
            begin[row + 1] += begin[row];
        }
        int[] shares = new int[begin[n]];
        int[] next = begin.clone();
        for (int row = 1; row < n; row++) {
            if (members.isRootOnly(row)) {
                shares[next[recorded[row]]++] = row;
            }
        }
        ReconstructedParents made = new ReconstructedParents(recorded.clone(), new boolean[n]);
        for (int original = 0; original < n; original++) {
            if (begin[original] < begin[original + 1]) {
                made.attach(members, original, Arrays.copyOfRange(shares, begin[original], begin[original + 1]), rule);
            }
        }
        return made;
    }

    private void attach(Members members, int original, int[] shares, Rule rule) {
        int[] rows = new int[shares.length + 1];
        long[] micros = new long[rows.length];
        int[] named = new int[rows.length];
        Arrays.fill(named, Parents.NOT_NAMED);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i == 0 ? original : shares[i - 1];
            micros[i] = members.micros(rows[i]);
        }
        Parents found = rule.parents(rows, micros, named);
        for (int i = 1; i < rows.length; i++) {
            parents[rows[i]] = rows[found.parent(i)];
            isInferred[rows[i]] = found.source(i) != ParentSource.ROOT_ONLY;
        }
    }
}
