// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told of a watch on a cluster: Tilik's own counts beside Flink's figures. */
@Timeout(120)
@ExtendWith(SharedCluster.class)
class PrometheusIT {
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int IDLE_SECONDS = 5;
    private static final Pattern RECORDS =
            Pattern.compile("(?m)^flink_taskmanager_job_task_operator_tilik_recordsRead\\{[^}]*} ([0-9.E]+)$");

    @TempDir
    Path folder;

    @Test
    void recordsThatAWatchHasReadAreToldToPrometheus(SeparateProcessCluster cluster) throws Exception {
        WatchedFolder watched = WatchedFolder.create(folder);
        ApplicationRun run = cluster.submitApplication(JobJar.tilik(), watched.watch(2, IDLE_SECONDS));
        watched.put("rechecks.csv");
        run.waitUntil("rechecks.csv is decoded", WATCH, () -> watched.isFinished("rechecks.csv"));

        List<String> answers = scrape(cluster.prometheusPorts());
        run.awaitEnd(WATCH);

        assertThat(answers).as("processes that answer").hasSize(SharedCluster.TASK_MANAGERS + 1);
        String all = String.join("\n", answers);
        assertThat(sum(RECORDS.matcher(all))).isEqualTo((double) watched.lines("rechecks.csv") - 1);
        assertThat(all)
                .contains(
                        "tilik_bytesOfFinishedInputs{",
                        "tilik_openLongWindows{",
                        "flink_jobmanager_job_lastCheckpointSize{");
    }

    /** What each process says of itself. */
    private static List<String> scrape(List<Integer> ports) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<String> answers = new ArrayList<>();
        for (int port : ports) {
            HttpRequest metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .timeout(ANSWER)
                    .build();
            answers.add(http.send(metrics, BodyHandlers.ofString()).body());
        }
        return answers;
    }

    private static double sum(Matcher values) {
        double sum = 0;
        while (values.find()) {
            sum += Double.parseDouble(values.group(1));
        }
        return sum;
    }
}
