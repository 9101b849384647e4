// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Tests on real processes: a Flink cluster whose TaskManagers are killed while it works, and a Kafka broker.
 *
 * <p>A test starts a {@link org.tilik.cluster.SeparateProcessCluster}, hands it a job jar in one of the two ways that users
 * have (REST, which runs the main method inside the JobManager, or the command line client) and follows the
 * {@link org.tilik.cluster.Submission}: wait for a file to appear, kill a TaskManager, start another, await the end. Every
 * failure is told with the exceptions that Flink recorded and the last lines of every process's log.
 */
package org.tilik.cluster;
