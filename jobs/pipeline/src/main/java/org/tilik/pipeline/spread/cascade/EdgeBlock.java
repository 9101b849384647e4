// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.cascade.ParentSource;
import org.tilik.model.table.CascadeEdgeRow;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * A few hundred links of one cascade in the order of the table: where links come by the million, it is blocks that are
 * sorted and not rows. Flink needs it mutable, with public fields.
 */
public final class EdgeBlock {
    /** How blocks travel between operators. */
    static final TypeInformation<EdgeBlock> TYPE = Types.POJO(EdgeBlock.class);

    private static final int MOST_ROWS = 256;

    private static final List<ParentSource> SOURCES = List.of(ParentSource.values());

    public String cascadeId;
    /** Place of the block in its cascade. */
    public int number;

    public long[] childHigh;
    public long[] childLow;
    public long[] parentHigh;
    public long[] parentLow;
    /** {@link EdgeKind#code()} of each. */
    public byte[] edge;
    /** Place of each {@link ParentSource} among all. */
    public byte[] source;
    /** When each child was posted. */
    public long[] micros;

    /** Links added so far; not handed on. */
    private transient int size;

    /** For Flink. */
    public EdgeBlock() {}

    /** An empty block. */
    EdgeBlock(String cascadeId, int number) {
        this.cascadeId = cascadeId;
        this.number = number;
        childHigh = new long[MOST_ROWS];
        childLow = new long[MOST_ROWS];
        parentHigh = new long[MOST_ROWS];
        parentLow = new long[MOST_ROWS];
        edge = new byte[MOST_ROWS];
        source = new byte[MOST_ROWS];
        micros = new long[MOST_ROWS];
    }

    boolean isFull() {
        return size == MOST_ROWS;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a link between two of these items. */
    void add(Members members, int child, int parent, ParentSource from) {
        childHigh[size] = members.keyHigh(child);
        childLow[size] = members.keyLow(child);
        parentHigh[size] = members.keyHigh(parent);
        parentLow[size] = members.keyLow(parent);
        edge[size] = members.edge(child).code();
        source[size] = (byte) SOURCES.indexOf(from);
        micros[size++] = members.micros(child);
    }

    /** The block without room for more. */
    EdgeBlock trimmed() {
        childHigh = Arrays.copyOf(childHigh, size);
        childLow = Arrays.copyOf(childLow, size);
        parentHigh = Arrays.copyOf(parentHigh, size);
        parentLow = Arrays.copyOf(parentLow, size);
        edge = Arrays.copyOf(edge, size);
        source = Arrays.copyOf(source, size);
        micros = Arrays.copyOf(micros, size);
        return this;
    }

    private String order() {
        return cascadeId + HexFormat.of().toHexDigits(number);
    }

    private void rows(String runId, Collector<CascadeEdgeRow> out) {
        for (int i = 0; i < micros.length; i++) {
            out.collect(new CascadeEdgeRow(
                    cascadeId,
                    CascadeNode.key(childHigh[i], childLow[i]),
                    CascadeNode.key(parentHigh[i], parentLow[i]),
                    EdgeKind.of(edge[i]).name().toLowerCase(Locale.ROOT),
                    SOURCES.get(source[i]).name().toLowerCase(Locale.ROOT),
                    Instant.EPOCH.plus(micros[i], ChronoUnit.MICROS),
                    runId));
        }
    }

    /** The rows of all blocks in the order of the table, all in the first task. */
    static DataStream<CascadeEdgeRow> rows(DataStream<EdgeBlock> blocks, String runId) {
        return blocks.partitionCustom((table, tasks) -> table, (KeySelector<EdgeBlock, Integer>) block -> 0)
                .fullWindowPartition()
                .sortPartition((KeySelector<EdgeBlock, String>) EdgeBlock::order, Order.ASCENDING)
                .uid("cascades-edges-sort")
                .name("cascades: sort links")
                .flatMap((EdgeBlock block, Collector<CascadeEdgeRow> out) -> block.rows(runId, out))
                .returns(RowType.of(Table.CASCADE_EDGES))
                .uid("cascades-edges")
                .name("cascades: rows of links");
    }
}
