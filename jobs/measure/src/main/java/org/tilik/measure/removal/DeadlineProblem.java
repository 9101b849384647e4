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

    private final RemovalData data;
    private final double start;
    private final double deadline;
    private final boolean upper;
    private final boolean resampled;
    private Posed posed;

    /** What samples need of the data's own problem. */
    private record Posed(RowCollapse rows, IntervalProblem problem, IntervalFit fit) {}

    /**
     * The problem for the shares within (start, deadline], given visible at start; causes are those of the data.
     *
     * @param resampled whether samples will follow; otherwise nothing is kept, as a grid has many deadlines
     */
    DeadlineProblem(RemovalData data, double start, double deadline, boolean upper, boolean resampled) {
        this.data = data;
        this.start = start;
        this.deadline = deadline;
        this.upper = upper;
        this.resampled = resampled;
    }

    /** The shares in the data, for any cause and then for each; they come before those in samples. */
    double[] shares() {
        RowCollapse rows = RowCollapse.of(data.until(deadline, upper));
        IntervalProblem problem = new IntervalProblem(rows.data);
        IntervalFit fit = problem.fit(IntervalNpmle.TOLERANCE);
        posed = resampled ? new Posed(rows, problem, fit) : null;
        return shares(fit);
    }

    /** The shares in a sample of the data, drawn as weights of its rows. */
    double[] resampledShares(double[] weights) {
        double[] collapsed = posed.rows.collapsed(weights);
        return shares(posed.problem.refit(collapsed, posed.fit, IntervalNpmle.RESAMPLED_SHARE_TOLERANCE));
    }

    private double[] shares(IntervalFit masses) {
        double[] shares = new double[data.causeNames().size() + 1];
        for (int cause = 0; cause < shares.length; cause++) {
            shares[cause] = masses.share(start, deadline, cause, false);
        }
        return shares;
    }
}
