// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Exactly timed rows of several groups, for this side and for R. */
record TimedRows(String name, double tau, double[] edges, List<Row> rows) {

    /** One item; {@code entry} NaN = from the start, {@code cause} 0 = censored. */
    record Row(double entry, double exit, int cause, int group, int stratum, double x, int family) {

        double start() {
            return Double.isNaN(entry) ? Double.NEGATIVE_INFINITY : entry;
        }
    }

    /** A public data set of the reference tables, with made-up strata, covariates and families. */
    static TimedRows read(String set, String column, String time, double tau, double... edges) {
        ReferenceTable input = ReferenceTable.read(set + "/input.csv");
        List<String> groups = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            String group = input.text(i, column);
            if (!groups.contains(group)) {
                groups.add(group);
            }
            double entry = input.has("entry") ? input.number(i, "entry") : Double.NaN;
            rows.add(new Row(
                    entry,
                    input.number(i, time),
                    (int) input.number(i, "event"),
                    groups.indexOf(group),
                    i % 2,
                    i * 7 % 5,
                    i / 2 % (input.size() / 3 + 1)));
        }
        double[] from = new double[edges.length + 1];
        System.arraycopy(edges, 0, from, 1, edges.length);
        return new TimedRows(set, tau, from, rows);
    }

    /** Three groups of different speed, two causes, families of two. */
    static TimedRows random(String name, long seed, boolean tied, boolean late) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        int items = 60 + random.nextInt(120);
        while (rows.size() < items) {
            int group = random.nextInt(3);
            double entry = 10 * random.nextDouble();
            double gone = -(15 + 10 * group) * Math.log(1 - random.nextDouble());
            double seen = 80 * random.nextDouble();
            double exit = Math.min(gone, seen);
            if (tied) {
                entry = Math.floor(entry);
                exit = Math.ceil(exit);
            }
            if (!late || entry < exit) {
                int cause = gone > seen ? 0 : 1 + random.nextInt(2);
                rows.add(new Row(
                        late ? entry : Double.NaN,
                        exit,
                        cause,
                        group,
                        random.nextInt(2),
                        random.nextDouble(-1, 1),
                        rows.size() / 2));
            }
        }
        return new TimedRows(name, 20, new double[] {0, 2, 15}, rows);
    }

    String indexLine() {
        return name + "," + tau + ","
                + Arrays.stream(edges).mapToObj(Double::toString).collect(Collectors.joining(" ")) + "\n";
    }

    String csv() {
        StringBuilder text = new StringBuilder("entry,exit,cause,group,stratum,x,family\n");
        for (Row row : rows) {
            text.append(Double.isNaN(row.entry()) ? "" : row.entry())
                    .append(',')
                    .append(row.exit())
                    .append(',')
                    .append(row.cause())
                    .append(',')
                    .append(row.group())
                    .append(',')
                    .append(row.stratum())
                    .append(',')
                    .append(row.x())
                    .append(',')
                    .append(row.family())
                    .append('\n');
        }
        return text.toString();
    }

    boolean isLate() {
        return rows.stream().anyMatch(row -> !Double.isNaN(row.entry()));
    }

    int groups() {
        return rows.stream().mapToInt(Row::group).max().orElse(-1) + 1;
    }

    int causes() {
        return rows.stream().mapToInt(Row::cause).max().orElse(0);
    }
}
