// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.counts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.OutputTag;

/**
 * What became of every row of a job, for run.json: numbers by name.
 *
 * @param runId run that counted
 * @param counts by name; a name that is absent is 0
 */
public record JobCounts(String runId, SortedMap<String, Long> counts) {
    /** How counts travel between operators. */
    public static final TypeInformation<Tuple2<String, Long>> TYPE = Types.TUPLE(Types.STRING, Types.LONG);
    /** The side output by which operators count. */
    public static final OutputTag<Tuple2<String, Long>> TAG = new OutputTag<>("counts", TYPE);

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The number under a name, 0 when nothing was counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Where the counts of a job lie. */
    public static Path file(String output, String job) {
        return new Path(output + "/work/" + job + "_counts.json");
    }

    /** Reads what {@link #write} wrote. */
    public static JobCounts read(Path file) throws IOException {
        try (InputStream in = file.getFileSystem().open(file)) {
            return JSON.readValue(in, JobCounts.class);
        }
    }

    /** Writes the counts as JSON, over an earlier file. */
    void write(Path file) throws IOException {
        try (OutputStream out = file.getFileSystem().create(file, WriteMode.OVERWRITE)) {
            JSON.writeValue(out, this);
        }
    }

    /** Adds up the counts of all these streams, in each task and then in one, which writes the file. */
    @SafeVarargs
    public static void collect(String job, String runId, Path file, DataStream<Tuple2<String, Long>>... streams) {
        DataStream<Tuple2<String, Long>> all = streams[0];
        for (int i = 1; i < streams.length; i++) {
            all = all.union(streams[i]);
        }
        all.transform(job + ": sum counts", TYPE, SumCounts.inEachTask(runId))
                .uid(job + "-counts")
                .global()
                .transform(job + ": write counts", TYPE, SumCounts.toFile(runId, file))
                .uid(job + "-counts-file")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid(job + "-counts-end")
                .name(job + ": counts end")
                .setParallelism(1);
    }
}
