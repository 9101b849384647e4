// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Flink session cluster of one JobManager and several TaskManagers, each a JVM of its own as in production, on the
 * loopback address; TaskManagers can be killed and replaced while jobs run.
 */
public final class SeparateProcessCluster implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target", "flink-classpath.txt");
    private static final int JOB_MANAGER_HEAP_MIB = 384;
    private static final int CLIENT_HEAP_MIB = 256;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern PROMETHEUS_STARTED =
            Pattern.compile("Started PrometheusReporter HTTP server on port (\\d+)");

    private final ClusterShape shape;
    private final ClusterFiles files;
    private final RestClient rest;
    private final int restPort;
    private final List<FlinkProcess> processes = new ArrayList<>();
    private final List<FlinkProcess> taskManagers = new ArrayList<>();
    private FlinkProcess jobManager;

    private SeparateProcessCluster(ClusterShape shape, ClusterFiles files, int restPort) {
        this.shape = shape;
        this.files = files;
        this.restPort = restPort;
        this.rest = new RestClient(restPort);
    }

    /** Starts all processes with settings, logs and temporary files under the folder; returns when all slots are free. */
    public static SeparateProcessCluster start(Path folder, ClusterShape shape) throws Exception {
        List<Integer> ports = FreePorts.take(2);
        ClusterFiles files = ClusterFiles.write(folder, shape, ports.get(0), ports.get(1));
        SeparateProcessCluster cluster = new SeparateProcessCluster(shape, files, ports.get(1));
        try {
            cluster.launchJobManager();
            for (int i = 0; i < shape.taskManagers(); i++) {
                cluster.launchTaskManager();
            }
            cluster.awaitFreeSlots(shape.slots());
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    /** Uploads the jar and runs its main method inside the JobManager; returns once the cluster has taken it. */
    public ApplicationRun submitApplication(Path jar, List<String> arguments) throws Exception {
        String stored = rest.upload(jar).required("filename").asText();
        String jarId = stored.substring(stored.lastIndexOf('/') + 1);
        JsonNode answer =
                rest.post("/jars/" + jarId + "/run-application", Map.of("programArgsList", List.copyOf(arguments)));
        return new ApplicationRun(this, answer.required("applicationid").asText());
    }

    /** Runs the jar's main method in Flink's command line client, as {@code flink run JAR ARGUMENTS} does. */
    public ClientRun submitWithClient(Path jar, List<String> arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of(
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                "-m",
                "127.0.0.1:" + restPort,
                jar.toAbsolutePath().toString()));
        program.addAll(arguments);
        return new ClientRun(this, launch(nextName("client"), CLIENT_HEAP_MIB, program));
    }

    /** Kills a TaskManager with SIGKILL, as a lost machine would end; index into those alive, oldest first. */
    public void killTaskManager(int index) {
        taskManagers.remove(index).kill();
    }

    /** Kills the TaskManager of this name, which is also its id in Flink's REST interface, with SIGKILL. */
    public void killTaskManager(String name) {
        FlinkProcess victim = taskManager(name);
        taskManagers.remove(victim);
        victim.kill();
    }

    private FlinkProcess taskManager(String name) {
        return taskManagers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClusterException("No living TaskManager is named " + name, logTails()));
    }

    /** The names of the TaskManagers that live, oldest first. */
    List<String> taskManagerNames() {
        return taskManagers.stream().map(FlinkProcess::name).toList();
    }

    /** Stops the TaskManager of this name where it stands, as a machine that swaps or a virtual one that is moved. */
    void holdStill(String name) throws Exception {
        taskManager(name).holdStill();
    }

    /** Lets the TaskManager of this name go on. */
    void letGoOn(String name) throws Exception {
        taskManager(name).letGoOn();
    }

    /** Returns when the JobManager has given this TaskManager up. */
    void awaitGivenUp(String name) throws Exception {
        Polling.until(
                "TaskManager " + name + " is given up",
                START,
                this::logTails,
                () -> !registeredTaskManagers().contains(name));
    }

    /** Returns when the JobManager knows of no TaskManager. */
    void awaitAllGivenUp() throws Exception {
        Polling.until(
                "all TaskManagers are given up",
                START,
                this::logTails,
                () -> registeredTaskManagers().isEmpty());
    }

    /** A POST to Flink's REST interface; what is not answered well is an exception with Flink's words. */
    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return rest.post(path, body);
    }

    /**
     * Kills the JobManager with SIGKILL and starts another in its place, which knows nothing of the first one's jobs; returns
     * when all TaskManagers have ended what they did for the first one and are free.
     */
    public void replaceJobManager() throws Exception {
        takeJobManagersPlace();
        awaitFreeSlots(taskManagers.size() * shape.slotsEach());
    }

    /**
     * Kills the JobManager with SIGKILL, starts another in its place and returns at once. Of a cluster with high availability it
     * goes on with the first one's jobs.
     */
    void takeJobManagersPlace() throws IOException {
        jobManager.kill();
        launchJobManager();
    }

    /** Starts one more TaskManager and returns when its slots are registered. */
    public void startTaskManager() throws Exception {
        FlinkProcess added = launchTaskManager();
        Polling.until(
                "TaskManager " + added.name() + " is registered",
                START,
                this::logTails,
                () -> registeredTaskManagers().contains(added.name()));
    }

    /** Returns when that many slots are free, which is when nothing else runs. */
    public void awaitFreeSlots(int slots) throws Exception {
        Polling.until(slots + " slots are free", START, this::logTails, () -> {
            requireAllAlive();
            Optional<JsonNode> overview = rest.tryGet("/overview");
            return overview.isPresent()
                    && overview.get().path("slots-available").asInt() == slots;
        });
    }

    /** Any GET of Flink's REST interface; what is not answered well is a failure told with the logs. */
    public JsonNode get(String path) throws InterruptedException {
        try {
            return rest.get(path);
        } catch (IOException e) {
            throw new ClusterException("The JobManager does not answer " + path + ": " + e, logTails());
        }
    }

    /** The last lines of the log of every process, ended ones included. */
    public String logTails() {
        return processes.stream().map(FlinkProcess::tail).collect(Collectors.joining());
    }

    /** All that the processes have printed, by their names; ended ones included. */
    public Map<String, String> logs() {
        return processes.stream().collect(Collectors.toMap(FlinkProcess::name, FlinkProcess::output));
    }

    /**
     * The ports on which the living JobManager and TaskManagers say that they answer Prometheus, the JobManager first; only of
     * a cluster that was made so. Ports of their range that other programs hold are not among them.
     */
    List<Integer> prometheusPorts() {
        List<FlinkProcess> living = new ArrayList<>(List.of(jobManager));
        living.addAll(taskManagers);
        return living.stream().map(this::prometheusPort).toList();
    }

    /** Settings, logs and temporary files of all processes. */
    public Path folder() {
        return files.folder();
    }

    /** Ends every process that this cluster has started and waits until the operating system says so. */
    @Override
    public void close() {
        for (FlinkProcess process : processes) {
            process.kill();
        }
    }

    /** The jars of a Flink installation, as Maven has listed them. */
    static String flinkClassPath() throws IOException {
        if (!Files.exists(CLASS_PATH)) {
            throw new IOException("The list of Flink's jars is missing: " + CLASS_PATH.toAbsolutePath()
                    + ". Maven writes it: ./mvnw -pl jobs/cluster-test -am process-test-classes");
        }
        return Files.readString(CLASS_PATH);
    }

    private void launchJobManager() throws IOException {
        jobManager = launch(
                nextName("jobmanager"),
                JOB_MANAGER_HEAP_MIB,
                List.of(
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        "--configDir",
                        files.conf().toString()));
    }

    private FlinkProcess launchTaskManager() throws IOException {
        String name = nextName("taskmanager");
        FlinkProcess process = launch(
                name,
                files.taskManagerHeapMib(),
                List.of(
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        "--configDir",
                        files.conf().toString(),
                        "-D",
                        "taskmanager.resource-id=" + name));
        taskManagers.add(process);
        return process;
    }

    private String nextName(String kind) {
        return kind + "-" + (processes.size() + 1);
    }

    private FlinkProcess launch(String name, int heapMib, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:MaxDirectMemorySize=" + files.directMib() + "m",
                "-XX:+UseSerialGC",
                // Short lives on few cores: a JVM that compiles less is ready sooner.
                "-XX:TieredStopAtLevel=1",
                // Programs are translated in the JobManager and the client, which reads fields of java.util classes.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + files.temporary(),
                "-Dlog4j2.configurationFile=" + files.logSettings(),
                "-cp",
                flinkClassPath()));
        command.addAll(program);
        Map<String, String> environment = new HashMap<>(shape.environment());
        environment.put("FLINK_CONF_DIR", files.conf().toString());
        FlinkProcess process = FlinkProcess.start(name, files.logs(), command, environment);
        processes.add(process);
        return process;
    }

    private int prometheusPort(FlinkProcess process) {
        Matcher told = PROMETHEUS_STARTED.matcher(process.output());
        if (!told.find()) {
            throw new ClusterException(process.name() + " has not said where it answers Prometheus", logTails());
        }
        return Integer.parseInt(told.group(1));
    }

    private List<String> registeredTaskManagers() throws InterruptedException {
        requireAllAlive();
        return get("/taskmanagers").findValuesAsText("id");
    }

    private void requireAllAlive() {
        List<FlinkProcess> needed = new ArrayList<>(taskManagers);
        needed.add(jobManager);
        for (FlinkProcess process : needed) {
            if (!process.isAlive()) {
                throw new ClusterException(process.name() + " ended by itself", logTails());
            }
        }
    }
}
