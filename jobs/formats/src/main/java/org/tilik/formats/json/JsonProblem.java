// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

/** The record is no JSON, or no UTF-8; says where, never what stands there. */
public final class JsonProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    JsonProblem(int offset) {
        // Without a stack trace: a dump can hold millions of such records.
        super("The record is not valid JSON near its byte " + offset + ".", null, false, false);
        this.offset = offset;
    }

    /** Bytes before the place where reading ended. */
    public int offset() {
        return offset;
    }
}
