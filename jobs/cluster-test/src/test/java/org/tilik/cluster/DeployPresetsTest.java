// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The presets of jobs/deploy are settings that Flink takes, and they need what their first lines say. */
class DeployPresetsTest {
    private static final Path PRESETS = Path.of("..", "deploy", "config");
    private static final long GIB = 1L << 30;
    private static final long NETWORK_A_SLOT = MemorySize.ofMebiBytes(80).getBytes();

    @TempDir
    Path conf;

    @ParameterizedTest
    @CsvSource({"laptop, 4, 9.9", "slots-8, 8, 31", "slots-32, 32, 114"})
    void aPresetIsWhatFlinkTakesAndNeedsTheMemoryThatItNames(String preset, int slots, double gib) throws IOException {
        String text = Files.readString(PRESETS.resolve(preset + ".yaml"));
        Files.writeString(conf.resolve("config.yaml"), Files.readString(PRESETS.resolve("common.yaml")) + "\n" + text);
        Configuration configuration = GlobalConfiguration.loadConfiguration(conf.toString());

        TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(configuration);

        assertThat(configuration.get(TaskManagerOptions.NUM_TASK_SLOTS)).isEqualTo(slots);
        assertThat(spec.getNetworkMemSize().getBytes()).isEqualTo(slots * NETWORK_A_SLOT);
        assertThat((double) spec.getTotalProcessMemorySize().getBytes() / GIB).isBetween(0.95 * gib, gib);
        assertThat(text).contains(gib == Math.rint(gib) ? (int) gib + " GiB of" : gib + " GiB of");
    }
}
