// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldLedger;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;

/**
 * Megabytes and records a second of one core from the bytes of a dump, unpacked and in memory, to events: one generated
 * world in every format.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
// The counters of several iterations would be added up.
@Measurement(iterations = 1, time = 5)
public class FormatDecoding {
    private static final long SEED = 20190315L;
    private static final long ITEMS = 20_000;
    private static final double MEGABYTE = 1e6;
    private static final double NANOS = 1e9;

    /** Name of the dump format. */
    @Param({
        "reddit",
        "twitter_v1",
        "twitter_v2",
        "x_info_ops",
        "x_compliance",
        "jetstream",
        "bluesky_labels",
        "activitypub",
        "telethon",
        "tgdataset",
        "telegram_desktop",
        "tiktok",
        "youtube",
        "crowdtangle",
        "gab",
        "parler",
        "weiboscope",
        "fourchan",
        "fourcat",
        "cdx",
        "warc",
        "recheck",
        "dsa_sor",
        "lumen",
        "tco"
    })
    public String format;

    private byte[] dump;

    /** What an iteration has read, by the processor time of its thread, which other work on the machine does not change. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Work {
        private double megabytes;
        private double records;
        private long startedAt;

        /** Nothing is read yet. */
        @Setup(Level.Iteration)
        public void clear() {
            megabytes = 0;
            records = 0;
            startedAt = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private double perSecond(double amount) {
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startedAt;
            return amount / (spent / NANOS);
        }

        /** Unpacked, in 10^6 bytes. */
        public double megabytesPerSecond() {
            return perSecond(megabytes);
        }

        /** Records, with those that stand in pages counted each. */
        public double recordsPerSecond() {
            return perSecond(records);
        }
    }

    private Path folder;

    /** Writes the world and reads the largest file of the format into memory. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("tilik-formats");
        OneWorld world = new OneWorld(SEED, ITEMS);
        Set<WorldFormat> written = WorldFormat.of(folderOf(format)).stream().collect(Collectors.toSet());
        Set<WorldLedger> ledger = WorldLedger.of(format).stream().collect(Collectors.toSet());
        new FormatFolders(world.items(), world.watchedUntil()).writeTo(folder, "benchmark", written, ledger);
        byte[] largest = {};
        try (Stream<Path> files = Files.list(folder.resolve(folderOf(format)))) {
            for (Path file : files.sorted().toList()) {
                byte[] content = unpacked(file);
                boolean isOfFormat = DumpFormat.sniff(content)
                        .filter(found -> found.format() == wanted())
                        .isPresent();
                largest = isOfFormat && content.length > largest.length ? content : largest;
            }
        }
        if (largest.length == 0) {
            throw new IllegalStateException("The generated world holds no file that is taken for " + format + ".");
        }
        dump = largest;
    }

    private static byte[] unpacked(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream packed = Files.newInputStream(file);
                InputStream content = name.endsWith(".zst")
                        ? new ZstdInputStream(packed)
                        : name.endsWith(".gz") ? new GZIPInputStream(packed) : packed) {
            return content.readAllBytes();
        }
    }

    private DumpFormat wanted() {
        return DumpFormat.of(format);
    }

    private static String folderOf(String format) {
        return switch (format) {
            case "x_compliance" -> "twitter_v2";
            case "bluesky_labels" -> "jetstream";
            case "recheck" -> "parler";
            default -> format;
        };
    }

    /** Removes what was written. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** From bytes to events. */
    @Benchmark
    public void readAndDecode(Blackhole sink, Work work) throws IOException {
        try (RecordBlockReader reader =
                RecordBlockReader.open(new ByteArrayInputStream(dump), "dump", wanted(), ReadLimits.DEFAULT)) {
            RecordDecoder decoder = null;
            for (Optional<RecordBlock> next = reader.next(); next.isPresent(); next = reader.next()) {
                RecordBlock block = next.get();
                if (decoder == null) {
                    decoder = block.format().decoder(new DecoderSettings(null, null, block.header(), 1));
                }
                for (int i = 0; i < block.size(); i++) {
                    sink.consume(decoder.decode(block.record(i)));
                }
                work.records += block.size();
            }
        }
        work.megabytes += dump.length / MEGABYTE;
    }
}
