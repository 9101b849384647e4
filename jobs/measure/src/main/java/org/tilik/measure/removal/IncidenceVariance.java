// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** Which large-sample variance of a cumulative incidence; the two differ in small risk sets, so results name it. */
public enum IncidenceVariance {
    /**
     * Causes as independent counting processes, ties by the hypergeometric factor (n − d)/(n − 1): Aalen,
     * Nonparametric estimation of partial transition probabilities in multiple decrement models, 1978,
     * doi:10.1214/aos/1176344198; same numbers as R cmprsk 2.2-11.
     */
    AALEN,
    /** Multinomial events in each risk set, as Greenwood's: same numbers as R etm 1.1.1. */
    GREENWOOD
}
