// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    /** Surefire runs tests in the module's folder, which is {@code datasets/}. */
    private static final Path DATASETS = Path.of("").toAbsolutePath();

    @Test
    void theCommittedSamplesAreWhatTheGeneratorWrites(@TempDir Path fresh) throws IOException {
        if ("write".equals(System.getProperty("tilik.samples"))) {
            SampleFiles.writeTo(DATASETS);
        }
        SampleFiles.writeTo(fresh);

        List<Path> written = filesBelow(fresh);
        assertThat(written).hasSize(42);
        for (Path file : written) {
            assertThat(DATASETS.resolve(file))
                    .as("%s; write the samples again as datasets/README.md says, if the change is meant", file)
                    .hasSameBinaryContentAs(fresh.resolve(file));
        }
    }

    @Test
    void theSamplesStaySmallEnoughForARepository() throws IOException {
        long bytes = 0;
        for (Path file : filesBelow(DATASETS.resolve("samples"))) {
            bytes += Files.size(DATASETS.resolve("samples").resolve(file));
        }
        assertThat(bytes).isBetween(200_000L, 1_700_000L);
    }

    @Test
    void theSampleHasARemovalStoryWorthTelling() throws IOException {
        JsonNode truth = new ObjectMapper()
                .readTree(DATASETS.resolve("samples/TRUTH.json").toFile());
        JsonNode all = truth.get("true_by_stratum").get("reddit");
        assertThat(all.get("median_hours").asDouble()).isBetween(24.0, 336.0);
        assertThat(all.get("gone_share_within_hours").get("24").asDouble()).isBetween(0.2, 0.5);
        assertThat(truth.get("dispositions").get("rejects").size()).isGreaterThanOrEqualTo(5);
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
