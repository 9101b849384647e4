// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.ListRows;

/** Reads the cells that the files about policy have in common. */
final class PolicyRows {
    private static final double MOST_WEEKS = 520;

    private final ListRows rows;

    PolicyRows(ListRows rows) {
        this.rows = rows;
    }

    void read(InputStream in, String[] columns, ListRows.Visitor visitor) {
        rows.read(in, columns, visitor);
    }

    StudyInputException fault(long row, String what) {
        return rows.fault(row, what);
    }

    String text(CsvRow row, String column, long number) {
        String cell = row.get(column);
        if (cell == null) {
            throw fault(number, "has no " + column);
        }
        return cell;
    }

    String oneOf(CsvRow row, String column, long number, String... allowed) {
        String cell = row.get(column);
        if (cell == null || !List.of(allowed).contains(cell)) {
            throw fault(
                    number,
                    "has " + (cell == null ? "nothing" : "\"" + cell + "\"") + " in " + column + "; expected one of "
                            + String.join(", ", allowed));
        }
        return cell;
    }

    LocalDate date(CsvRow row, String column, long number) {
        LocalDate date = dateOrNull(row, column, number);
        if (date == null) {
            throw fault(number, "has no date in " + column);
        }
        return date;
    }

    LocalDate dateOrNull(CsvRow row, String column, long number) {
        String cell = row.get(column);
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new StudyInputException(
                    fault(number, "has \"" + cell + "\" in " + column + "; expected a date such as 2019-05-15")
                            .getMessage(),
                    e);
        }
    }

    Double numberOrNull(CsvRow row, String column, long number) {
        String cell = row.get(column);
        if (cell == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(cell);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new StudyInputException(notANumber(cell, column, number).getMessage(), e);
        }
        throw notANumber(cell, column, number);
    }

    private StudyInputException notANumber(String cell, String column, long number) {
        return fault(number, "has \"" + cell + "\" in " + column + "; expected a number above 0 or nothing");
    }

    int weeks(CsvRow row, String column, long number) {
        Double weeks = numberOrNull(row, column, number);
        if (weeks == null) {
            return 0;
        }
        if (weeks != Math.rint(weeks) || weeks > MOST_WEEKS) {
            throw fault(number, "has no whole number of weeks in " + column);
        }
        return weeks.intValue();
    }

    Set<String> several(CsvRow row, String column) {
        String cell = row.get(column);
        Set<String> parts = new TreeSet<>();
        if (cell != null) {
            Arrays.stream(cell.split("\\+"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return parts;
    }

    Set<String> platforms(CsvRow row, String column, long number) {
        Set<String> names = several(row, column);
        names.forEach(name -> rows.platform(name, number));
        return names;
    }

    boolean isChecked(CsvRow row, long number) {
        return oneOf(row, "checked", number, "yes", "from_memory", "date_from_memory")
                .equals("yes");
    }
}
