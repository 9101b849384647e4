// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.HexFormat;
import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.pipeline.counts.JobCounts;

/**
 * The part of the topology that finds texts which are nearly the same.
 *
 * <pre>
 *   texts ─by text→ distinct ┬buckets─by range→ propose ─┐
 *                            ├───────────────────────────┴by one text→ attach ┐
 *                            └────────────────────────────────────────────────┴by the other→ verify → ties
 * </pre>
 *
 * <p>Only sets of shingles travel, never words, and only numbers of texts go through buckets. Everything is sorted outside
 * the heap, but for the buckets of one range, of which there are {@value BucketBlock#RANGES}; else a task holds the set of
 * one text, and a few hundred numbers. The number of a text is the first half of its key but for the last bit. Should two of
 * ten million texts have the same number, which happens in one of 200,000 runs, the one with the larger key is compared with
 * nothing.
 */
final class NearTexts {
    /**
     * A text: its number, which is even, the two halves of its key, and its shingles. Or a comparison with another one: the
     * same number but odd, and of the other its number, or where they are known the halves of its key and its shingles. So
     * what a text consists of comes before all comparisons with it.
     */
    static final TypeInformation<Tuple4<Long, Long, Long, int[]>> SHINGLES =
            Types.TUPLE(Types.LONG, Types.LONG, Types.LONG, Types.PRIMITIVE_ARRAY(Types.INT));

    private static final long NOTHING = 0;
    private static final int[] NOT_KNOWN = {};
    private static final int HEX_DIGITS = 16;

    private NearTexts() {}

    /**
     * What is found.
     *
     * @param ties keys of two texts and their similarity, from the loosest rule on
     * @param counts what was compared
     */
    record Found(DataStream<Tuple3<String, String, Double>> ties, DataStream<Tuple2<String, Long>> counts) {}

    /** A text as it travels, from its key of 32 hex digits. */
    static Tuple4<Long, Long, Long, int[]> text(String key, int[] shingles) {
        long first = HexFormat.fromHexDigitsToLong(key, 0, HEX_DIGITS);
        long second = HexFormat.fromHexDigitsToLong(key, HEX_DIGITS, 2 * HEX_DIGITS);
        return Tuple4.of(number(first), first, second, shingles);
    }

    /** A comparison of two texts of which nothing but the numbers are known yet. */
    static Tuple4<Long, Long, Long, int[]> comparison(long one, long other) {
        return comparison(one, other, NOTHING, NOT_KNOWN);
    }

    /** A comparison of a text with another one. */
    static Tuple4<Long, Long, Long, int[]> comparison(long number, long first, long second, int[] shingles) {
        return Tuple4.of(number | 1, first, second, shingles);
    }

    /** Whether it is about two texts. */
    static boolean isComparison(Tuple4<Long, Long, Long, int[]> part) {
        return (part.f0 & 1) == 1;
    }

    /** The number of the text that a part is about. */
    static long number(long firstHalf) {
        return firstHalf & ~1L;
    }

    /** A key in 32 hex digits. */
    static String key(long first, long second) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first) + hex.toHexDigits(second);
    }

    /** Finds the similar ones among these texts, of which each may come any number of times. */
    static Found among(DataStream<Tuple4<Long, Long, Long, int[]>> texts) {
        SingleOutputStreamOperator<Tuple4<Long, Long, Long, int[]>> distinct = byText(
                        texts, "classify-by-text", "classify: sort texts")
                .transform("classify: distinct texts", SHINGLES, new KeepDistinctTexts())
                .uid("classify-distinct-texts");
        DataStream<BucketBlock> inBuckets = distinct.transform(
                        "classify: buckets of texts", BucketBlock.TYPE, new FillBuckets())
                .uid("classify-buckets");
        SingleOutputStreamOperator<Tuple4<Long, Long, Long, int[]>> proposed = sorted(
                        inBuckets, block -> block.range, "range", "classify-by-bucket", "classify: sort buckets")
                .transform("classify: propose pairs of texts", SHINGLES, new ProposePairs())
                .uid("classify-propose");
        SingleOutputStreamOperator<Tuple4<Long, Long, Long, int[]>> attached = byText(
                        distinct.union(proposed), "classify-by-one-text", "classify: sort pairs")
                .transform("classify: attach shingles", SHINGLES, new AttachShingles())
                .uid("classify-attach");
        SingleOutputStreamOperator<Tuple3<String, String, Double>> ties = byText(
                        distinct.union(attached), "classify-by-other-text", "classify: sort pairs again")
                .transform("classify: similarity of texts", GatherContents.TIE, new VerifyPairs())
                .uid("classify-verify");
        return new Found(
                ties,
                distinct.getSideOutput(JobCounts.TAG)
                        .union(proposed.getSideOutput(JobCounts.TAG), ties.getSideOutput(JobCounts.TAG)));
    }

    /** Whole groups in one task each, sorted by their first field. */
    private static SingleOutputStreamOperator<Tuple4<Long, Long, Long, int[]>> byText(
            DataStream<Tuple4<Long, Long, Long, int[]>> parts, String uid, String name) {
        return sorted(parts, part -> Long.hashCode(number(part.f0)), "f0", uid, name);
    }

    /** Whole groups in one task each, sorted by a field; outside the heap. */
    private static <T> SingleOutputStreamOperator<T> sorted(
            DataStream<T> parts, KeySelector<T, Integer> group, String field, String uid, String name) {
        return parts.partitionCustom((hash, tasks) -> Math.floorMod(hash, tasks), group)
                .fullWindowPartition()
                .sortPartition(field, Order.ASCENDING)
                .uid(uid)
                .name(name);
    }
}
