// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** A rule as it acts on the copies of one family; numbers of copies as in {@link FamilyCopies}. */
interface RuleInForce {
    /** What it does to the posting of a copy. */
    Stop stop(int copy);

    /** When it takes the copy down, if nobody did before; {@link Known#NEVER} = not. */
    default long takenDownAt(int copy) {
        return Known.NEVER;
    }

    /** Whether it hits the copy itself, not only what the copy repeats: by stopping it or by taking it down. */
    default boolean hits(int copy) {
        return stop(copy) != Stop.NOT;
    }

    /**
     * The rule for one family.
     *
     * @param stopped copies that may not have been there, for {@link Certainty#SURE}
     */
    static RuleInForce of(ScenarioRule rule, FamilyCopies copies, Certainty certainty, boolean[] stopped) {
        if (rule instanceof ScenarioRule.OneStrike) {
            return copy -> isBarred(copies.bar(copy), certainty) ? Stop.ALWAYS : Stop.NOT;
        }
        if (rule instanceof ScenarioRule.RemovalWithin within) {
            return new Removal(within, copies, certainty, stopped);
        }
        if (rule instanceof ScenarioRule.SharedHashList list) {
            return new Block(copies, Content.shared(list, copies, certainty, stopped), certainty);
        }
        return new Block(
                copies, Content.onEachPlatform((ScenarioRule.UploadBlock) rule, copies, certainty, stopped), certainty);
    }

    private static boolean isBarred(Bar bar, Certainty certainty) {
        return bar == Bar.SURELY || (bar == Bar.POSSIBLY && certainty == Certainty.POSSIBLE);
    }

    /** Content that was known before a copy was posted stops the copy. */
    record Block(FamilyCopies copies, Content content, Certainty certainty) implements RuleInForce {
        @Override
        public Stop stop(int copy) {
            if (content.knownAt(copy) >= copies.postedAt(copy)) {
                return Stop.NOT;
            }
            // A share of what is still up is perhaps no upload.
            return copies.isShare(copy) && certainty == Certainty.SURE ? Stop.WITHOUT_SOURCE : Stop.ALWAYS;
        }
    }

    /** What a platform holds of a family goes a while after its first flag there. */
    final class Removal implements RuleInForce {
        private final FamilyCopies copies;
        private final Certainty certainty;
        private final Content content;
        private final long deadline;

        Removal(ScenarioRule.RemovalWithin rule, FamilyCopies copies, Certainty certainty, boolean[] stopped) {
            this.copies = copies;
            this.certainty = certainty;
            this.content = Content.flaggedOnEachPlatform(copies, certainty, stopped);
            this.deadline = Micros.of(rule.deadline());
        }

        @Override
        public Stop stop(int copy) {
            return certainty == Certainty.POSSIBLE && copies.postedAt(copy) > due(copy) ? Stop.ALWAYS : Stop.NOT;
        }

        @Override
        public long takenDownAt(int copy) {
            long own = Micros.after(Math.max(copies.postedAt(copy), copies.flaggedAt(copy)), deadline);
            long ofFamily = due(copy);
            return copies.postedAt(copy) > ofFamily ? own : Math.min(own, ofFamily);
        }

        @Override
        public boolean hits(int copy) {
            return due(copy) < copies.goneBy(copy);
        }

        private long due(int copy) {
            return Micros.after(content.knownAt(copy), deadline);
        }
    }
}
