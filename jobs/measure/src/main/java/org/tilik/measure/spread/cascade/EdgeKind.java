// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** How a post is tied to the one above it. */
public enum EdgeKind {
    /** It is tied to nothing: the root of its tree. */
    ROOT(0),
    /** It answers. */
    REPLY(1),
    /** It repeats and adds words of its own. */
    QUOTE(2),
    /** It repeats. */
    SHARE(3);

    private final byte code;

    EdgeKind(int code) {
        this.code = (byte) code;
    }

    /** The kind as a small number, for columns of bytes. */
    public byte code() {
        return code;
    }

    /** The kind of a number from {@link #code()}. */
    public static EdgeKind of(byte code) {
        return switch (code) {
            case 0 -> ROOT;
            case 1 -> REPLY;
            case 2 -> QUOTE;
            case 3 -> SHARE;
            default -> throw new IllegalArgumentException("The code of an edge is " + code + ", expected 0 to 3.");
        };
    }
}
