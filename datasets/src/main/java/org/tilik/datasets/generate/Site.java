// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/** A platform of the simulated world. */
public enum Site {
    REDDIT("reddit"),
    TWITTER("twitter");

    private final String id;

    Site(String id) {
        this.id = id;
    }

    /** The platform's fixed name in studies and tables. */
    public String id() {
        return id;
    }
}
