// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The drawn items with what the classifier said and what coders said of each, both from 0 to 1; columnar and immutable.
 *
 * <p>A domain is a part of the items, such as one platform. Items outside it stay in the sample, because how many of the
 * drawn items fall into the domain is itself random.
 */
public final class AuditedItems {
    private final SamplingDesign design;
    private final boolean[] domain;
    private final double[] prediction;
    private final double[] gold;

    private AuditedItems(SamplingDesign design, boolean[] domain, double[] prediction, double[] gold) {
        this.design = design;
        this.domain = domain;
        this.prediction = prediction;
        this.gold = gold;
    }

    /** Collects the items of this design, in its order. */
    public static Builder builder(SamplingDesign design) {
        return new Builder(design);
    }

    /** How they were drawn. */
    public SamplingDesign design() {
        return design;
    }

    /** Coded items of the domain. */
    public int coded() {
        int count = 0;
        for (int i = 0; i < domain.length; i++) {
            count += counts(i) ? 1 : 0;
        }
        return count;
    }

    /** Coded items of the domain that the coders say are what is looked for. */
    public double codedTrue() {
        double sum = 0;
        for (int i = 0; i < domain.length; i++) {
            sum += counts(i) ? gold[i] : 0;
        }
        return sum;
    }

    private boolean counts(int i) {
        return domain[i] && design.isCoded(i);
    }

    /** By item, gold − λ prediction within the domain, 0 outside. */
    double[] remainders(double lambda) {
        double[] values = new double[domain.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts(i) ? gold[i] - lambda * prediction[i] : 0;
        }
        return values;
    }

    double[] predictions() {
        double[] values = new double[domain.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts(i) ? prediction[i] : 0;
        }
        return values;
    }

    double[] members() {
        double[] values = new double[domain.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts(i) ? 1 : 0;
        }
        return values;
    }

    /** The values less {@code centre} within the domain, 0 outside. */
    double[] centred(double[] values, double centre) {
        double[] residuals = new double[domain.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = counts(i) ? values[i] - centre : 0;
        }
        return residuals;
    }

    double degreesOfFreedom() {
        return design.degreesOfFreedom(domain);
    }

    /** Sensitivity, specificity and what they make of a found share, with all that the sample says about their errors. */
    MeanEstimate roganGladen(double found) {
        double[] hits = new double[domain.length];
        double[] truths = new double[domain.length];
        double[] rejections = new double[domain.length];
        double[] others = new double[domain.length];
        for (int i = 0; i < domain.length; i++) {
            if (counts(i)) {
                truths[i] = gold[i];
                hits[i] = gold[i] * prediction[i];
                others[i] = 1 - gold[i];
                rejections[i] = (1 - gold[i]) * (1 - prediction[i]);
            }
        }
        double trueTotal = design.total(truths);
        double otherTotal = design.total(others);
        double sensitivity = design.total(hits) / trueTotal;
        double specificity = design.total(rejections) / otherTotal;
        double youden = sensitivity + specificity - 1;
        if (!(trueTotal > 0 && otherTotal > 0 && youden > 0)) {
            return new MeanEstimate(Double.NaN, Double.NaN, Double.NaN);
        }
        double share = (found + specificity - 1) / youden;
        double[] influence = new double[domain.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = ((1 - share) * (rejections[i] - specificity * others[i]) / otherTotal
                            - share * (hits[i] - sensitivity * truths[i]) / trueTotal)
                    / youden;
        }
        return new MeanEstimate(share, Math.sqrt(Math.max(0, design.variance(influence))), degreesOfFreedom());
    }

    /** Collects items. */
    public static final class Builder {
        private final SamplingDesign design;
        private final List<Boolean> domain = new ArrayList<>();
        private final List<Double> prediction = new ArrayList<>();
        private final List<Double> gold = new ArrayList<>();

        private Builder(SamplingDesign design) {
            this.design = design;
        }

        /** Adds an item of the domain; the label of an item that was not coded is not used. */
        public Builder add(double predicted, double coded) {
            return add(true, predicted, coded);
        }

        /** Adds an item outside the domain. */
        public Builder addOutside() {
            return add(false, 0, 0);
        }

        private Builder add(boolean inside, double predicted, double coded) {
            boolean labelled = design.isCoded(domain.size());
            if (!isShare(predicted) || (labelled && !isShare(coded))) {
                throw new IllegalArgumentException("Item " + (domain.size() + 1) + " of the sample: prediction "
                        + predicted + ", label " + coded + "; expected both from 0 to 1.");
            }
            domain.add(inside);
            prediction.add(predicted);
            gold.add(coded);
            return this;
        }

        private static boolean isShare(double number) {
            return number >= 0 && number <= 1;
        }

        /** The items; there must be as many as the design has. */
        public AuditedItems build() {
            if (domain.size() != design.size()) {
                throw new IllegalArgumentException("There are " + domain.size() + " items, but " + design.size()
                        + " were drawn; expected one for each, also for those outside the domain.");
            }
            boolean[] inside = new boolean[domain.size()];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = domain.get(i);
            }
            return new AuditedItems(design, inside, numbers(prediction), numbers(gold));
        }

        private static double[] numbers(List<Double> list) {
            return list.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
