// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;

/** Equality of computed and reference numbers to a relative precision; undefined must meet undefined. */
public final class Closeness {

    private Closeness() {}

    public static void assertClose(String what, double actual, double expected, double relative) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            double allowed = relative * Math.max(Math.abs(expected), 1e-6);
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s, expected %s", what, actual, expected)
                    .isLessThanOrEqualTo(allowed);
        }
    }
}
