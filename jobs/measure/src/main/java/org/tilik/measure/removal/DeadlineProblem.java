// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * One bound of the shares gone by each cause within a deadline D, from bracketed data: every bracket around D
 * is cut there, its late part kept for the lower bound, its early part for the upper.
 *
 * <p>Once cut, no bracket has D inside, so the likelihood of all rows splits. With q = P(T &gt; D) and the late masses
 * written as q times conditional masses g:
 *
 * <pre>
 * went in (L, R], R ≤ D       P = early masses
 * went in (L, R], L ≥ D       P = q · g(L, R]
 * last seen at c &lt; D        U(c) = early masses after c + q
 * last seen at c ≥ D          U(c) = q · g(c, ∞)
 * entered at e &lt; D          U(e) = early masses after e + q
 * entered at e ≥ D            U(e) = q · g(e, ∞), and so no q in P / U(e)
 * </pre>
 *
 * <p>The factors with g hold neither q nor an early mass, and the others no g. So P(T ≤ D) has its maximum where the
 * rows as seen until D have theirs: late rows that entered before D are censored at D, and rows that entered later say
 * nothing (they are kept as entering and censored at D, to which every masses give probability 1). That is a smaller
 * likelihood, of few distinct rows after an early deadline.
 */
final class DeadlineProblem {

    private final double start;
    private final double deadline;
    private final RowCollapse rows;
    private final IntervalProblem problem;
    private final IntervalFit fit;

    /** The problem for the shares within (start, deadline], given visible at start; causes are those of the data. */
    DeadlineProblem(RemovalData data, double start, double deadline, boolean upper) {
        this.start = start;
        this.deadline = deadline;
        this.rows = RowCollapse.of(data.until(deadline, upper));
        this.problem = new IntervalProblem(rows.data);
        this.fit = problem.fit(IntervalNpmle.TOLERANCE);
    }

    /** What the data say until the deadline. */
    RowCollapse rows() {
        return rows;
    }

    /** The shares in the data, for any cause and then for each. */
    double[] shares() {
        return shares(fit);
    }

    /** The shares in a sample of the data, drawn as weights of {@link #rows}. */
    double[] resampledShares(double[] weights) {
        return shares(problem.refit(weights, fit, IntervalNpmle.RESAMPLED_SHARE_TOLERANCE));
    }

    private double[] shares(IntervalFit masses) {
        double[] shares = new double[rows.data.causeNames().size() + 1];
        for (int cause = 0; cause < shares.length; cause++) {
            shares[cause] = masses.share(start, deadline, cause, false);
        }
        return shares;
    }
}
