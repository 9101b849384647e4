// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.FamilyRow;
import org.tilik.pipeline.spread.SizeClass;

/**
 * Families of one class of sizes that are too small to be published one by one, added up in any order. Flink needs it
 * mutable, with public fields.
 */
public final class SmallFamilies {
    /** How sums travel between operators. */
    static final TypeInformation<SmallFamilies> TYPE = Types.POJO(SmallFamilies.class);

    public String sizeClass;
    public long families;
    public long copies;
    public long shares;
    public long removed;
    public long gone;
    /** Copies that were there when last looked at. */
    public long there;
    /** Copies that were seen gone, and not again. */
    public long goneForGood;
    /** Hashes of different accounts, ascending, no more than it takes to publish. */
    public long[] accounts = {};

    static SmallFamilies of(FamilyStory story) {
        SmallFamilies one = new SmallFamilies();
        one.sizeClass = SizeClass.of(story.copies());
        one.families = 1;
        one.copies = story.copies();
        one.shares = story.shares();
        one.removed = story.everRemoved();
        one.gone = story.everGone();
        one.there = story.there();
        one.goneForGood = story.goneForGood();
        one.accounts = story.someAccounts();
        return one;
    }

    /** Both together, with at most so many of their accounts. */
    SmallFamilies with(SmallFamilies other, int k) {
        SmallFamilies both = new SmallFamilies();
        both.sizeClass = sizeClass;
        both.families = families + other.families;
        both.copies = copies + other.copies;
        both.shares = shares + other.shares;
        both.removed = removed + other.removed;
        both.gone = gone + other.gone;
        both.there = there + other.there;
        both.goneForGood = goneForGood + other.goneForGood;
        both.accounts = HourlyChange.union(accounts, other.accounts, k);
        return both;
    }

    /** The row of the class, without numbers where it is held back. */
    FamilyRow row(boolean suppressed, String runId) {
        double all = (double) copies;
        return new FamilyRow(
                sizeClass,
                null,
                suppressed ? null : (Long) families,
                null,
                suppressed ? null : (Long) copies,
                suppressed ? null : (Long) shares,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                suppressed ? null : (Long) removed,
                suppressed ? null : (Long) gone,
                null,
                suppressed ? null : (Double) (there / all),
                suppressed ? null : (Double) ((copies - goneForGood) / all),
                null,
                null,
                suppressed,
                runId);
    }
}
