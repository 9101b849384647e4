// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * What the published table is made of: a cascade that may be listed, or the sums over others of one platform, size class
 * and way of building. Flink needs it mutable, with public fields.
 */
public final class ReleasePart {
    /** How parts travel between operators. */
    static final TypeInformation<ReleasePart> TYPE = Types.POJO(
            ReleasePart.class,
            Map.ofEntries(
                    entry("listed", RowType.of(Table.CASCADES)),
                    entry("reach", Types.LONG),
                    entry("platform", Types.STRING),
                    entry("parentSource", Types.STRING),
                    entry("sizeClass", Types.STRING),
                    entry("cascades", Types.LONG),
                    entry("size", Types.LONG),
                    entry("shares", Types.LONG),
                    entry("quotes", Types.LONG),
                    entry("replies", Types.LONG),
                    entry("tracked", Types.LONG),
                    entry("removed", Types.LONG),
                    entry("accounts", BasicArrayTypeInfo.STRING_ARRAY_TYPE_INFO)));

    /** The row of a cascade that may be listed; null for sums. */
    public CascadeRow listed;
    /** The upper bound of its reach as it may be published; null where there is none, and for sums. */
    public Long reach;

    public String platform;
    public String parentSource;
    public String sizeClass;
    public long cascades;
    public long size;
    public long shares;
    public long quotes;
    public long replies;
    public long tracked;
    public long removed;
    /** Different accounts, at most as many as decide on publication. */
    public String[] accounts = {};

    /** For Flink. */
    public ReleasePart() {}

    /** One cascade with some of its accounts. */
    static ReleasePart of(CascadeRow row, String[] accounts) {
        ReleasePart part = new ReleasePart();
        part.platform = row.platform();
        part.parentSource = row.parentSource();
        part.sizeClass = row.sizeClass();
        part.cascades = row.nCascades();
        part.size = row.size();
        part.shares = row.nShares();
        part.quotes = row.nQuotes();
        part.replies = row.nReplies();
        part.tracked = row.nTracked();
        part.removed = row.nRemoved();
        part.accounts = accounts;
        return part;
    }

    /** A cascade that may be listed. */
    static ReleasePart listed(CascadeRow row, String[] accounts, Long reach) {
        ReleasePart part = of(row, accounts);
        part.listed = row;
        part.reach = reach;
        return part;
    }

    /** The name of what is added up. */
    String group() {
        return platform + ' ' + parentSource + ' ' + sizeClass;
    }

    /** Adds another part, of whose accounts only as many are kept as decide. */
    ReleasePart with(ReleasePart other, int k) {
        ReleasePart sum = new ReleasePart();
        sum.platform = platform;
        sum.parentSource = parentSource;
        sum.sizeClass = sizeClass;
        sum.cascades = cascades + other.cascades;
        sum.size = size + other.size;
        sum.shares = shares + other.shares;
        sum.quotes = quotes + other.quotes;
        sum.replies = replies + other.replies;
        sum.tracked = tracked + other.tracked;
        sum.removed = removed + other.removed;
        sum.accounts = accounts.length >= k
                ? accounts
                : Stream.concat(Arrays.stream(accounts), Arrays.stream(other.accounts))
                        .distinct()
                        .limit(k)
                        .toArray(String[]::new);
        return sum;
    }
}
