// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.tilik.pipeline.study.RunError;

/**
 * One row of a file of lifetimes; hours.
 *
 * @param entry −∞ when watched from the start
 * @param upper +∞ when not seen gone
 * @param cause null when not seen gone, or where causes are not told apart
 * @param family null when independent
 */
record Lifetime(double entry, double lower, double upper, String cause, String stratum, double weight, String family) {

    /** Makes lifetimes of the cells of one file, and says in words what is wrong with those it cannot make. */
    static final class Reading {
        private static final int NONE = -1;

        private final String file;
        private final LifetimeColumns columns;
        private final List<String> chosen;
        private final int entry;
        private final int lower;
        private final int upper;
        private final int cause;
        private final int weight;
        private final int family;
        private final List<Integer> strata;

        /** For a file that has these columns. */
        Reading(String file, LifetimeColumns columns) {
            this.file = file;
            this.columns = columns;
            Set<String> names = new LinkedHashSet<>();
            names.add(columns.lower());
            names.add(columns.upper());
            for (String optional :
                    new String[] {columns.entry(), columns.cause(), columns.weight(), columns.family()}) {
                if (optional != null) {
                    names.add(optional);
                }
            }
            names.addAll(columns.strata());
            names.addAll(columns.where().keySet());
            chosen = new ArrayList<>(names);
            entry = chosen.indexOf(columns.entry());
            lower = chosen.indexOf(columns.lower());
            upper = chosen.indexOf(columns.upper());
            cause = chosen.indexOf(columns.cause());
            weight = chosen.indexOf(columns.weight());
            family = chosen.indexOf(columns.family());
            strata = columns.strata().stream().map(chosen::indexOf).toList();
        }

        /** The columns that are read, each once; what the cells are chosen by. */
        List<String> chosen() {
            return chosen;
        }

        boolean tellsCauses() {
            return cause != NONE;
        }

        /** Whether the current row has the values asked for. */
        boolean wants(Cells cells) {
            for (Map.Entry<String, Set<String>> wanted : columns.where().entrySet()) {
                String found = cells.text(chosen.indexOf(wanted.getKey()));
                if (found == null || !wanted.getValue().contains(found)) {
                    return false;
                }
            }
            return true;
        }

        /** The current row. */
        Lifetime of(Cells cells) {
            double from = entry == NONE ? Double.NEGATIVE_INFINITY : hours(cells, entry, "hours, 0 for the start");
            double alive = hours(cells, lower, "hours; 0 for an item whose end alone is known");
            double gone = number(cells, upper, "hours, or nothing for an item not seen gone");
            if (Double.isNaN(gone)) {
                gone = Double.POSITIVE_INFINITY;
            }
            if (gone < alive) {
                throw wrong(cells, upper, "hours from " + columns.lower() + " = " + alive + " on");
            }
            double items = weight == NONE ? 1 : number(cells, weight, "a number above 0");
            if (!(items > 0) || Double.isInfinite(items)) {
                throw wrong(cells, weight, "a number above 0");
            }
            return new Lifetime(
                    from,
                    alive,
                    gone,
                    cause(cells, gone == Double.POSITIVE_INFINITY),
                    stratum(cells),
                    items,
                    family == NONE ? null : cells.text(family));
        }

        private String cause(Cells cells, boolean censored) {
            if (cause == NONE) {
                return null;
            }
            String name = cells.text(cause);
            if (censored && name != null) {
                throw wrong(cells, cause, "nothing, because " + columns.upper() + " says that it was not seen gone");
            }
            return censored || name != null ? name : LifetimeFile.UNKNOWN;
        }

        private String stratum(Cells cells) {
            if (strata.isEmpty()) {
                return LifetimeFile.ALL;
            }
            List<String> values = new ArrayList<>();
            for (int column : strata) {
                String value = cells.text(column);
                values.add(value == null ? LifetimeFile.UNKNOWN : value);
            }
            return String.join("|", values);
        }

        private double hours(Cells cells, int column, String expected) {
            double value = number(cells, column, expected);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw wrong(cells, column, expected);
            }
            return value;
        }

        private double number(Cells cells, int column, String expected) {
            double value;
            try {
                value = cells.number(column);
            } catch (NumberFormatException e) {
                throw wrong(cells, column, expected);
            }
            if (value < 0) {
                throw wrong(cells, column, expected + "; none can be negative");
            }
            return value;
        }

        private RunError wrong(Cells cells, int column, String expected) {
            String found = cells.text(column);
            return RunError.study(file + ", " + cells.row() + ": " + chosen.get(column) + " is "
                    + (found == null ? "empty" : found) + ", expected " + expected + ".");
        }

        /** The error for columns that the file lacks; null when it has all. */
        RunError missing(List<String> present) {
            StringJoiner absent = new StringJoiner(", ");
            chosen.stream().filter(name -> !present.contains(name)).forEach(absent::add);
            return absent.length() == 0
                    ? null
                    : RunError.study(file + " has no column " + absent + "; "
                            + (present.isEmpty() ? "it is empty" : "it has " + String.join(", ", present))
                            + ". Name its columns with --entry, --lower, --upper, --cause, --by, --weight, --family"
                            + " and --where.");
        }
    }
}
