// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.HexFormat;
import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.strata.ItemTraits;

/**
 * An item, or something said of it, on the way to its cascade, grouped anew for each step; keys are pseudonyms as two
 * numbers, so that a row is small. Flink needs it mutable, with public fields.
 */
public final class CascadeNode {
    /** How nodes travel between operators. */
    static final TypeInformation<CascadeNode> TYPE = Types.POJO(CascadeNode.class);

    /** What is about the whole group. */
    static final byte HEAD = 0;
    /** Each of the others. */
    static final byte BODY = 1;

    private static final int KEY_DIGITS = 16;

    /** Group in which it is met next, the first 64 bits. */
    public long groupHigh;

    public long groupLow;
    /** {@link #HEAD} or {@link #BODY}; groups are sorted by it. */
    public byte rank;

    public long keyHigh;
    public long keyLow;
    /** {@link EdgeKind#code()} of its link; ROOT for one that names nothing. */
    public byte edge;
    /** What it hangs on; nothing for ROOT. */
    public long parentHigh;

    public long parentLow;
    /** First item of its cascade, once that is known. */
    public long rootHigh;

    public long rootLow;
    /** When it was posted, microseconds since 1970. */
    public long micros;
    /** Whether its account is known. */
    public boolean hasAccount;

    public long accountHigh;
    public long accountLow;
    /** How many followed the account at capture, {@link Reach#NOT_STATED} where nobody says. */
    public long followers = Reach.NOT_STATED;
    /** Whether its record names the original and not who passed it on. */
    public boolean rootOnly;
    /** Whether it is tracked and was seen gone. */
    public boolean gone;
    /** Null where only key, link and time matter. */
    public String platform;

    public String month;
    public String kind;
    public String language;
    /** Null where nothing was scored. */
    public String label;
    /** Null where the item is not tracked. */
    public String trackedBy;
    /** Null where it has no family. */
    public String familyId;

    /** For Flink. */
    public CascadeNode() {}

    /** All that cascades need of an item with a posting time, grouped by itself. */
    static CascadeNode of(SpreadItem item) {
        CascadeNode node = new CascadeNode();
        node.keyHigh = high(item.itemKey);
        node.keyLow = low(item.itemKey);
        Link link = Link.of(item.platform, item.kind, item.parentKey, item.originKey);
        node.edge = link.edge().code();
        node.rootOnly = link.isRootOnly();
        if (link.edge() != EdgeKind.ROOT) {
            node.parentHigh = high(link.target());
            node.parentLow = low(link.target());
        }
        node.micros = item.postedAt;
        node.hasAccount = item.accountKey != null;
        if (node.hasAccount) {
            node.accountHigh = high(item.accountKey);
            node.accountLow = low(item.accountKey);
        }
        node.followers = item.followers();
        node.gone = item.isTracked() && item.isEverGone();
        node.platform = item.platform;
        node.month = item.month;
        node.kind = item.kind;
        node.language = item.language;
        node.label = item.label;
        node.trackedBy = item.trackedBy;
        node.familyId = item.familyId;
        return node.inGroup(node.keyHigh, node.keyLow, HEAD);
    }

    /** Key, link and time alone, grouped by itself. */
    CascadeNode definition() {
        CascadeNode node = new CascadeNode();
        node.keyHigh = keyHigh;
        node.keyLow = keyLow;
        node.edge = edge;
        node.parentHigh = parentHigh;
        node.parentLow = parentLow;
        node.micros = micros;
        return node.inGroup(keyHigh, keyLow, HEAD);
    }

    /** Says to what it names that it is named. */
    CascadeNode mention() {
        return new CascadeNode().inGroup(parentHigh, parentLow, BODY);
    }

    /** Says to the items that hang on an inner one where their cascade begins. */
    static CascadeNode rootOf(long keyHigh, long keyLow, long rootHigh, long rootLow, long micros) {
        CascadeNode node = new CascadeNode();
        node.rootHigh = rootHigh;
        node.rootLow = rootLow;
        node.micros = micros;
        return node.inGroup(keyHigh, keyLow, HEAD);
    }

    /** Grouped with what names the same parent. */
    CascadeNode amongSiblings() {
        return inGroup(parentHigh, parentLow, BODY);
    }

    /** Grouped by its cascade, as the first item of it. */
    CascadeNode asRoot() {
        edge = EdgeKind.ROOT.code();
        rootOnly = false;
        rootHigh = keyHigh;
        rootLow = keyLow;
        return inGroup(keyHigh, keyLow, HEAD);
    }

    /** Grouped by its cascade, as one that hangs on another item. */
    CascadeNode below(long high, long low) {
        rootHigh = high;
        rootLow = low;
        return inGroup(high, low, BODY);
    }

    private CascadeNode inGroup(long high, long low, byte place) {
        groupHigh = high;
        groupLow = low;
        rank = place;
        return this;
    }

    /** Whether it is in the same group as another one. */
    boolean isWith(CascadeNode other) {
        return groupHigh == other.groupHigh && groupLow == other.groupLow;
    }

    boolean isLinked() {
        return edge != EdgeKind.ROOT.code();
    }

    boolean isTracked() {
        return trackedBy != null;
    }

    /** What a study may group by; an item that is not tracked says so in the column that asks for it. */
    ItemTraits traits() {
        return new ItemTraits(platform, month, kind, language, label, trackedBy == null ? "none" : trackedBy);
    }

    static long high(String key) {
        return HexFormat.fromHexDigitsToLong(key, 0, KEY_DIGITS);
    }

    static long low(String key) {
        return HexFormat.fromHexDigitsToLong(key, KEY_DIGITS, 2 * KEY_DIGITS);
    }

    /** The pseudonym that these numbers stand for. */
    static String key(long high, long low) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    /** The nodes, whole groups in one task each, their heads first; sorted outside the heap. */
    static SingleOutputStreamOperator<CascadeNode> grouped(DataStream<CascadeNode> nodes, String uid, String name) {
        return sorted(nodes, node -> key(node.groupHigh, node.groupLow) + (char) ('0' + node.rank), uid, name);
    }

    /** The same, the others by time and key. */
    static SingleOutputStreamOperator<CascadeNode> inTime(DataStream<CascadeNode> nodes, String uid, String name) {
        return sorted(
                nodes,
                node -> key(node.groupHigh, node.groupLow)
                        + (char) ('0' + node.rank)
                        + HexFormat.of().toHexDigits(node.micros ^ Long.MIN_VALUE)
                        + key(node.keyHigh, node.keyLow),
                uid,
                name);
    }

    private static SingleOutputStreamOperator<CascadeNode> sorted(
            DataStream<CascadeNode> nodes, KeySelector<CascadeNode, String> order, String uid, String name) {
        return nodes.partitionCustom((hash, tasks) -> Math.floorMod(hash, tasks), (KeySelector<CascadeNode, Integer>)
                        node -> Long.hashCode(node.groupHigh))
                .fullWindowPartition()
                .sortPartition(order, Order.ASCENDING)
                .uid(uid)
                .name(name);
    }
}
