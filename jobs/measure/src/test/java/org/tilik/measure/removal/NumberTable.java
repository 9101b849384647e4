// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers by key, the same keys on both sides of a comparison; several of one key are key[0], key[1], … */
final class NumberTable {

    private final Map<String, Double> numbers = new LinkedHashMap<>();

    static NumberTable read(Path file) throws IOException {
        NumberTable table = new NumberTable();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.indexOf(',');
            String text = line.substring(comma + 1).strip();
            double value = switch (text) {
                case "NA", "NaN" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
            table.numbers.put(line.substring(0, comma), value);
        }
        return table;
    }

    void put(String key, double... values) {
        for (int i = 0; i < values.length; i++) {
            numbers.put(values.length == 1 ? key : key + "[" + i + "]", values[i]);
        }
    }

    void put(String key, List<Double> values) {
        put(key, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Map<String, Double> numbers() {
        return Collections.unmodifiableMap(numbers);
    }
}
