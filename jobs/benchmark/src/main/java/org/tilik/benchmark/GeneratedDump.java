// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tilik.datasets.generate.ArchiveStyle;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.TruthSummary;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;

/**
 * The dump that all contenders read: submissions and comments of a fictional month in turn, as Arctic Shift writes them,
 * packed once with an ordinary zstd window and once with the window of 2 GiB that real dumps have.
 *
 * @param bytes uncompressed size
 * @param records number of lines
 */
record GeneratedDump(long bytes, long records) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20190315L;
    private static final int ZSTD_LEVEL = 3;
    private static final int LONG_WINDOW = 31;
    private static final int SETTABLE_LONG = 27;

    /** Fewer bytes than any pair of a submission and a comment has on average, so that enough items are made. */
    private static final long LEAST_BYTES_A_RECORD = 1500;

    static Path ordinary(Path folder) {
        return folder.resolve("dump.zst");
    }

    static Path longWindow(Path folder) {
        return folder.resolve("dump-long.zst");
    }

    static Path study(Path folder) {
        return folder.resolve("study.yaml");
    }

    private static Path description(Path folder) {
        return folder.resolve("dump.json");
    }

    static GeneratedDump read(Path folder) throws IOException {
        if (!Files.exists(description(folder))) {
            throw new IOException("There is no " + description(folder) + "; write a dump there first: generate --out "
                    + folder + ".");
        }
        return JSON.readValue(description(folder).toFile(), GeneratedDump.class);
    }

    /** Writes both files, a study and a description; equal sizes give equal bytes. */
    static GeneratedDump write(Path folder, long bytes) throws IOException {
        Path world = Files.createDirectories(folder.resolve("world"));
        WorldSettings settings = WorldSettings.reddit(SEED, bytes / LEAST_BYTES_A_RECORD + 1)
                .with()
                .styles(ArchiveStyle.ARCTIC_SHIFT, ArchiveStyle.ARCTIC_SHIFT)
                .faults(Faults.NONE)
                .build();
        new World(settings).writeTo(world, new TruthSummary());
        GeneratedDump dump = pack(world, folder, bytes);
        Files.writeString(folder.resolve("study.key"), "public key of the benchmark, never for real data\n");
        Files.writeString(study(folder), """
                study: benchmark
                inputs:
                  - {path: dump.zst, format: reddit}
                track: {all: true}
                privacy: {key_file: study.key}
                """);
        JSON.writeValue(description(folder).toFile(), dump);
        delete(world);
        return dump;
    }

    private static GeneratedDump pack(Path world, Path folder, long bytes) throws IOException {
        List<InputStream> sources = new ArrayList<>();
        long written = 0;
        long records = 0;
        try (OutputStream ordinary = zstd(ordinary(folder), 0);
                OutputStream wide = zstd(longWindow(folder), LONG_WINDOW)) {
            for (Path file : dumps(world)) {
                sources.add(new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), 1 << 16));
            }
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int turn = 0; written < bytes && !sources.isEmpty(); turn++) {
                InputStream source = sources.get(turn % sources.size());
                if (!readLine(source, line)) {
                    source.close();
                    sources.remove(source);
                    continue;
                }
                line.writeTo(ordinary);
                line.writeTo(wide);
                written += line.size();
                records++;
            }
        } finally {
            for (InputStream source : sources) {
                source.close();
            }
        }
        return new GeneratedDump(written, records);
    }

    private static List<Path> dumps(Path world) throws IOException {
        try (Stream<Path> files = Files.list(world)) {
            return files.filter(file -> file.toString().endsWith(".zst"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            if (b == '\n') {
                return true;
            }
            b = in.read();
        }
        return false;
    }

    private static OutputStream zstd(Path file, int windowLog) throws IOException {
        ZstdOutputStream zstd =
                new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), ZSTD_LEVEL);
        if (windowLog > 0) {
            // setLong quietly ignores logs above 27, so the window is set by itself, after it.
            zstd.setLong(SETTABLE_LONG);
            zstd.setWindowLog(windowLog);
        }
        return new BufferedOutputStream(zstd, 1 << 16);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
