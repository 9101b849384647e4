// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;
import java.util.Set;

/**
 * Causes whose shares are added, such as all causes that are removal.
 *
 * @param name how results name the group
 * @param causes names of causes that belong to it
 * @param unknown names of causes that may hide some of it: left out of the lower bound, counted in the upper
 */
public record CauseGroup(String name, Set<String> causes, Set<String> unknown) {

    /** Refuses a cause that is both certain and unknown. */
    public CauseGroup {
        causes = Set.copyOf(causes);
        unknown = Set.copyOf(unknown);
        for (String cause : unknown) {
            if (causes.contains(cause)) {
                throw new IllegalArgumentException("Cause group " + name + ": " + cause
                        + " is listed both as belonging and as unknown; list it once.");
            }
        }
    }

    /** The data with cause 1 = in the group and 2 = not; unknown causes count as asked. */
    RemovalData split(RemovalData data, boolean countUnknown) {
        List<String> names = data.causeNames();
        return data.recoded(List.of(name, "other"), k -> {
            String cause = names.get(k - 1);
            return causes.contains(cause) || (countUnknown && unknown.contains(cause)) ? 1 : 2;
        });
    }

    /** The sum of what each cause of {@code names} has, over the group; unknown causes count as asked. */
    double sum(List<String> names, double[] byCause, boolean countUnknown) {
        double sum = 0;
        for (int k = 0; k < byCause.length; k++) {
            String cause = names.get(k);
            sum += causes.contains(cause) || (countUnknown && unknown.contains(cause)) ? byCause[k] : 0;
        }
        return sum;
    }
}
