// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tilik.pipeline.study.Run;

/**
 * What a model's own {@code metrics.csv} says of its errors: the rows whose {@code group_by} is {@code language}, with the
 * columns {@code group}, {@code head}, {@code texts}, {@code precision} and {@code recall}; an empty cell or NaN where a
 * number is not defined.
 */
public final class ModelMetrics implements ModelErrors {
    private static final String FILE = "metrics.csv";
    private static final String LANGUAGE = "language";

    private final Map<String, HeadError> errors;

    private ModelMetrics(Map<String, HeadError> errors) {
        this.errors = errors;
    }

    /** What is known of the errors of a run's model. */
    public static ModelErrors of(Run run) {
        if (run.modelId() == null) {
            return UNKNOWN;
        }
        try {
            Optional<byte[]> csv = new ModelFolder(run.modelPlace()).read(FILE);
            return csv.isEmpty() ? UNKNOWN : parse(new String(csv.get(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The numbers stand without it; the summary says that the error is not known.
            return UNKNOWN;
        }
    }

    static ModelErrors parse(String csv) throws IOException {
        Map<String, HeadError> errors = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                if (LANGUAGE.equals(cell(row, "group_by"))) {
                    double precision = number(cell(row, "precision"));
                    double recall = number(cell(row, "recall"));
                    if (!Double.isNaN(precision) && !Double.isNaN(recall)) {
                        errors.put(key(cell(row, "group"), cell(row, "head")), new HeadError(precision, recall, (long)
                                number(cell(row, "texts"))));
                    }
                }
            }
        }
        return new ModelMetrics(errors);
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static double number(String cell) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String key(String language, String head) {
        return language + " " + head.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<HeadError> of(String language, String head) {
        return Optional.ofNullable(errors.get(key(language, head)));
    }
}
