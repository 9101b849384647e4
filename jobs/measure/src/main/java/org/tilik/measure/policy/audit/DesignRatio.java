// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * The ratio of two totals over all items, each from a classifier's predictions of all and coders' labels of a random sample:
 * such as posts of one kind for each post of another. NaN = not defined.
 *
 * <pre>
 * A = Σ f_i v_i + Σ w_i (Y_i − f_i) v_i        f prediction, Y coders' label, v what an item counts for, w its weight
 * R = A / B                                     B alike, of the other kind
 * interval: all r with (A − r B)² ≤ q² Var(A − r B), q of Student's t
 * </pre>
 *
 * <p>Totals as in {@link DesignBasedLearning}, variances of the stratified sample as in {@link SamplingDesign}; the interval is
 * that of Fieller, Some problems in interval estimation, J. R. Stat. Soc. B 1954, doi:10.1111/j.2517-6161.1954.tb00159.x,
 * which needs no error of R and is not symmetric. There is none where B may be 0, nor where no coded item disagrees with its
 * prediction, which measures nothing.
 *
 * @param estimate the ratio; NaN where B is not above 0 or A is below it
 * @param ciLow low end of the interval, at least 0
 * @param ciHigh high end
 */
public record DesignRatio(double estimate, double ciLow, double ciHigh) {

    /** Nothing can be said. */
    public static final DesignRatio NONE = new DesignRatio(Double.NaN, Double.NaN, Double.NaN);

    /**
     * One of the two kinds: what all items say of it, and what coders say of the drawn ones.
     *
     * @param found Σ f v over all items
     * @param corrections by drawn item (Y − f) v; 0 outside the domain and where it was not coded
     */
    public record Kind(double found, double[] corrections) {}

    /**
     * The ratio.
     *
     * @param inside by drawn item whether it belongs to the domain
     * @param level of confidence, such as 0.95
     */
    public static DesignRatio of(SamplingDesign design, Kind above, Kind below, boolean[] inside, double level) {
        double a = above.found() + design.total(above.corrections());
        double b = below.found() + design.total(below.corrections());
        if (!(b > 0) || a < 0) {
            return NONE;
        }
        double q = MeanEstimate.quantile(level, design.degreesOfFreedom(inside));
        double aa = a * a - q * q * design.variance(above.corrections());
        double ab = a * b - q * q * design.covariance(above.corrections(), below.corrections());
        double bb = b * b - q * q * design.variance(below.corrections());
        double root = Math.sqrt(ab * ab - aa * bb);
        boolean hasInterval = bb > 0 && root > 0;
        return new DesignRatio(
                a / b,
                hasInterval ? Math.max(0, (ab - root) / bb) : Double.NaN,
                hasInterval ? (ab + root) / bb : Double.NaN);
    }
}
