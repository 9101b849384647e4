// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.IOException;
import java.io.Serializable;

/**
 * Makes the tracker on the machine that uses it, so that neither the pseudonym key nor the lists travel in the job
 * graph.
 */
public interface TrackerSource extends Serializable {
    /** Reads what the tracker needs. */
    Tracker open() throws IOException;
}
