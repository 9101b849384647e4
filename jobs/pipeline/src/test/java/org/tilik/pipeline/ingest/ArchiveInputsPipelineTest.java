// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.container.ReadLimits;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/** Archives that are read in ranges side by side, and one that cannot be. */
class ArchiveInputsPipelineTest {
    private static final KeyOnTask KEY = () -> new Pseudonymiser(new byte[] {1, 2, 3});
    private static final int MEMBERS = 60;
    private static final int RECORDS_A_MEMBER = 30;
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withRangeBytes(40_000);

    @TempDir
    private Path temp;

    @Test
    void whatIsDecodedIsTheSameWhateverTheParallelism() throws IOException {
        List<InputFile> inputs = List.of(
                input("a.tar", tar(MEMBERS)), input("b.zip", zip(MEMBERS)), input("c.tar.gz", gzip(tar(MEMBERS))));

        Map<String, String> alone = decode(inputs, 1);
        Map<String, String> together = decode(inputs, 4);

        assertThat(together).isEqualTo(alone);
        for (InputFile input : inputs) {
            DecodedInput decoded = DecodedInput.read(captures(1, input));
            assertThat(decoded.tally().records()).isEqualTo(MEMBERS * RECORDS_A_MEMBER + 1);
            assertThat(decoded.tally().ignored()).isEqualTo(Map.of("non_dump_member", 1L));
            assertThat(decoded.tally().rejects()).isEmpty();
            assertThat(decoded.rawBytes()).isEqualTo(input.bytes());
            assertThat(decoded.sha256()).hasSize(64);
        }
        assertThat(TableManifest.read(captures(1, inputs.get(0))).files()).hasSizeGreaterThan(2);
        assertThat(TableManifest.read(captures(1, inputs.get(2))).files()).hasSize(1);
        assertThat(DecodedInput.read(captures(1, inputs.get(2))).container()).isEqualTo("tar in gzip");
    }

    @Test
    void anArchiveWithoutAnyDumpIsOneReject() throws IOException {
        InputFile input = input("empty.tar", tar(0));

        decode(List.of(input), 2);

        CaptureTally tally = DecodedInput.read(captures(2, input)).tally();
        assertThat(tally.records()).isEqualTo(2);
        assertThat(tally.ignored()).isEqualTo(Map.of("non_dump_member", 1L));
        assertThat(tally.rejects().values()).singleElement().satisfies(group -> {
            assertThat(group.reason()).isEqualTo("unsupported_record");
            assertThat(group.detail()).contains("No member of this file (tar)");
        });
    }

    /** The checksums of all files that were written, by input and name, and what was counted. */
    private Map<String, String> decode(List<InputFile> inputs, int parallelism) throws IOException {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.DIRECT);
        IngestPipeline.decode(
                env,
                DumpSource.of(inputs, LIMITS),
                DumpSource.mostSplits(inputs, LIMITS),
                temp.resolve("captures" + parallelism).toString(),
                KEY);
        BatchJob.execute(env, "decode");
        Map<String, String> written = new TreeMap<>();
        for (InputFile input : inputs) {
            for (TableFile file :
                    TableManifest.read(captures(parallelism, input)).files()) {
                written.put(input.name() + " " + file.path, file.rows + " rows " + file.sha256);
            }
            written.put(
                    input.name(),
                    DecodedInput.read(captures(parallelism, input)).toString());
        }
        return written;
    }

    private org.apache.flink.core.fs.Path captures(int parallelism, InputFile input) {
        return new org.apache.flink.core.fs.Path(
                temp.resolve("captures" + parallelism).toString(), "input=" + input.digest());
    }

    private InputFile input(String name, byte[] content) throws IOException {
        Path file = Files.write(temp.resolve(name), content);
        return new InputFile(
                file.toString(), name, content.length, null, null, null, false, Map.of(), name.replace('.', '-'));
    }

    private static byte[] comments(int member) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECORDS_A_MEMBER; i++) {
            text.append("{\"id\":\"sim").append(member * 100 + i).append("\",\"created_utc\":1717200000,");
            text.append("\"retrieved_on\":1717203600,\"body\":\"hello\",\"link_id\":\"t3_sim\",");
            text.append("\"parent_id\":\"t3_sim\",\"author\":\"sim\",\"subreddit\":\"sim\"}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tar(int members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            for (int i = 0; i <= members; i++) {
                byte[] content = i == members ? new byte[] {1, 2, 3} : comments(i);
                TarArchiveEntry entry = new TarArchiveEntry("day/" + i + ".json");
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(int members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= members; i++) {
                zip.putNextEntry(new ZipEntry("day/" + i + ".json"));
                zip.write(i == members ? new byte[] {1, 2, 3} : comments(i));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
