// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.Serializable;

/**
 * Makes the matcher on the machine that uses it, so that neither the pseudonym key nor the lists travel in the job
 * graph.
 */
public interface KnownMatcherSource extends Serializable {
    /** Reads what the matcher needs. */
    KnownMatcher open() throws IOException;
}
