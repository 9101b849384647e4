// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.Set;
import org.tilik.measure.policy.scenario.Standing;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * Which items break the rules of a scenario, and which are protected.
 *
 * <pre>
 * violating   tracked because a list names it; because its family is tracked and it is a share or an exact copy; or tracked
 *             for any reason and labelled hateful or extremist_support; without a model, everything that the study tracks
 * protected   otherwise, labelled counter or none
 * other       the rest: offensive, or not scored
 * </pre>
 */
final class Judgement {
    private static final Set<String> VIOLATIONS = Set.of("hateful", "extremist_support");
    private static final Set<String> PROTECTED = Set.of("counter", "none");

    private Judgement() {}

    static Standing of(SpreadItem item, boolean hasModel) {
        if (isViolating(item, hasModel)) {
            return Standing.VIOLATING;
        }
        return item.label != null && PROTECTED.contains(item.label) ? Standing.PROTECTED : Standing.OTHER;
    }

    private static boolean isViolating(SpreadItem item, boolean hasModel) {
        if (!item.isTracked()) {
            return false;
        }
        boolean isNamed = TrackedBy.KNOWN.id().equals(item.trackedBy);
        boolean isSame = TrackedBy.FAMILY.id().equals(item.trackedBy) && item.isCounted();
        boolean isLabelled = item.isCounted() && item.label != null && VIOLATIONS.contains(item.label);
        return isNamed || isSame || isLabelled || (!hasModel && item.isCounted());
    }
}
