// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.Serializable;
import org.tilik.model.Pseudonymiser;

/** Says where a task finds the pseudonym key; the key itself never travels with a job. */
@FunctionalInterface
public interface KeyOnTask extends Serializable {
    /** Reads the key on the machine that runs the task. */
    Pseudonymiser open();
}
