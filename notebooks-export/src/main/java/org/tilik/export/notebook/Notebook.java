// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Jupyter's form of a notebook, nbformat 4.5. */
public final class Notebook {
    private static final int FORMAT = 4;
    private static final int FORMAT_MINOR = 5;

    private Notebook() {}

    /** The document: cells that have not been run. */
    public static ObjectNode of(List<NotebookPage.Cell> cells) {
        ObjectNode notebook = JsonNodeFactory.instance.objectNode();
        ArrayNode list = notebook.putArray("cells");
        for (NotebookPage.Cell cell : cells) {
            ObjectNode node = list.addObject();
            node.put("id", String.format(Locale.ROOT, "cell-%02d", list.size()));
            node.put("cell_type", cell.isCode() ? "code" : "markdown");
            node.putObject("metadata");
            if (cell.isCode()) {
                node.putNull("execution_count");
                node.putArray("outputs");
            }
            ArrayNode source = node.putArray("source");
            String[] lines = cell.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                source.add(i < lines.length - 1 ? lines[i] + "\n" : lines[i]);
            }
        }
        ObjectNode metadata = notebook.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        notebook.put("nbformat", FORMAT);
        notebook.put("nbformat_minor", FORMAT_MINOR);
        return notebook;
    }
}
