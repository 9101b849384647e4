// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.datasets.generate.TruthCounts;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthReject;
import org.tilik.datasets.generate.TruthSink;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFileWriter;
import org.tilik.pipeline.table.TableManifest;

/** Writes the truth about simulated dumps as tables: truth_items, truth_episodes, truth_rejects. */
final class TruthTables implements TruthSink {
    static final Table<TruthItem> ITEMS = new Table<>("truth_items", TruthItem.class);
    static final Table<TruthEpisode> EPISODES = new Table<>("truth_episodes", TruthEpisode.class);
    static final Table<TruthReject> REJECTS = new Table<>("truth_rejects", TruthReject.class);

    private final Output<TruthItem> items;
    private final Output<TruthEpisode> episodes;
    private final Output<TruthReject> rejects;

    /** Opens the tables in this folder; runId tells which simulation wrote them. */
    TruthTables(Path folder, String runId) throws IOException {
        items = new Output<>(ITEMS, folder, runId);
        episodes = new Output<>(EPISODES, folder, runId);
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

    @Override
    public void item(TruthItem item) throws IOException {
        items.file.write(item);
    }

    @Override
    public void episode(TruthEpisode episode) throws IOException {
        episodes.file.write(episode);
    }

    @Override
    public void reject(TruthReject reject) throws IOException {
        rejects.file.write(reject);
    }

    @Override
    public void finished(TruthCounts counts) throws IOException {
        items.finish();
        episodes.finish();
        rejects.finish();
    }

    @Override
    public void close() throws IOException {
        items.close();
        episodes.close();
        rejects.close();
    }
}
