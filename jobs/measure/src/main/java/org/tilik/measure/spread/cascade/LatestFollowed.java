// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** The most recent earlier row by an account that the sharer follows; of equally recent ones the first row. */
final class LatestFollowed implements Parents.Candidates {
    private final long[] micros;
    private final int[] accounts;
    private final FollowerGraph graph;
    private final IntNumbering numbering;
    /** The most recent row of each account that posted, by the number that it got here. */
    private final int[] latest;

    private int entered;

    LatestFollowed(long[] micros, int[] accounts, FollowerGraph graph) {
        this.micros = micros;
        this.accounts = accounts;
        this.graph = graph;
        this.numbering = new IntNumbering(micros.length);
        this.latest = new int[micros.length];
    }

    @Override
    public int parentOf(int row, int earlier) {
        for (; entered < earlier; entered++) {
            enter(entered);
        }
        int sharer = accounts[row];
        return graph.followedCount(sharer) <= earlier ? amongFollowed(sharer) : amongRows(sharer, earlier);
    }

    private void enter(int row) {
        if (accounts[row] < 0) {
            return;
        }
        int before = numbering.size();
        int number = numbering.add(accounts[row]);
        if (number == before || micros[latest[number]] < micros[row]) {
            latest[number] = row;
        }
    }

    private int amongFollowed(int sharer) {
        int best = -1;
        for (int i = 0; i < graph.followedCount(sharer); i++) {
            int number = numbering.find(graph.followed(sharer, i));
            if (number >= 0 && (best < 0 || isMoreRecent(latest[number], best))) {
                best = latest[number];
            }
        }
        return best;
    }

    private boolean isMoreRecent(int row, int other) {
        return micros[row] != micros[other] ? micros[row] > micros[other] : row < other;
    }

    private int amongRows(int sharer, int earlier) {
        int best = -1;
        for (int row = earlier - 1; row >= 0 && (best < 0 || micros[row] == micros[best]); row--) {
            best = graph.follows(sharer, accounts[row]) ? row : best;
        }
        return best;
    }
}
