// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;

/** Takes the truth about a simulated world while it is written; nothing of it is kept by the generator. */
public interface TruthSink extends Closeable {
    /** An item and what truly became of it. */
    void item(TruthItem item) throws IOException;

    /** A span that the files show of an item inside the window. */
    void episode(TruthEpisode episode) throws IOException;

    /** A planted bad record. */
    void reject(TruthReject reject) throws IOException;

    /** Called once, at the end: how many records of which disposition the files hold. */
    void finished(TruthCounts counts) throws IOException;

    /** Nothing to close unless a sink says otherwise. */
    @Override
    default void close() throws IOException {}

    /** A sink that gives everything to both. */
    static TruthSink both(TruthSink first, TruthSink second) {
        return new TruthSink() {
            @Override
            public void item(TruthItem item) throws IOException {
                first.item(item);
                second.item(item);
            }

            @Override
            public void episode(TruthEpisode episode) throws IOException {
                first.episode(episode);
                second.episode(episode);
            }

            @Override
            public void reject(TruthReject reject) throws IOException {
                first.reject(reject);
                second.reject(reject);
            }

            @Override
            public void finished(TruthCounts counts) throws IOException {
                first.finished(counts);
                second.finished(counts);
            }

            @Override
            public void close() throws IOException {
                try (first) {
                    second.close();
                }
            }
        };
    }
}
