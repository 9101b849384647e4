// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notebook as it is written by people: Markdown with fenced cells of Python. A first line
 * {@code <!-- needs TABLE … -->} names tables without which there is no notebook; {@code needs=TABLE} behind a fence
 * those without which there is no cell.
 *
 * @param name file name without ending
 * @param needs tables without which it says nothing
 * @param cells in order
 */
public record NotebookPage(String name, Set<String> needs, List<Cell> cells) {
    /** The notebooks, in the order of reading. */
    public static final List<String> NAMES = List.of("01-overview", "02-spread", "03-removal", "04-policy");

    private static final Pattern NEEDS = Pattern.compile("<!-- needs ([a-z_ ]+) -->\n");
    private static final Pattern CODE = Pattern.compile("(?ms)^```python(?: needs=([a-z_,]+))?\n(.*?)\n```$");

    /**
     * A part of it.
     *
     * @param isCode Python, else Markdown
     * @param text its lines
     * @param needs tables without which it is left out
     */
    public record Cell(boolean isCode, String text, Set<String> needs) {}

    /** The page of this name. */
    public static NotebookPage named(String name) {
        String resource = "/org/tilik/export/notebooks/" + name + ".md";
        try (InputStream in = NotebookPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + resource + " on the class path.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource, e);
        }
    }

    /** The cells for a bundle with these tables; none where a table is missing that the notebook is about. */
    public List<Cell> cellsFor(Set<String> tables) {
        if (!tables.containsAll(needs)) {
            return List.of();
        }
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : cells) {
            if (tables.containsAll(cell.needs())) {
                kept.add(cell);
            } else if (!kept.isEmpty() && !kept.get(kept.size() - 1).isCode()) {
                // The words before a cell are about it.
                kept.remove(kept.size() - 1);
            }
        }
        return List.copyOf(kept);
    }

    static NotebookPage parse(String name, String page) {
        Matcher head = NEEDS.matcher(page);
        boolean hasHead = head.lookingAt();
        Set<String> needs = hasHead ? Set.copyOf(Arrays.asList(head.group(1).split(" "))) : Set.of();
        String body = hasHead ? page.substring(head.end()) : page;
        List<Cell> cells = new ArrayList<>();
        Matcher code = CODE.matcher(body);
        int from = 0;
        while (code.find()) {
            addText(cells, body.substring(from, code.start()));
            cells.add(new Cell(
                    true,
                    code.group(2),
                    code.group(1) == null
                            ? Set.of()
                            : Set.copyOf(Arrays.asList(code.group(1).split(",")))));
            from = code.end();
        }
        addText(cells, body.substring(from));
        return new NotebookPage(name, needs, List.copyOf(cells));
    }

    private static void addText(List<Cell> cells, String text) {
        if (!text.isBlank()) {
            cells.add(new Cell(false, text.strip(), Set.of()));
        }
    }
}
