// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * What an item seen to go in (L, R] counts in a rank test: c = (f(R) − f(L)) / (S(L) − S(R)), above 0 if it went early.
 *
 * <pre>
 * SUN           f = S Λ          log-rank with Λ(t) = Σ_{p_l ≤ t} s_l / S(p_l−), on exact times the usual one
 * FINKELSTEIN   f = −S log S     log-rank of grouped proportional hazards
 * WILCOXON      f = S − S²       more weight early; on uncensored exact times the Wilcoxon-Mann-Whitney test
 * </pre>
 *
 * <p>Sun, A non-parametric test for interval-censored failure time data with application to AIDS studies, 1996,
 * doi:10.1002/(SICI)1097-0258(19960715)15:13&lt;1387::AID-SIM268&gt;3.0.CO;2-R; Finkelstein, A proportional hazards model
 * for interval-censored failure time data, 1986, doi:10.2307/2530698; all three as {@code logrank1}, {@code logrank2}
 * and {@code wmw} in Fay and Shaw, Exact and asymptotic weighted logrank tests for interval censored data: the interval
 * R package, 2010, doi:10.18637/jss.v036.i02.
 */
public enum IntervalScore {
    SUN {
        @Override
        double product(double survival, double hazard) {
            return survival * hazard;
        }
    },
    FINKELSTEIN {
        @Override
        double product(double survival, double hazard) {
            return survival > 0 ? -survival * Math.log(survival) : 0;
        }
    },
    WILCOXON {
        @Override
        double product(double survival, double hazard) {
            return survival * (1 - survival);
        }
    };

    /** f of the share S still visible and the cumulative hazard Λ. */
    abstract double product(double survival, double hazard);
}
