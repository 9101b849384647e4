// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/**
 * Which copies of one family would not have been posted under a rule, between two bounds; deterministic.
 *
 * <p>Copies are taken in order of posting. A copy is averted
 *
 * <pre>
 * scenario_high  when the rule stops the act of posting it, or what it repeats was averted or taken down by the rule before
 *                (no substitution; all that hangs on it falls with it)
 * scenario_low   when the rule surely stops the act of posting it; or when what it repeats was surely averted or taken
 *                down, and no earlier copy of the family survives that was visible when it was posted (otherwise it is
 *                re-attached to that copy)
 * </pre>
 *
 * <p>The rule stops the act of posting
 *
 * <pre>
 * one strike        when the account was barred ({@link AccountStrikes})
 * hash list, block  when its content was known before: an upload; a share in the high scenario, in the low one only if
 *                   nothing that it could share survives, as sharing what is up is perhaps no upload
 * removal within D  when it was posted later than D after the first flag of the family on its platform, in the high scenario
 *                   only; what it repeats is taken down at the deadline, which reaches copies whose source is known in the
 *                   low scenario, too
 * </pre>
 *
 * <p>Only what was known by then: flags and removals strictly before posting. The high scenario takes the earliest time in
 * a bracket and what was known from every observed copy; the low one the latest time, and only what was known from copies
 * that the high scenario leaves standing, since a copy that was never posted is never flagged. Low is at or below high for
 * every copy. Where everybody keeps the rule and nobody evades it, and those whose source is gone find another one or not,
 * what would have happened lies between the two; new accounts and edited copies bring the truth below
 * the lower bound. What hangs on an averted copy without a known link is in neither bound, so that the truth is above the
 * upper one where many links are unknown; {@link ScenarioCounts#withoutSource} says of how many. How far both go stands in
 * the README.
 *
 * <p>Protected items are counted where the rule itself would have stopped them or taken them down, at the earliest; not
 * those that only lose their source. Views of copies that are still posted but taken down earlier count nowhere.
 *
 * <p>O(n log n), no recursion. After removal in the sense of Schneider and Rizoiu 2023, doi:10.1073/pnas.2307360120.
 */
public final class ScenarioReplay {
    private final FamilyCopies copies;
    private final boolean[] high;
    private final boolean[] low;
    private final boolean[] hit;

    private ScenarioReplay(FamilyCopies copies, ScenarioRule rule) {
        this.copies = copies;
        int[] order = copies.inOrder();
        RuleInForce possible = RuleInForce.of(rule, copies, Certainty.POSSIBLE, new boolean[0]);
        this.high = withoutSubstitution(copies, order, possible);
        this.low = withSubstitution(copies, order, RuleInForce.of(rule, copies, Certainty.SURE, high));
        this.hit = new boolean[copies.nodes()];
        for (int copy : order) {
            hit[copy] = copies.standing(copy) == Standing.PROTECTED && possible.hits(copy);
        }
    }

    /** Replays a family under a rule. */
    public static ScenarioReplay of(FamilyCopies copies, ScenarioRule rule) {
        return new ScenarioReplay(copies, rule);
    }

    private static boolean[] withoutSubstitution(FamilyCopies copies, int[] order, RuleInForce rule) {
        boolean[] averted = new boolean[copies.nodes()];
        for (int copy : order) {
            averted[copy] = rule.stop(copy) != Stop.NOT || isSourceGone(copies, copy, averted, rule);
        }
        return averted;
    }

    private static boolean[] withSubstitution(FamilyCopies copies, int[] order, RuleInForce rule) {
        boolean[] averted = new boolean[copies.nodes()];
        long visibleUntil = Long.MIN_VALUE;
        long untilOfThisTime = Long.MIN_VALUE;
        long now = Long.MIN_VALUE;
        for (int copy : order) {
            long posted = copies.postedAt(copy);
            if (posted > now) {
                visibleUntil = Math.max(visibleUntil, untilOfThisTime);
                now = posted;
            }
            Stop stop = rule.stop(copy);
            boolean sourceGone = isSourceGone(copies, copy, averted, rule);
            boolean isShared = copies.parent(copy) >= 0 && !sourceGone;
            boolean needsAnother = sourceGone || (stop == Stop.WITHOUT_SOURCE && !isShared);
            averted[copy] = stop == Stop.ALWAYS || (needsAnother && visibleUntil <= posted);
            if (!averted[copy]) {
                untilOfThisTime = Math.max(untilOfThisTime, Math.min(copies.goneBy(copy), rule.takenDownAt(copy)));
            }
        }
        return averted;
    }

    private static boolean isSourceGone(FamilyCopies copies, int copy, boolean[] averted, RuleInForce rule) {
        int source = copies.parent(copy);
        return source >= 0 && (averted[source] || rule.takenDownAt(source) < copies.postedAt(copy));
    }

    /** Whether the copy of this number is averted in the low scenario. */
    public boolean isAvertedLow(int copy) {
        return low[copy];
    }

    /** Whether the copy of this number is averted in the high scenario. */
    public boolean isAvertedHigh(int copy) {
        return high[copy];
    }

    /** Whether the item of this number is protected and the rule itself would have stopped it or taken it down. */
    public boolean isProtectedRemoved(int copy) {
        return hit[copy];
    }

    /** What comes of all copies of the family together. */
    public ScenarioCounts counts() {
        ScenarioCounts counts = ScenarioCounts.NONE;
        for (int copy = 0; copy < copies.nodes(); copy++) {
            counts = counts.plus(counts(copy));
        }
        return counts;
    }

    /** What comes of one copy. */
    public ScenarioCounts counts(int copy) {
        if (!copies.isAdded(copy)) {
            return ScenarioCounts.NONE;
        }
        return switch (copies.standing(copy)) {
            case VIOLATING ->
                ScenarioCounts.ofCopy(
                        low[copy],
                        high[copy],
                        copies.viewsLower(copy),
                        copies.viewsUpper(copy),
                        copies.parent(copy) >= 0);
            case PROTECTED -> ScenarioCounts.ofProtected(hit[copy]);
            case OTHER -> ScenarioCounts.NONE;
        };
    }
}
