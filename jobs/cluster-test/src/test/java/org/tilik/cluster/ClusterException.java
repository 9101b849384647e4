// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

/** Something on the test cluster went otherwise than awaited; the message ends with the tails of the logs. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message, String logs) {
        super(message + "\n" + logs);
    }
}
