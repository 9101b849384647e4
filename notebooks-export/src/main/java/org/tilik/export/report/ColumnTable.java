// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of one table as they go into the page.
 *
 * @param columns names of the columns
 * @param rows cells in the order of the columns: text, numbers, truth values or null
 * @param leftOut rows of the table that are not among these
 */
record ColumnTable(List<String> columns, List<List<Object>> rows, long leftOut) {
    ColumnTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Column by column, because that is shortest: texts as numbers into a list of the distinct ones, columns without any
     * value left out. Numbers keep all their digits.
     */
    ObjectNode json() {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("rows", rows.size());
        table.put("left_out", leftOut);
        ArrayNode names = table.putArray("columns");
        ObjectNode cells = table.putObject("cells");
        for (int c = 0; c < columns.size(); c++) {
            names.add(columns.get(c));
            int column = c;
            List<Object> values = rows.stream().map(row -> row.get(column)).toList();
            if (values.stream().anyMatch(Objects::nonNull)) {
                cells.set(columns.get(c), column(values));
            }
        }
        return table;
    }

    private static ObjectNode column(List<Object> values) {
        ObjectNode column = JsonNodeFactory.instance.objectNode();
        boolean text = values.stream().anyMatch(String.class::isInstance);
        Map<String, Integer> places = new LinkedHashMap<>();
        ArrayNode cells = JsonNodeFactory.instance.arrayNode(values.size());
        for (Object value : values) {
            if (value == null) {
                cells.addNull();
            } else if (text) {
                cells.add(places.computeIfAbsent((String) value, unseen -> places.size()));
            } else if (value instanceof Boolean truth) {
                cells.add(truth ? 1 : 0);
            } else if (value instanceof Double number) {
                cells.add(number);
            } else {
                cells.add(((Number) value).longValue());
            }
        }
        column.put("type", text ? "text" : values.stream().anyMatch(Boolean.class::isInstance) ? "truth" : "number");
        if (text) {
            ArrayNode texts = column.putArray("texts");
            places.keySet().forEach(texts::add);
        }
        column.set("values", cells);
        return column;
    }
}
