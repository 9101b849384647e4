// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file of pages, one a line, each of a number of items. */
final class Pages implements Closeable {
    private final RecordFile lines;
    private final int size;
    private final Function<ArrayNode, ObjectNode> page;
    private ArrayNode items = JsonRecords.list();

    /** Pages of this many items at most, each made by this function. */
    Pages(Path file, int size, Function<ArrayNode, ObjectNode> page) throws IOException {
        this.lines = new RecordFile(file);
        this.size = size;
        this.page = page;
    }

    void add(ObjectNode item) throws IOException {
        items.add(item);
        if (items.size() == size) {
            turn();
        }
    }

    private void turn() throws IOException {
        lines.write(page.apply(items));
        items = JsonRecords.list();
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            if (!items.isEmpty()) {
                turn();
            }
        }
    }
}
