// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

/** From which Jaccard similarity on two texts count as variants of one another: the rule, and two others to hold it against. */
public enum Similarity {
    /** Families come out larger. */
    LOOSE(0.7),
    /** The rule: what families are made of. */
    STANDARD(0.8),
    /** Families come out smaller. */
    STRICT(0.9);

    private final double least;

    Similarity(double least) {
        this.least = least;
    }

    /** The least similarity, a share. */
    public double least() {
        return least;
    }

    /** Whether this similarity is enough. */
    public boolean holds(double similarity) {
        return similarity >= least;
    }
}
