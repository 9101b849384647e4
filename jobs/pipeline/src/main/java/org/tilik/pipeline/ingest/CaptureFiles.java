// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/** From the folders of decoded inputs to their files of one kind, as the manifests list them. */
final class CaptureFiles implements FlatMapFunction<String, String> {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What a file of a decoded input holds. */
    enum Kind {
        /** Events. */
        EVENTS(""),
        /** Entries of ledgers. */
        LEDGER("ledger"),
        /** Looks at places. */
        LOOKS("looks");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** Where files of this kind lie of the input whose events lie in this folder. */
        Path in(Path events) {
            return folder.isEmpty() ? events : new Path(events, folder);
        }

        /** Whether this file is of this kind, which is none of events. */
        boolean holds(String file) {
            return new Path(file).getParent().getName().equals(folder);
        }
    }

    CaptureFiles(Kind kind) {
        this.kind = kind;
    }

    @Override
    public void flatMap(String folder, Collector<String> files) throws IOException {
        Path path = kind.in(new Path(folder));
        for (TableFile file : TableManifest.read(path).files()) {
            files.collect(new Path(path, file.path).toString());
        }
    }
}
