// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/** From the folders of decoded inputs to their files, as the manifests list them. */
final class CaptureFiles implements FlatMapFunction<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(String folder, Collector<String> files) throws IOException {
        Path path = new Path(folder);
        for (TableFile file : TableManifest.read(path).files()) {
            files.collect(new Path(path, file.path).toString());
        }
    }
}
