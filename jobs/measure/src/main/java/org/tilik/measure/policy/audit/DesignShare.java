// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;

/**
 * A share among the items of the frame, such as the share of removed items that are hateful, estimated from the coded
 * sample; in [0, 1], NaN = not defined.
 *
 * <pre>
 * share R = Σ w a / Σ w b          b: belongs to the whole, a: belongs to the part
 * variance V of Σ w (a − R b) / Σ w b;  n_effective = R (1 − R) / V · (z / t)²;  Wilson's interval of so many items
 * </pre>
 *
 * <p>Ratio estimator of Hájek with the interval of Korn and Graubard, Confidence intervals for proportions with small
 * expected number of positive counts estimated from survey data, 1998, Survey Methodology 24:193–201, Wilson's in place of
 * Clopper and Pearson's. Where all or none belong, n_effective is Kish's (Σ w b)² / Σ w² b. t has as many degrees of freedom
 * as there are coded items less strata.
 *
 * @param share the share with its interval
 * @param codedPart coded items that belong to the part
 * @param coded coded items that belong to the whole
 * @param effective number of independent items that would say as much; +∞ where all were coded
 */
public record DesignShare(Proportion share, int codedPart, int coded, double effective) {

    /**
     * The share of {@code part} among {@code whole}.
     *
     * @param part by drawn item, whether it belongs to the part; only those that belong to the whole count
     * @param whole by drawn item, whether it belongs to the whole; items that were not coded do not count
     * @param level of confidence, such as 0.95
     */
    public static DesignShare of(SamplingDesign design, boolean[] part, boolean[] whole, double level) {
        double[] inPart = new double[design.size()];
        double[] inWhole = new double[design.size()];
        int codedPart = 0;
        int coded = 0;
        double squares = 0;
        for (int i = 0; i < inWhole.length; i++) {
            if (whole[i] && design.isCoded(i)) {
                coded++;
                codedPart += part[i] ? 1 : 0;
                inWhole[i] = 1;
                inPart[i] = part[i] ? 1 : 0;
                squares += design.weight(i) * design.weight(i);
            }
        }
        if (coded == 0) {
            return new DesignShare(new Proportion(Double.NaN, Double.NaN, Double.NaN), 0, 0, 0);
        }
        double size = design.total(inWhole);
        double share = codedPart == coded ? 1 : design.total(inPart) / size;
        double[] residual = new double[inWhole.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (inPart[i] - share * inWhole[i]) / size;
        }
        double freedom = design.degreesOfFreedom(whole);
        double stretch = RoganGladen.normalQuantile(level) / MeanEstimate.quantile(level, freedom);
        double plain = codedPart == 0 || codedPart == coded
                ? size * size / squares
                : share * (1 - share) / design.variance(residual);
        double effective = plain * stretch * stretch;
        Proportion interval = Double.isInfinite(effective)
                ? new Proportion(share, share, share)
                : ProportionInterval.WILSON.ofEffective(share, effective, level);
        return new DesignShare(interval, codedPart, coded, effective);
    }
}
