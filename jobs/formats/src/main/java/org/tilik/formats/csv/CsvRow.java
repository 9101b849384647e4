// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.util.List;
import java.util.Map;

/**
 * The cells of one CSV row by column name.
 *
 * @param cells stripped cells
 * @param columns index of each column
 */
public record CsvRow(List<String> cells, Map<String, Integer> columns) {
    /** The cell of this column; null when it is empty or the column is not there, both of which mean unknown. */
    public String get(String column) {
        Integer index = columns.get(column);
        if (index == null || index >= cells.size()) {
            return null;
        }
        String cell = cells.get(index);
        return cell.isEmpty() ? null : cell;
    }
}
