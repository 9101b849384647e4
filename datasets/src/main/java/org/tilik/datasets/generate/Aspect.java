// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/** The independent streams of draws of one item: what one decides never shifts what another does. */
enum Aspect {
    ITEM(0),
    FATE(1),
    CAPTURE(2),
    LOOKS(3),
    DEFECTS(4),
    LIST(5),
    SPREAD(6),
    ORDER(7);

    private static final int STREAMS_PER_ITEM = 8;

    private final int stream;

    Aspect(int stream) {
        this.stream = stream;
    }

    Draws draws(WorldSettings settings, long number) {
        return Draws.of(settings.seed(), number * STREAMS_PER_ITEM + stream);
    }
}
