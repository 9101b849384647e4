// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.util.Arrays;
import java.util.List;

/** What happens to a job while it runs, and what whoever operates it does then. */
enum Fault {
    TASK_MANAGER_KILLED("TaskManager killed, another started"),
    JOB_MANAGER_KILLED("JobManager killed, another started, command given again with another parallelism"),
    /** A watch ends its job itself when it is idle, whoever leads by then; the client of a run waits for its jobs. */
    LEADER_KILLED(
            "high availability: JobManager killed, another started; command given again where the client failed") {
        @Override
        boolean isOf(boolean isWatch) {
            return !isWatch;
        }
    },
    STOPPED("stopped with a savepoint, command given again with another parallelism") {
        @Override
        boolean isOf(boolean isWatch) {
            return isWatch;
        }
    },
    CUT_OFF("JobManager cut off from all TaskManagers until they have given each other up, then no longer"),
    HELD_STILL("TaskManager held still until it is given up, another started, then let go on"),
    SLOW("TaskManager held still for two of every three seconds"),
    DISK_FULL("embedded: disk full, given room, command given again"),
    PROCESS_KILLED("embedded: process killed, command given again with another parallelism");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it can happen to a watch, or to a run. */
    boolean isOf(boolean isWatch) {
        return true;
    }

    /** Those with these names, separated by commas; all where the text is empty. */
    static List<Fault> named(String names) {
        return names.isEmpty()
                ? List.of(values())
                : Arrays.stream(names.split(",", -1)).map(Fault::valueOf).toList();
    }
}
