// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tilik.datasets.generate.Tally.Disposition;

/** Writes the truth as truth_items.csv, truth_episodes.csv and truth_rejects.csv; empty cell = null. */
public final class CsvTruthSink implements TruthSink {
    private final CsvFile items;
    private final CsvFile episodes;
    private final CsvFile rejects;

    /** Files in this folder. */
    public CsvTruthSink(Path folder) throws IOException {
        this.items = new CsvFile(folder, "truth_items.csv", columns(TruthItem.class));
        this.episodes = new CsvFile(folder, "truth_episodes.csv", columns(TruthEpisode.class));
        this.rejects = new CsvFile(folder, "truth_rejects.csv", columns(TruthReject.class));
    }

    /** The column names of a truth row, in order: its components in snake_case. */
    public static List<String> columns(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public void item(TruthItem item) throws IOException {
        write(items, item);
    }

    @Override
    public void episode(TruthEpisode episode) throws IOException {
        write(episodes, episode);
    }

    @Override
    public void reject(TruthReject reject) throws IOException {
        write(rejects, reject);
    }

    @Override
    public void finished(TruthCounts counts) {
        // The counts are derived from the rows and are kept by TruthSummary.
    }

    private static void write(CsvFile file, Record row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(row);
                cells.add(value == null ? null : value.toString());
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Could not read " + component + " of a truth row", e);
            }
        }
        file.row(Disposition.ITEM, null, cells);
    }

    @Override
    public void close() throws IOException {
        try (items;
                episodes) {
            rejects.close();
        }
    }
}
