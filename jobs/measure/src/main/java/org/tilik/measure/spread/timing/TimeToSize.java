// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

import java.util.List;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.spread.cascade.CascadeTree;

/**
 * The hours from the first copy to the k-th over trees or families, of which some were not followed until they had as many.
 *
 * <p>The event is the k-th copy, the first one counted; a tree that has fewer when it was last followed is right-censored
 * there, and not left out: those that grow fast would be all that is left. Kaplan–Meier, Greenwood's variance on the log-log
 * scale, quantiles by Brookmeyer and Crowley; where trees share a family, intervals from seeded samples of whole families
 * (see {@link RemovalEstimator}). Most trees never reach a large k, so that a quantile is often not reached: that is its
 * value.
 *
 * <p>The estimate takes how long a tree was followed as independent of how fast it grows. A tree whose root was removed grows
 * no more: its k-th copy is not one that was missed. Follow it to the end of the data, and its share is that of trees as
 * they were moderated; end it at the removal, and the share is what trees would do that nobody removed, if removal did not
 * look at growth, which it does. Say which one it is.
 *
 * <p>With a sample of posts the k-th copy seen is not the k-th copy: no estimate (see {@code SampledMeasure}).
 *
 * @param k number of copies, the first one counted
 * @param n trees
 * @param reached trees that had k copies while they were followed
 * @param quantiles hours by which shares of the trees had k copies; NaN where not reached
 * @param within share of the trees with k copies within each number of hours; none past the last follow-up
 * @param estimate the whole curve, of trees that do not have k copies yet, and its caveats
 */
public record TimeToSize(
        int k, long n, long reached, List<Quantile> quantiles, List<DeadlineShare> within, RemovalEstimate estimate) {

    /** The trees of this k. */
    public static Trees trees(int k) {
        return new Trees(k);
    }

    /** Collects trees, or families, with the time of their k-th copy. */
    public static final class Trees {
        private final int k;
        private final RemovalDataBuilder rows = RemovalData.builder(List.of());
        private long n;
        private long reached;

        private Trees(int k) {
            if (k < 2) {
                throw new IllegalArgumentException(
                        "The number of copies is " + k + ", expected at least 2: the first is there from the start.");
            }
            this.k = k;
        }

        /**
         * Adds a tree.
         *
         * @param hoursToK hours to its k-th copy; NaN where it was not seen to have as many
         * @param followedHours hours that it was followed; a k-th copy later than that does not count
         * @param family binds trees of one content, a number from 0; −1 = none
         */
        public Trees add(double hoursToK, double followedHours, int family) {
            if (!(followedHours >= 0) || followedHours == Double.POSITIVE_INFINITY || hoursToK < 0) {
                throw new IllegalArgumentException("A tree has copy " + k + " after " + hoursToK
                        + " hours and was followed for " + followedHours + ", expected finite numbers from 0.");
            }
            boolean event = hoursToK <= followedHours;
            rows.add(
                    Double.NEGATIVE_INFINITY,
                    event ? hoursToK : followedHours,
                    event ? hoursToK : Double.POSITIVE_INFINITY,
                    0,
                    1,
                    family);
            n++;
            reached += event ? 1 : 0;
            return this;
        }

        /** Adds a tree of posts. */
        public Trees add(CascadeTree tree, double followedHours, int family) {
            return add(tree.hoursToSize(k), followedHours, family);
        }

        /**
         * The estimate.
         *
         * @param hours for the share with k copies within so many hours, inclusive
         * @param shares for the hours by which these shares have k copies, in (0, 1)
         * @param level of confidence, such as 0.95
         * @param replicates samples of whole families, used only where trees share a family; 0 leaves out the intervals then
         */
        public TimeToSize estimate(double[] hours, double[] shares, double level, int replicates, long seed) {
            RemovalEstimate estimate = RemovalEstimator.standard()
                    .withMethod(Method.KAPLAN_MEIER)
                    .withConfidence(ConfidenceInterval.LOG_LOG, level)
                    .withDeadlines(hours)
                    .withQuantiles(shares)
                    .withBootstrap(replicates, seed)
                    .estimate(rows.build());
            return new TimeToSize(k, n, reached, estimate.quantiles(), estimate.deadlines(), estimate);
        }
    }
}
