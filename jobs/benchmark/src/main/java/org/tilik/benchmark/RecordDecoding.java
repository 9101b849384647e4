// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.model.Pseudonymiser;

/**
 * Milliseconds for one block (1 MiB) of records, step by step: of the generated dump, or of the dump of any format that
 * the system property {@code tilik.dump} names.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordDecoding {
    private static final int MOST_BLOCKS = 16;

    private RecordDecoder decoder;
    private final Pseudonymiser pseudonymiser =
            new Pseudonymiser("public key of the benchmark".getBytes(StandardCharsets.UTF_8));
    private final List<RecordBlock> blocks = new ArrayList<>();
    private int turn;

    /** Reads some blocks into memory. */
    @Setup
    public void read() throws IOException {
        Path dump = Path.of(System.getProperty("tilik.dump", "target/benchmark/dump.zst"));
        DumpFormat unknown = null;
        try (RecordBlockReader reader = RecordBlockReader.open(
                Files.newInputStream(dump), dump.getFileName().toString(), unknown, ReadLimits.DEFAULT)) {
            Optional<RecordBlock> block = reader.next();
            while (blocks.size() < MOST_BLOCKS && block.isPresent()) {
                blocks.add(block.get());
                block = reader.next();
            }
        }
        byte[] header = blocks.get(0).header();
        decoder = blocks.get(0).format().decoder(new DecoderSettings(null, null, header, 1));
    }

    private RecordBlock next() {
        turn = (turn + 1) % blocks.size();
        return blocks.get(turn);
    }

    /** From bytes to events. */
    @Benchmark
    public void decode(Blackhole sink) {
        RecordBlock block = next();
        for (int i = 0; i < block.size(); i++) {
            sink.consume(decoder.decode(block.record(i)));
        }
    }

    /** From bytes to events with pseudonyms for ids. */
    @Benchmark
    public void decodeAndPseudonymise(Blackhole sink) {
        RecordBlock block = next();
        for (int i = 0; i < block.size(); i++) {
            if (decoder.decode(block.record(i)) instanceof Decoded.Events events) {
                for (Event event : events.events()) {
                    sink.consume(event.pseudonymised(pseudonymiser));
                }
            }
        }
    }
}
