// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.io.Serializable;
import org.tilik.pipeline.strata.Stratum;

/**
 * What is known of the members of one stratum, until all are there and it can be measured.
 *
 * @param <T> what is known of a member
 */
interface StratumMembers<T> {
    /** Takes in one member; what it is handed may be overwritten afterwards. */
    void add(T member);

    /** What the stratum has to say. */
    SpreadResult result();

    /**
     * Begins an empty stratum.
     *
     * @param <T> what is known of a member
     */
    interface Factory<T> extends Serializable {
        /** Nobody yet in this stratum. */
        StratumMembers<T> of(Stratum stratum);
    }
}
