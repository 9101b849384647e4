// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.CaptureRow;
import org.tilik.pipeline.ingest.CaptureRows;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFileWriter;

/** What the decode job does, in plain threads: reader, decoder, pseudonyms, Parquet. Shows what Flink costs. */
final class TilikWithoutFlink {
    private static final double NANOS = 1e9;
    private static final int BLOCKS_AHEAD = 4;
    private static final Optional<RecordBlock> END = Optional.empty();

    private TilikWithoutFlink() {}

    /** Decodes: dump, output folder, threads. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path output = Files.createDirectories(Path.of(arguments[1]));
        int threads = Integer.parseInt(arguments[2]);
        long start = System.nanoTime();
        try (RecordBlockReader reader = RecordBlockReader.open(
                Files.newInputStream(Path.of(arguments[0])), "dump.zst", RecordCut.NDJSON, ReadLimits.DEFAULT)) {
            if (threads == 1) {
                try (DecodedFile file = new DecodedFile(output, 0)) {
                    for (Optional<RecordBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                        file.add(block.get());
                    }
                }
            } else {
                decode(reader, output, threads);
            }
            reader.finish();
        }
        System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
    }

    /** As many decoders as threads, fed by this thread, which has little to do beside them. */
    private static void decode(RecordBlockReader reader, Path output, int threads)
            throws IOException, InterruptedException, ExecutionException {
        BlockingQueue<Optional<RecordBlock>> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD * threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> decoders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int part = i;
                Callable<Void> decoder = () -> {
                    try (DecodedFile file = new DecodedFile(output, part)) {
                        for (Optional<RecordBlock> block = blocks.take(); block.isPresent(); block = blocks.take()) {
                            file.add(block.get());
                        }
                    }
                    return null;
                };
                decoders.add(executor.submit(decoder));
            }
            for (Optional<RecordBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                blocks.put(block);
            }
            for (int i = 0; i < threads; i++) {
                blocks.put(END);
            }
            for (Future<?> decoder : decoders) {
                decoder.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** One decoder with the file that it fills. */
    private static final class DecodedFile implements AutoCloseable {
        private final RecordDecoder decoder = DumpFormat.REDDIT.decoder(DecoderSettings.NONE);
        private final Pseudonymiser pseudonymiser =
                new Pseudonymiser("public key of the benchmark".getBytes(StandardCharsets.UTF_8));
        private final TableFileWriter<CaptureRow> writer;

        DecodedFile(Path folder, int part) throws IOException {
            writer = new TableFileWriter<>(
                    Table.CAPTURES,
                    new org.apache.flink.core.fs.Path(folder.toUri()),
                    String.format("part-%05d.parquet", part));
        }

        void add(RecordBlock block) throws IOException {
            for (int i = 0; i < block.size(); i++) {
                if (decoder.decode(block.record(i)) instanceof Decoded.Events events) {
                    for (Event event : events.events()) {
                        writer.write(CaptureRows.of(event.pseudonymised(pseudonymiser)));
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            writer.finish();
        }
    }
}
