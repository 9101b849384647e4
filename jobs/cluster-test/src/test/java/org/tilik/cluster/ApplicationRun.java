// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A program whose main method runs inside the JobManager, submitted through REST (run-application). */
public final class ApplicationRun extends Submission {
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");

    private final SeparateProcessCluster cluster;
    private final String id;

    ApplicationRun(SeparateProcessCluster cluster, String id) {
        super(cluster);
        this.cluster = cluster;
        this.id = id;
    }

    /** Flink's id of the application, 32 hex digits. */
    public String id() {
        return id;
    }

    /** Flink's state of the application: CREATED, RUNNING, FAILING, FINISHED, FAILED, CANCELING or CANCELED. */
    public String state() throws InterruptedException {
        return cluster.get("/applications/" + id).path("status").asText();
    }

    /** The states of the jobs that the main method has submitted so far, oldest first. */
    public List<String> jobStates() throws InterruptedException {
        return jobs().stream().map(job -> job.path("state").asText()).toList();
    }

    /** By vertex of the named job, how often Flink has tried one of its subtasks again: the highest count, 0 = never. */
    public Map<String, Integer> highestAttempts(String jobName) throws InterruptedException {
        String path = "/jobs/" + job(jobName).path("jid").asText();
        Map<String, Integer> attempts = new LinkedHashMap<>();
        for (JsonNode vertex : cluster.get(path).path("vertices")) {
            int highest = 0;
            for (JsonNode subtask : cluster.get(
                            path + "/vertices/" + vertex.path("id").asText())
                    .path("subtasks")) {
                highest = Math.max(highest, subtask.path("attempt").asInt());
            }
            attempts.put(vertex.path("name").asText(), highest);
        }
        return attempts;
    }

    /** Flink's ids of the jobs that the main method has submitted so far, oldest first. */
    public List<String> jobIds() throws InterruptedException {
        return jobs().stream().map(job -> job.path("jid").asText()).toList();
    }

    /** By subtask, the TaskManager that holds or held its latest attempt, for the vertex whose name ends so. */
    public List<String> taskManagers(String jobName, String endOfVertexName) throws InterruptedException {
        String path = "/jobs/" + job(jobName).path("jid").asText();
        for (JsonNode vertex : cluster.get(path).path("vertices")) {
            if (vertex.path("name").asText().endsWith(endOfVertexName)) {
                return cluster.get(path + "/vertices/" + vertex.path("id").asText())
                        .path("subtasks")
                        .findValuesAsText("taskmanager-id");
            }
        }
        throw new ClusterException("No vertex of " + jobName + " is named …" + endOfVertexName, describe());
    }

    /**
     * Stops this job with a savepoint in the folder, and tries again while not all its tasks run; returns when the savepoint
     * is there or the program has ended.
     */
    void stopJob(String jobName, Path folder, Duration deadline) throws Exception {
        Polling.until(
                jobName + " is stopped",
                deadline,
                this::describe,
                () -> hasEnded() || isStopped(jobName, folder, deadline));
    }

    private boolean isStopped(String jobName, Path folder, Duration deadline) throws Exception {
        Optional<JsonNode> job = jobs().stream()
                .filter(each -> each.path("name").asText().equals(jobName))
                .filter(each -> each.path("state").asText().equals("RUNNING"))
                .findFirst();
        if (job.isEmpty()) {
            return false;
        }
        String path = "/jobs/" + job.get().path("jid").asText();
        Map<String, Object> settings = Map.of("targetDirectory", folder.toUri().toString(), "drain", false);
        String request =
                cluster.post(path + "/stop", settings).required("request-id").asText();
        String savepoint = path + "/savepoints/" + request;
        Polling.until(
                "the savepoint is there or failed",
                deadline,
                this::describe,
                () -> cluster.get(savepoint).at("/status/id").asText().equals("COMPLETED"));
        return cluster.get(savepoint).at("/operation").has("location");
    }

    private JsonNode job(String name) throws InterruptedException {
        return jobs().stream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClusterException("No job is named " + name, describe()));
    }

    private List<JsonNode> jobs() throws InterruptedException {
        JsonNode jobs = cluster.get("/applications/" + id).path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .sorted(Comparator.comparingLong(job -> job.path("start-time").asLong()))
                .toList();
    }

    @Override
    public boolean hasEnded() throws InterruptedException {
        return ENDED.contains(state());
    }

    @Override
    public boolean hasSucceeded() throws InterruptedException {
        return state().equals("FINISHED");
    }

    @Override
    public String describe() {
        try {
            return cluster.get("/applications/" + id).toPrettyString() + "\n"
                    + cluster.get("/applications/" + id + "/exceptions")
                            .toPrettyString()
                            .replace("\\n", "\n")
                            .replace("\\t", "    ");
        } catch (ClusterException e) {
            return "(nothing to be learnt about application " + id + ")\n" + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "(interrupted while asking about application " + id + ")";
        }
    }
}
