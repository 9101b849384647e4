// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.OutputTag;

/**
 * What became of every item and observation of a removal job, for run.json: numbers by name.
 *
 * @param runId run that counted
 * @param counts by name, for instance {@code episodes.measured} or {@code contradictions}; a name that is absent is 0
 */
public record RemovalCounts(String runId, SortedMap<String, Long> counts) {
    /** Items that are measured. */
    public static final String TRACKED = "items_tracked";
    /** Items that are not. */
    public static final String NOT_TRACKED = "items_not_tracked";
    /** Observations that claim to be older than their item. */
    public static final String CONTRADICTIONS = "contradictions";
    /** Observations without a time. */
    public static final String UNDATED = "undated_observations";
    /** Observations that found an item gone while it was not followed, as after a gap in a push stream. */
    public static final String NOT_FOLLOWED = "disappearances_while_not_followed";
    /** Observations of items that are not tracked or not in the inputs at all. */
    public static final String WITHOUT_TRACKED_ITEM = "observations_without_tracked_item";

    static final TypeInformation<Tuple2<String, Long>> TYPE = Types.TUPLE(Types.STRING, Types.LONG);
    static final OutputTag<Tuple2<String, Long>> TAG = new OutputTag<>("counts", TYPE);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Name under which episodes of a status are counted. */
    public static String episodes(EpisodeStatus status) {
        return episodes(status.id());
    }

    static String episodes(String status) {
        return "episodes." + status.toLowerCase(Locale.ROOT);
    }

    /** The number under a name, 0 when nothing was counted. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Where the counts of a run's removal job lie. */
    public static Path file(String output) {
        return new Path(output + "/work/removal_counts.json");
    }

    /** Reads what {@link #write} wrote. */
    public static RemovalCounts read(Path file) throws IOException {
        try (InputStream in = file.getFileSystem().open(file)) {
            return JSON.readValue(in, RemovalCounts.class);
        }
    }

    /** Writes the counts as JSON, over an earlier file. */
    void write(Path file) throws IOException {
        try (OutputStream out = file.getFileSystem().create(file, WriteMode.OVERWRITE)) {
            JSON.writeValue(out, this);
        }
    }

    static SortedMap<String, Long> none() {
        return new TreeMap<>();
    }
}
