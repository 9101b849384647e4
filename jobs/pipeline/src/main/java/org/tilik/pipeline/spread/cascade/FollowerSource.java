// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.io.IOException;
import java.io.Serializable;

/**
 * Reads who follows whom on the machine that uses it, so that neither the pseudonym key nor the lists travel in the job
 * graph.
 */
public interface FollowerSource extends Serializable {
    /** Name of these lists under this key; equal sources share what they read. */
    String id();

    /** Reads the lists. */
    Followers open() throws IOException;
}
