// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.util.Arrays;
import org.tilik.measure.spread.cascade.NodeKeys;

/**
 * When the content of each copy was first known to break the rules: on its platform or on any, by variant or by family.
 *
 * <p>Copies that break the rules are judged by what was known of such copies; protected items by what was known of any item
 * with the same content.
 */
final class Content {
    private static final int NOT_IN_FORCE = -1;

    private final FamilyCopies copies;
    /** The number of each copy's content; NOT_IN_FORCE where the rule does not reach its platform. */
    private final int[] group;
    /** By content: when it was known from copies that are not protected, and from all. */
    private final long[] ofViolations;

    private final long[] ofAll;

    private Content(FamilyCopies copies, int[] group, int groups) {
        this.copies = copies;
        this.group = group;
        this.ofViolations = new long[groups];
        this.ofAll = new long[groups];
        Arrays.fill(ofViolations, Known.NEVER);
        Arrays.fill(ofAll, Known.NEVER);
    }

    /** What a list that platforms share holds. */
    static Content shared(
            ScenarioRule.SharedHashList list, FamilyCopies copies, Certainty certainty, boolean[] stopped) {
        Numbering numbering = new Numbering(copies, list.match(), false);
        int[] group = numbering.groups(list.participants());
        Content content = new Content(copies, group, numbering.size());
        for (int i = 0; i < group.length; i++) {
            if (group[i] != NOT_IN_FORCE) {
                content.learn(i, listedAt(list, copies, i, certainty, stopped));
            }
        }
        return content;
    }

    private static long listedAt(
            ScenarioRule.SharedHashList list, FamilyCopies copies, int copy, Certainty certainty, boolean[] stopped) {
        long flag = flagAt(copies, copy, certainty, stopped);
        boolean isReported = flag >= copies.postedAt(copy);
        if (isReported && flag < list.fromMicros() && certainty == Certainty.SURE) {
            return Known.NEVER;
        }
        return Math.max(flag, list.fromMicros());
    }

    /** What each platform had flagged or removed. */
    static Content onEachPlatform(
            ScenarioRule.UploadBlock rule, FamilyCopies copies, Certainty certainty, boolean[] stopped) {
        Numbering numbering = new Numbering(copies, rule.match(), true);
        int[] group = numbering.groups(Participants.ALL);
        Content content = new Content(copies, group, numbering.size());
        for (int i = 0; i < group.length; i++) {
            if (group[i] != NOT_IN_FORCE) {
                long removed = certainty == Certainty.POSSIBLE ? copies.removedAfter(i) : copies.removedBy(i);
                boolean isThere = certainty == Certainty.POSSIBLE || !stopped[i];
                content.learn(i, flagAt(copies, i, certainty, stopped));
                content.learn(i, isThere ? removed : Known.NEVER);
            }
        }
        return content;
    }

    /** What each platform had flagged of the family. */
    static Content flaggedOnEachPlatform(FamilyCopies copies, Certainty certainty, boolean[] stopped) {
        Numbering numbering = new Numbering(copies, Match.NEAR, true);
        int[] group = numbering.groups(Participants.ALL);
        Content content = new Content(copies, group, numbering.size());
        for (int i = 0; i < group.length; i++) {
            if (group[i] != NOT_IN_FORCE) {
                // A platform can only remove what it holds: content of a list counts from when the copy is there.
                boolean isThere = certainty == Certainty.POSSIBLE || !stopped[i];
                content.learn(i, isThere ? Math.max(copies.postedAt(i), copies.flaggedAt(i)) : Known.NEVER);
            }
        }
        return content;
    }

    /** A list's entry is there without the copy; a report needs it. */
    private static long flagAt(FamilyCopies copies, int copy, Certainty certainty, boolean[] stopped) {
        long flag = copies.flaggedAt(copy);
        boolean isThere = certainty == Certainty.POSSIBLE || !stopped[copy] || flag < copies.postedAt(copy);
        return isThere ? flag : Known.NEVER;
    }

    private void learn(int copy, long at) {
        int of = group[copy];
        ofAll[of] = Math.min(ofAll[of], at);
        if (copies.standing(copy) == Standing.VIOLATING) {
            ofViolations[of] = Math.min(ofViolations[of], at);
        }
    }

    /** When the content of a copy was first known; {@link Known#NEVER} where it was not. */
    long knownAt(int copy) {
        int of = group[copy];
        if (of == NOT_IN_FORCE) {
            return Known.NEVER;
        }
        return copies.standing(copy) == Standing.PROTECTED ? ofAll[of] : ofViolations[of];
    }

    /** Numbers 0, 1, 2, … for contents. */
    private static final class Numbering {
        private final NodeKeys keys = new NodeKeys();
        private final FamilyCopies copies;
        private final Match match;
        private final boolean byPlatform;

        Numbering(FamilyCopies copies, Match match, boolean byPlatform) {
            this.copies = copies;
            this.match = match;
            this.byPlatform = byPlatform;
        }

        int size() {
            return keys.size();
        }

        int[] groups(Participants participants) {
            int[] group = new int[copies.nodes()];
            for (int i = 0; i < group.length; i++) {
                boolean reached = copies.isAdded(i) && participants.include(copies.platform(i));
                group[i] = reached ? number(i) : NOT_IN_FORCE;
            }
            return group;
        }

        private int number(int copy) {
            return keys.add(byPlatform ? copies.platform(copy) : 0, match == Match.EXACT ? copies.variant(copy) : 0);
        }
    }
}
