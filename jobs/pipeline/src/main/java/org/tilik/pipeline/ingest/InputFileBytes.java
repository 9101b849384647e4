// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.pipeline.study.InputFile;

/** Writes what is known of an input file, so that it travels with splits and blocks. */
final class InputFileBytes {
    private static final String NONE = "";

    private InputFileBytes() {}

    static void write(InputFile input, DataOutputView out) throws IOException {
        out.writeUTF(input.uri());
        out.writeUTF(input.name());
        out.writeLong(input.bytes());
        out.writeUTF(input.format() == null ? NONE : input.format().name());
        out.writeUTF(input.platform() == null ? NONE : input.platform().name());
        out.writeUTF(input.capturedAt() == null ? NONE : input.capturedAt().toString());
        out.writeBoolean(input.isComplete());
        out.writeInt(input.sampling().size());
        for (Map.Entry<Platform, Double> share : input.sampling().entrySet()) {
            out.writeUTF(share.getKey().name());
            out.writeDouble(share.getValue());
        }
        out.writeUTF(input.digest());
    }

    static InputFile read(DataInputView in) throws IOException {
        String uri = in.readUTF();
        String name = in.readUTF();
        long bytes = in.readLong();
        String format = in.readUTF();
        String platform = in.readUTF();
        String capturedAt = in.readUTF();
        boolean isComplete = in.readBoolean();
        Map<Platform, Double> sampling = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sampling.put(Platform.valueOf(in.readUTF()), in.readDouble());
        }
        return new InputFile(
                uri,
                name,
                bytes,
                format.isEmpty() ? null : DumpFormat.valueOf(format),
                platform.isEmpty() ? null : Platform.valueOf(platform),
                capturedAt.isEmpty() ? null : Instant.parse(capturedAt),
                isComplete,
                sampling,
                in.readUTF());
    }
}
