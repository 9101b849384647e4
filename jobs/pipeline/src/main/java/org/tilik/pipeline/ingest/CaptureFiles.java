// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/** From the folders of decoded inputs to their files of events, or of entries of ledgers, as the manifests list them. */
final class CaptureFiles implements FlatMapFunction<String, String> {
    private static final long serialVersionUID = 1L;
    private static final String LEDGER = "ledger";

    private final boolean ofLedgers;

    CaptureFiles(boolean ofLedgers) {
        this.ofLedgers = ofLedgers;
    }

    /** Where the entries of ledgers in an input lie, below the folder of its events. */
    static Path ledger(Path folder) {
        return new Path(folder, LEDGER);
    }

    @Override
    public void flatMap(String folder, Collector<String> files) throws IOException {
        Path path = ofLedgers ? ledger(new Path(folder)) : new Path(folder);
        for (TableFile file : TableManifest.read(path).files()) {
            files.collect(new Path(path, file.path).toString());
        }
    }
}
