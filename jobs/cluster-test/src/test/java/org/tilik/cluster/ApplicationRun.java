// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A program whose main method runs inside the JobManager, submitted through REST (run-application). */
public final class ApplicationRun extends Submission {
    private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");

    private final RestClient rest;
    private final String id;

    ApplicationRun(SeparateProcessCluster cluster, RestClient rest, String id) {
        super(cluster);
        this.rest = rest;
        this.id = id;
    }

    /** Flink's id of the application, 32 hex digits. */
    public String id() {
        return id;
    }

    /** Flink's state of the application: CREATED, RUNNING, FAILING, FINISHED, FAILED, CANCELING or CANCELED. */
    public String state() throws IOException, InterruptedException {
        return rest.get("/applications/" + id).path("status").asText();
    }

    /** The states of the jobs that the main method has submitted so far, oldest first. */
    public List<String> jobStates() throws IOException, InterruptedException {
        JsonNode jobs = rest.get("/applications/" + id).path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .sorted((a, b) -> Long.compare(
                        a.path("start-time").asLong(), b.path("start-time").asLong()))
                .map(job -> job.path("state").asText())
                .toList();
    }

    @Override
    public boolean hasEnded() throws Exception {
        return ENDED.contains(state());
    }

    @Override
    public boolean hasSucceeded() throws Exception {
        return state().equals("FINISHED");
    }

    @Override
    public String describe() {
        try {
            return rest.get("/applications/" + id).toPrettyString() + "\n"
                    + rest.get("/applications/" + id + "/exceptions")
                            .toPrettyString()
                            .replace("\\n", "\n")
                            .replace("\\t", "    ");
        } catch (IOException e) {
            return "(the JobManager does not tell about application " + id + ": " + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "(interrupted while asking about application " + id + ")";
        }
    }
}
