// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** What an item is on Reddit. */
public enum Form {
    LINK("post"),
    TEXT("post"),
    COMMENT("reply"),
    CROSSPOST("share");

    private final String kind;

    Form(String kind) {
        this.kind = kind;
    }

    /** The event kind that a decoder gives it: post, reply or share. */
    public String kind() {
        return kind;
    }

    /** Lower-case name used in the truth tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
