// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.io.Closeable;
import java.io.IOException;

/** The cells of a file of rows, row after row; columns are asked for by their place in the list they were chosen by. */
interface Cells extends Closeable {
    /** Goes to the next row; false after the last. */
    boolean next() throws IOException;

    /** What the current row holds there as text; null for an empty cell. */
    String text(int column);

    /**
     * What the current row holds there as a number; NaN for an empty cell.
     *
     * @throws NumberFormatException when it is no number
     */
    double number(int column);

    /** The current row for messages, such as {@code row 3}. */
    String row();
}
