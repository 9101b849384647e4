// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.RemovalData;

/**
 * Exactly timed lifetimes of items, in hours, with covariates; columnar and immutable.
 *
 * <p>A row says: {@code weight} items came under observation at {@code entry} (−∞ = from the start) and went, or were
 * last seen, at {@code exit}; risk sets are (entry, exit]. An item gone by a cause that is not studied is, to the hazard
 * of the cause studied, one last seen then; {@link FineGrayRegression} tells the two apart.
 */
public final class RegressionData {

    private final List<String> names;
    private final double[] entry;
    private final double[] exit;
    private final boolean[] event;
    private final boolean[] competing;
    private final double[] weight;
    private final int[] family;
    private final double[][] covariates;

    RegressionData(
            List<String> names,
            double[] entry,
            double[] exit,
            boolean[] event,
            boolean[] competing,
            double[] weight,
            int[] family,
            double[][] covariates) {
        this.names = names;
        this.entry = entry;
        this.exit = exit;
        this.event = event;
        this.competing = competing;
        this.weight = weight;
        this.family = family;
        this.covariates = covariates;
    }

    /** A builder for rows with covariates of these names. */
    public static RegressionDataBuilder builder(String... covariates) {
        return new RegressionDataBuilder(List.of(covariates));
    }

    /**
     * Groups against the first one: a covariate of 0 and 1 for each other group, under its name. Not defined where some
     * item went in a bracket.
     */
    public static Outcome<RegressionData> ofGroups(List<Group> groups) {
        List<Group> compared =
                groups.stream().filter(group -> group.data().size() > 0).toList();
        if (compared.size() < 2) {
            return Outcome.none(Undefined.FEWER_THAN_TWO_GROUPS);
        }
        if (Group.anyBracket(compared)) {
            return Outcome.none(Undefined.BRACKETS);
        }
        List<String> names = new ArrayList<>();
        compared.stream().skip(1).map(Group::name).forEach(names::add);
        RegressionDataBuilder rows = new RegressionDataBuilder(names);
        for (int g = 0; g < compared.size(); g++) {
            RemovalData data = compared.get(g).data();
            double[] indicator = new double[names.size()];
            if (g > 0) {
                indicator[g - 1] = 1;
            }
            for (int i = 0; i < data.size(); i++) {
                rows.add(data.entry(i), data.exit(i), !data.isCensored(i), data.weight(i), data.family(i), indicator);
            }
        }
        return Outcome.of(rows.build());
    }

    /** Number of rows. */
    public int size() {
        return exit.length;
    }

    /** Names of the covariates, in order. */
    public List<String> names() {
        return names;
    }

    double entry(int i) {
        return entry[i];
    }

    double exit(int i) {
        return exit[i];
    }

    boolean isEvent(int i) {
        return event[i];
    }

    /** Whether row i went by another cause. */
    boolean isCompeting(int i) {
        return competing[i];
    }

    double weight(int i) {
        return weight[i];
    }

    int family(int i) {
        return family[i];
    }

    /** The covariates of row i. */
    double[] covariates(int i) {
        return covariates[i];
    }

    double events() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += event[i] ? weight[i] : 0;
        }
        return sum;
    }

    boolean hasWholeWeights() {
        for (double w : weight) {
            if (w != Math.rint(w)) {
                return false;
            }
        }
        return true;
    }

    /** Each covariate less its mean, in standard deviations; null if one does not vary. */
    Standardised standardised() {
        int p = names.size();
        double[] deviation = new double[p];
        double[][] rows = new double[size()][p];
        double total = 0;
        for (double w : weight) {
            total += w;
        }
        for (int j = 0; j < p; j++) {
            double mean = 0;
            for (int i = 0; i < size(); i++) {
                mean += weight[i] * covariates[i][j] / total;
            }
            double square = 0;
            double scale = 0;
            for (int i = 0; i < size(); i++) {
                rows[i][j] = covariates[i][j] - mean;
                square += weight[i] * rows[i][j] * rows[i][j] / total;
                scale = Math.max(scale, Math.abs(covariates[i][j]));
            }
            deviation[j] = Math.sqrt(square);
            if (!(deviation[j] > 1e-12 * scale)) {
                return null;
            }
            for (int i = 0; i < size(); i++) {
                rows[i][j] /= deviation[j];
            }
        }
        return new Standardised(rows, deviation);
    }

    /** Covariates of mean 0 and deviation 1, by row, and the deviations they were divided by. */
    record Standardised(double[][] rows, double[] deviation) {}
}
