// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

/**
 * Over which bins growth is measured. To be fixed before anybody looks at the counts.
 *
 * <p>{@link #TO_PEAK} looks at them itself, to leave out the decline: where copies come at a constant rate, it finds growth
 * in about 9 of 100 families instead of 2.5, and its intervals of 95 % hold the rate in about 91 (4,000 simulated families
 * each, Poisson counts of 5, 20 or 100 a bin, 24 bins). {@link #ALL} is free of that, and for families of which it was
 * declared in advance how many hours count.
 */
public enum GrowthWindow {
    /** From the bin of the first copy to the first of the bins with the most copies, both included. */
    TO_PEAK {
        @Override
        int end(CopyBins bins) {
            return bins.peak() + 1;
        }
    },
    /** All bins that were given. */
    ALL {
        @Override
        int end(CopyBins bins) {
            return bins.size();
        }
    };

    /** Number of bins in the window. */
    abstract int end(CopyBins bins);
}
