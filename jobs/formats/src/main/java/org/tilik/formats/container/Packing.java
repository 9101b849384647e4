// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a dump file is packed.
 *
 * @param layers from the outside inwards, down to its text or to the members of an archive; empty for plain text
 */
public record Packing(List<Container> layers) {
    /** A fixed list. */
    public Packing {
        layers = List.copyOf(layers);
    }

    /** Whether the file holds members, each of which may have a format of its own. */
    public boolean holdsMembers() {
        return !layers.isEmpty() && layers.get(layers.size() - 1).isArchive();
    }

    /** The name for messages, for instance "tar in gzip". */
    public String title() {
        if (layers.isEmpty()) {
            return Container.PLAIN.title();
        }
        List<Container> inwards = new ArrayList<>(layers);
        Collections.reverse(inwards);
        return inwards.stream().map(Container::title).collect(Collectors.joining(" in "));
    }
}
