// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import org.tilik.pipeline.strata.Stratum;

/**
 * The members of one stratum of one population, until all are there and it can be measured.
 *
 * @param <T> what is known of a member
 */
interface Population<T> {
    /** Takes in one member; what it is handed may be overwritten afterwards. */
    void add(T member);

    /** What the stratum has to say. */
    StratumResult result();

    /**
     * Begins an empty stratum.
     *
     * @param <T> what is known of a member
     */
    interface Factory<T> extends Serializable {
        /** Nobody yet in this stratum. */
        Population<T> of(Stratum stratum);
    }
}
