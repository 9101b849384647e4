// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.HexFormat;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.policy.scenario.Bar;
import org.tilik.measure.policy.scenario.Known;
import org.tilik.measure.policy.scenario.PostedCopy;
import org.tilik.measure.policy.scenario.Standing;
import org.tilik.model.EventKind;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * What a replay asks of one item; times in microseconds since 1970. Flink needs it mutable, with public fields.
 *
 * <p>What was removed, or perhaps was, is known from its visible spans; a copy counts as a source until it was gone for
 * good.
 */
public final class ScenarioItem {
    /** How items travel between operators. */
    public static final TypeInformation<ScenarioItem> TYPE = Types.POJO(ScenarioItem.class);

    private static final int KEY_DIGITS = 16;

    public String itemKey;
    /** Null where unknown. */
    public String accountKey;
    /** Null where it has no family. */
    public String familyId;
    /** What tells its content from others of the family; null where that is not known. */
    public String variantKey;
    /** The item it repeats or answers; null where it names none. */
    public String sourceKey;

    public String platform;
    public boolean isShare;
    /** Whether the source of its platform delivered only a sample. */
    public boolean isSampled;

    public long postedAt;
    public long flaggedAt = Known.NEVER;
    public long removedAfter = Known.NEVER;
    public long removedBy = Known.NEVER;
    public long goneBy = Known.NEVER;
    public long viewsLower = PostedCopy.UNKNOWN_VIEWS;
    public long viewsUpper = PostedCopy.UNKNOWN_VIEWS;
    /** Name of its {@link Standing}, lower case. */
    public String standing;
    /** Name of its {@link Bar}, lower case. */
    public String bar = "not";
    /** Labels of the strata that count it. */
    public String[] strata = {};

    /** What the replay asks of an item, whose time of posting must be known. */
    static ScenarioItem of(PolicyItem whole, PolicyPlan plan) {
        SpreadItem item = whole.item;
        ScenarioItem of = new ScenarioItem();
        of.itemKey = item.itemKey;
        of.accountKey = item.accountKey;
        of.familyId = item.familyId;
        of.variantKey = item.variantKey;
        of.sourceKey = source(item);
        of.platform = item.platform;
        of.isShare = item.isShare();
        of.isSampled = plan.isSampled(item.platform);
        of.postedAt = item.postedAt;
        Long flag = whole.firstFlag();
        of.flaggedAt = flag == null ? Known.NEVER : flag;
        of.takeSpans(item);
        of.viewsLower = item.viewsLower == null ? PostedCopy.UNKNOWN_VIEWS : item.viewsLower;
        of.viewsUpper = item.viewsUpper == null ? PostedCopy.UNKNOWN_VIEWS : item.viewsUpper;
        of.standing =
                Judgement.of(item, plan.measures().modelId() != null).name().toLowerCase(Locale.ROOT);
        of.strata = ScenarioStrata.of(item, plan.strata());
        return of;
    }

    private static String source(SpreadItem item) {
        return switch (EventKind.valueOf(item.kind)) {
            case SHARE -> item.originKey;
            case QUOTE -> item.originKey == null ? item.parentKey : item.originKey;
            case REPLY -> item.parentKey;
            default -> null;
        };
    }

    private void takeSpans(SpreadItem item) {
        for (int i = 0; i < item.spanGone.length; i++) {
            if (item.spanGone[i] != SpreadItem.NEVER) {
                if (item.spanRemoved[i] || item.spanUnexplained[i]) {
                    removedAfter = Math.min(removedAfter, item.spanSeen[i]);
                }
                if (item.spanRemoved[i]) {
                    removedBy = Math.min(removedBy, item.spanGone[i]);
                }
            }
            goneBy = item.spanGone[i];
        }
    }

    Standing standing() {
        return Standing.valueOf(standing.toUpperCase(Locale.ROOT));
    }

    Known known() {
        return new Known(flaggedAt, removedAfter, removedBy);
    }

    /** Whether it may hang on another copy of its family. */
    boolean mayHang() {
        return familyId != null && sourceKey != null;
    }

    /** Whether it was flagged, removed or posted while its account was barred, for sure or perhaps. */
    boolean isTouched() {
        return flaggedAt != Known.NEVER || removedAfter != Known.NEVER || !bar.equals("not");
    }

    boolean isCounted() {
        return standing() != Standing.OTHER;
    }

    long keyHigh() {
        return high(itemKey);
    }

    long keyLow() {
        return low(itemKey);
    }

    /** The first half of a key of 32 hex digits. */
    static long high(String key) {
        return HexFormat.fromHexDigitsToLong(key, 0, KEY_DIGITS);
    }

    /** The second half. */
    static long low(String key) {
        return HexFormat.fromHexDigitsToLong(key, KEY_DIGITS, 2 * KEY_DIGITS);
    }

    /** The copy that it is in a family, where its platform and variant have these numbers. */
    PostedCopy copy(int platformNumber, int variantNumber) {
        return new PostedCopy(
                platformNumber,
                variantNumber,
                isShare,
                postedAt,
                known(),
                goneBy,
                viewsLower,
                // Counts come at different times from different sources; the least that is known is never above the
                // most.
                viewsUpper == PostedCopy.UNKNOWN_VIEWS ? viewsUpper : Math.max(viewsLower, viewsUpper),
                standing(),
                Bar.valueOf(bar.toUpperCase(Locale.ROOT)));
    }
}
