// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;

/** Takes the truth about a simulated world while it is written; nothing of it is kept by the generator. */
public interface TruthSink extends Closeable {
    /** A record of the files. */
    void event(TruthEvent event) throws IOException;

    /** An item and what truly became of it. */
    void item(TruthItem item) throws IOException;

    /** A span that the files show of an item inside the window. */
    void episode(TruthEpisode episode) throws IOException;

    /** Two or more items that say the same. */
    void family(TruthFamily family) throws IOException;

    /** A tree of two or more items. */
    void cascade(TruthCascade cascade) throws IOException;

    /** A planted bad record. */
    void reject(TruthReject reject) throws IOException;

    /** Called once, at the end: what the files hold. */
    void finished(TruthCounts counts) throws IOException;

    /** Nothing to close unless a sink says otherwise. */
    @Override
    default void close() throws IOException {}
}
