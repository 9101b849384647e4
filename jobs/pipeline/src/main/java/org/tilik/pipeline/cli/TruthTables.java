// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.datasets.generate.TruthCascade;
import org.tilik.datasets.generate.TruthCounts;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthEvent;
import org.tilik.datasets.generate.TruthFamily;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthMeasure;
import org.tilik.datasets.generate.TruthReject;
import org.tilik.datasets.generate.TruthSink;
import org.tilik.datasets.generate.TruthSummary;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFileWriter;
import org.tilik.pipeline.table.TableManifest;

/** Writes the truth about simulated dumps as tables, and sums it up. */
final class TruthTables implements TruthSink {
    static final Table<TruthEvent> EVENTS = new Table<>("truth_events", TruthEvent.class);
    static final Table<TruthItem> ITEMS = new Table<>("truth_items", TruthItem.class);
    static final Table<TruthEpisode> EPISODES = new Table<>("truth_episodes", TruthEpisode.class);
    static final Table<TruthFamily> FAMILIES = new Table<>("truth_families", TruthFamily.class);
    static final Table<TruthCascade> CASCADES = new Table<>("truth_cascades", TruthCascade.class);
    static final Table<TruthMeasure> MEASURES = new Table<>("truth_measures", TruthMeasure.class);
    static final Table<TruthReject> REJECTS = new Table<>("truth_rejects", TruthReject.class);

    private final TruthSummary summary = new TruthSummary();
    private final Output<TruthEvent> events;
    private final Output<TruthItem> items;
    private final Output<TruthEpisode> episodes;
    private final Output<TruthFamily> families;
    private final Output<TruthCascade> cascades;
    private final Output<TruthMeasure> measures;
    private final Output<TruthReject> rejects;

    /** Opens the tables in this folder; runId tells which simulation wrote them. */
    TruthTables(Path folder, String runId) throws IOException {
        events = new Output<>(EVENTS, folder, runId);
        items = new Output<>(ITEMS, folder, runId);
        episodes = new Output<>(EPISODES, folder, runId);
        families = new Output<>(FAMILIES, folder, runId);
        cascades = new Output<>(CASCADES, folder, runId);
        measures = new Output<>(MEASURES, folder, runId);
        rejects = new Output<>(REJECTS, folder, runId);
    }

    private static final class Output<R extends Record> {
        private final Table<R> table;
        private final Path folder;
        private final String runId;
        private final TableFileWriter<R> file;
        private boolean finished;

        Output(Table<R> table, Path parent, String runId) throws IOException {
            this.table = table;
            this.folder = new Path(parent, table.name());
            this.runId = runId;
            TableManifest.withdraw(folder);
            this.file = new TableFileWriter<>(table, folder, "part-00000.parquet");
        }

        void finish() throws IOException {
            finished = true;
            new TableManifest(table.name(), runId, List.of(file.finish())).write(folder);
        }

        void close() throws IOException {
            if (!finished) {
                file.close();
            }
        }
    }

    /** The sum of it all; only after the world has been written. */
    TruthSummary summary() {
        return summary;
    }

    @Override
    public void event(TruthEvent event) throws IOException {
        events.file.write(event);
        summary.event(event);
    }

    @Override
    public void item(TruthItem item) throws IOException {
        items.file.write(item);
        summary.item(item);
    }

    @Override
    public void episode(TruthEpisode episode) throws IOException {
        episodes.file.write(episode);
        summary.episode(episode);
    }

    @Override
    public void family(TruthFamily family) throws IOException {
        families.file.write(family);
        summary.family(family);
    }

    @Override
    public void cascade(TruthCascade cascade) throws IOException {
        cascades.file.write(cascade);
        summary.cascade(cascade);
    }

    @Override
    public void reject(TruthReject reject) throws IOException {
        rejects.file.write(reject);
        summary.reject(reject);
    }

    @Override
    public void finished(TruthCounts counts) throws IOException {
        summary.finished(counts);
        for (TruthMeasure measure : summary.measures()) {
            measures.file.write(measure);
        }
        for (Output<?> output : outputs()) {
            output.finish();
        }
    }

    private List<Output<?>> outputs() {
        return List.of(events, items, episodes, families, cascades, measures, rejects);
    }

    @Override
    public void close() throws IOException {
        for (Output<?> output : outputs()) {
            output.close();
        }
    }
}
