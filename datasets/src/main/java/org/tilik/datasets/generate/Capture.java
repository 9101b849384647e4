// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What stands in the dump of one item: when the archive looked and what it saw.
 *
 * @param at second of the first look ({@code retrieved_on})
 * @param visible whether the item could be seen then
 * @param secondLook whether there was a second look
 * @param secondAt second of the second look, 0 when there was none
 * @param visibleLater whether it could be seen then; equal to {@code visible} when there was none
 */
record Capture(long at, boolean visible, boolean secondLook, long secondAt, boolean visibleLater) {
    static Capture once(long at, Fate fate) {
        boolean visible = fate.visibleAt(at * 1000);
        return new Capture(at, visible, false, 0, visible);
    }

    static Capture twice(long at, long secondAt, Fate fate) {
        return new Capture(at, fate.visibleAt(at * 1000), true, secondAt, fate.visibleAt(secondAt * 1000));
    }

    /** Whether the record holds the item's words: the archive keeps the text of whichever look saw it. */
    boolean hasText() {
        return visible || visibleLater;
    }
}
