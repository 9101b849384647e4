// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import org.tilik.classify.Head;

/**
 * Sizes of a network.
 *
 * <p>Each feature has a row of {@value #ROW} weights in a table: the first four speak for the heads directly, the rest place
 * it in a space in which a convolution over neighbouring tokens looks for constructions.
 *
 * @param tableBits the table has two to this power rows
 * @param filters patterns of {@value #WIDTH} tokens that the convolution looks for
 */
public record NetworkShape(int tableBits, int filters) {
    /** Weights of a row. */
    public static final int ROW = 16;

    /** Number of heads, and of weights that speak for them directly. */
    public static final int HEADS = 4;

    /** Dimensions of the space of tokens. */
    public static final int SPACE = ROW - HEADS;

    /** Tokens that a filter sees. */
    public static final int WIDTH = 3;

    /** A shape of plausible sizes. */
    public NetworkShape {
        if (tableBits < 8 || tableBits > 22 || filters < 1 || filters > 256) {
            throw new IllegalArgumentException("No such network: 2^" + tableBits + " rows, " + filters + " filters.");
        }
    }

    /** Rows of the table. */
    public int rows() {
        return 1 << tableBits;
    }

    /** Row of a feature. */
    public int row(int hash) {
        return hash >>> (32 - tableBits);
    }

    /** Weights of the convolution. */
    public int kernelSize() {
        return WIDTH * SPACE * filters;
    }

    /** Weights from the filters' greatest and summed answers to the heads. */
    public int outputSize() {
        return HEADS * 2 * filters;
    }

    /** Place of a head's weights. */
    public static int index(Head head) {
        return switch (head) {
            case HATEFUL -> 0;
            case OFFENSIVE -> 1;
            case COUNTER -> 2;
            case EXTREMIST_SUPPORT -> 3;
        };
    }
}
