// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Optional;
import org.tilik.model.EventKind;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.strata.Stratum;

/**
 * The views of one item, or of all items of one account of a platform, and how many of them fell on tracked items. Flink
 * needs it mutable, with public fields.
 */
public final class SampledViews {
    public String platform;
    /** The account, or the item where the account is not known. */
    public String cluster;
    /** Null where unknown. */
    public String accountKey;

    public double tracked;
    public double all;
    public long items;
    public long trackedItems;

    /**
     * The views of an item; empty where nobody counted them, for shares, whose views are those of the original, for what
     * is in the data because it was removed, and where the study tracks every item, so that the tracked ones are no part.
     */
    static Optional<SampledViews> of(TrackedItem item) {
        boolean counted = item != null && item.kind != null && item.viewsLast != null;
        if (!counted
                || EventKind.SHARE.name().equals(item.kind)
                || item.isSelectedOnRemoval()
                || TrackedBy.ALL.id().equals(item.trackedBy)) {
            return Optional.empty();
        }
        boolean tracked = item.isWhole() && !item.isFamilyOnly();
        SampledViews views = new SampledViews();
        views.platform = item.platform;
        views.cluster = item.accountKey == null ? "item " + item.itemKey : item.accountKey;
        views.accountKey = item.accountKey;
        views.all = (double) item.viewsLast;
        views.tracked = tracked ? views.all : 0;
        views.items = 1;
        views.trackedItems = tracked ? 1 : 0;
        return Optional.of(views);
    }

    /** These and the other ones of the same account. */
    SampledViews with(SampledViews other) {
        SampledViews both = new SampledViews();
        both.platform = platform;
        both.cluster = cluster;
        both.accountKey = accountKey;
        both.tracked = tracked + other.tracked;
        both.all = all + other.all;
        both.items = items + other.items;
        both.trackedItems = trackedItems + other.trackedItems;
        return both;
    }

    /** Labels of the strata that count them: of an item that is not tracked nothing but the platform is known. */
    String[] strata() {
        return new String[] {Stratum.ALL.label(), new Stratum("platform", platform).label()};
    }
}
