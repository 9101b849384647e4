// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** The most recent earlier row by another account within a time; of equally recent ones the first row. */
final class LatestOther implements Parents.Candidates {
    private final long[] micros;
    private final int[] accounts;
    private final long windowMicros;
    /** The first row of the most recent time. */
    private int latest = -1;
    /** The most recent row by another account than that of {@link #latest}. */
    private int other = -1;

    private int entered;

    LatestOther(long[] micros, int[] accounts, long windowMicros) {
        this.micros = micros;
        this.accounts = accounts;
        this.windowMicros = windowMicros;
    }

    @Override
    public int parentOf(int row, int earlier) {
        for (; entered < earlier; entered++) {
            enter(entered);
        }
        int found = isSameAccount(row, latest) ? other : latest;
        return found >= 0 && micros[row] - micros[found] <= windowMicros ? found : -1;
    }

    private void enter(int row) {
        if (latest < 0 || micros[row] > micros[latest]) {
            other = latest >= 0 && !isSameAccount(row, latest) ? latest : other;
            latest = row;
        } else if (!isSameAccount(row, latest) && (other < 0 || micros[other] < micros[row])) {
            other = row;
        }
    }

    private boolean isSameAccount(int row, int than) {
        return accounts[row] == accounts[than] && accounts[row] >= 0;
    }
}
