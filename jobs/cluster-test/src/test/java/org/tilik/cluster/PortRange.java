// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

/** Ports that follow one another, both ends included. */
record PortRange(int first, int last) {
    /** From Flink's way of writing it. */
    static PortRange parse(String range) {
        int dash = range.indexOf('-');
        return new PortRange(Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1)));
    }

    /** As Flink reads it. */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
