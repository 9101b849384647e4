// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tilik.measure.removal.compare.Group;
import org.tilik.measure.removal.compare.IntervalScore;
import org.tilik.measure.removal.compare.IntervalScoreTest;
import org.tilik.measure.removal.compare.PermutationResult;

/** Bracketed rows of two groups, for this side and for R. */
record BracketRows(String name, List<Row> rows) {

    /** One item, gone in (left, right]; right +∞ = never seen gone. */
    record Row(double left, double right, int group) {}

    static BracketRows read(String name, String table, String left, String right, String column) {
        ReferenceTable input = ReferenceTable.read(table);
        List<Row> rows = new ArrayList<>();
        String first = input.text(0, column);
        for (int i = 0; i < input.size(); i++) {
            double high = input.number(i, right);
            rows.add(new Row(
                    input.number(i, left),
                    Double.isNaN(high) ? Double.POSITIVE_INFINITY : high,
                    input.text(i, column).equals(first) ? 0 : 1));
        }
        return new BracketRows(name, rows);
    }

    /** Items checked at random hours, in whole hours so that ends coincide; of every tenth the exact hour is known. */
    static BracketRows random(String name, SplittableRandom random) {
        List<Row> rows = new ArrayList<>();
        int items = 40 + random.nextInt(60);
        for (int i = 0; i < items; i++) {
            int group = i % 2;
            double t = -(20 + 10 * group) * Math.log(1 - random.nextDouble());
            double seen = 0;
            double gone = Double.POSITIVE_INFINITY;
            for (double check = seen + 1 + random.nextInt(15); check < 80; check += 1 + random.nextInt(15)) {
                if (t <= check) {
                    gone = check;
                    break;
                }
                seen = check;
            }
            boolean exact = random.nextInt(10) == 0 && t < 80;
            rows.add(exact ? new Row(Math.ceil(t), Math.ceil(t), group) : new Row(seen, gone, group));
        }
        return new BracketRows(name, rows);
    }

    String csv() {
        StringBuilder text = new StringBuilder("left,right,group\n");
        for (Row row : rows) {
            text.append(row.left())
                    .append(',')
                    .append(row.right() == Double.POSITIVE_INFINITY ? "" : row.right())
                    .append(',')
                    .append(row.group())
                    .append('\n');
        }
        return text.toString();
    }

    private RemovalData data(int group) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        for (Row row : rows) {
            if (group < 0 || row.group() == group) {
                data.add(row.left(), row.right());
            }
        }
        return data.build();
    }

    /** The numbers that {@code brackets.R} makes of the same rows. */
    NumberTable numbers() {
        NumberTable numbers = new NumberTable();
        IntervalFit fit = IntervalNpmle.turnbull(data(-1));
        numbers.put("log_likelihood", fit.logLikelihood());
        double[] at = rows.stream()
                .mapToDouble(Row::right)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        double[] survival =
                Arrays.stream(at).map(t -> 1 - fit.share(0, t, 0, false)).toArray();
        numbers.put("survival", survival);
        numbers.put("survfit", survival);
        List<Group> groups = List.of(new Group("first", data(0)), new Group("second", data(1)));
        put(numbers, "sun", IntervalScore.SUN, groups);
        put(numbers, "finkelstein", IntervalScore.FINKELSTEIN, groups);
        put(numbers, "wilcoxon", IntervalScore.WILCOXON, groups);
        return numbers;
    }

    private static void put(NumberTable numbers, String name, IntervalScore score, List<Group> groups) {
        PermutationResult result =
                IntervalScoreTest.asymptotic(score).test(groups).orElseThrow();
        numbers.put(name + ".score", result.scores().get(0));
        numbers.put(name + ".z", result.z());
    }
}
