// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/**
 * Numbers of copies, of their views and of protected items under a rule; they add up over copies and families.
 *
 * @param copiesObserved copies that break the rules
 * @param avertedLow of them, averted in the low scenario
 * @param avertedHigh of them, averted in the high scenario
 * @param viewsAvertedLow views that the copies averted in the low scenario had at least; unknown ones count as 0
 * @param viewsAvertedHigh views that the copies averted in the high scenario had at most, as far as known
 * @param withoutUpperViews copies averted in the high scenario of which nobody knows how many views they had at most
 * @param withoutSource copies that break the rules and of which nobody knows what they repeat; the first of a family is one
 * @param protectedObserved protected items
 * @param protectedRemoved of them, those that the rule would have stopped or taken down
 */
public record ScenarioCounts(
        long copiesObserved,
        long avertedLow,
        long avertedHigh,
        long viewsAvertedLow,
        long viewsAvertedHigh,
        long withoutUpperViews,
        long withoutSource,
        long protectedObserved,
        long protectedRemoved) {

    /** Of no copy. */
    public static final ScenarioCounts NONE = new ScenarioCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of one copy that breaks the rules. */
    static ScenarioCounts ofCopy(boolean low, boolean high, long viewsLower, long viewsUpper, boolean hasSource) {
        boolean known = viewsUpper != PostedCopy.UNKNOWN_VIEWS;
        return new ScenarioCounts(
                1,
                low ? 1 : 0,
                high ? 1 : 0,
                low ? Math.max(0, viewsLower) : 0,
                high && known ? viewsUpper : 0,
                high && !known ? 1 : 0,
                hasSource ? 0 : 1,
                0,
                0);
    }

    /** Of one protected item. */
    static ScenarioCounts ofProtected(boolean removed) {
        return new ScenarioCounts(0, 0, 0, 0, 0, 0, 0, 1, removed ? 1 : 0);
    }

    /** These and others together. */
    public ScenarioCounts plus(ScenarioCounts other) {
        return new ScenarioCounts(
                copiesObserved + other.copiesObserved,
                avertedLow + other.avertedLow,
                avertedHigh + other.avertedHigh,
                Math.addExact(viewsAvertedLow, other.viewsAvertedLow),
                Math.addExact(viewsAvertedHigh, other.viewsAvertedHigh),
                withoutUpperViews + other.withoutUpperViews,
                withoutSource + other.withoutSource,
                protectedObserved + other.protectedObserved,
                protectedRemoved + other.protectedRemoved);
    }

    /** Views averted in the high scenario; null where one averted copy has none that are known. */
    public Long viewsAvertedHighOrNull() {
        return withoutUpperViews == 0 ? viewsAvertedHigh : null;
    }
}
