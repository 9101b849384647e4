// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tilik.model.table.CascadeRow;

/** What cascades of the PHEME corpus look like, by event, as the page {@code jobs/PHEME.md}. */
final class PhemeReport {
    private static final String FOLLOWERS = "follower_graph";

    private final Map<String, List<CascadeRow>> byEvent = new TreeMap<>();
    private final List<CascadeRow> rows;

    /**
     * A report.
     *
     * @param rows restricted/cascades
     * @param events event of each cascade that begins with a source tweet
     */
    PhemeReport(List<CascadeRow> rows, Map<String, String> events) {
        this.rows = rows;
        for (CascadeRow row : rows) {
            String event = events.get(row.cascadeId());
            if (event != null) {
                byEvent.computeIfAbsent(event, name -> new ArrayList<>()).add(row);
                byEvent.computeIfAbsent("~", name -> new ArrayList<>()).add(row);
            }
        }
    }

    String render() {
        StringBuilder page = new StringBuilder("""
                # Cascades of the PHEME corpus

                Found by `ingest`, `classify` and `spread` in the rumour threads of PHEME (Zubiaga and others 2016,
                doi:10.1371/journal.pone.0150989; 330 source tweets, 5,072 reactions, 45,240 retweets) and kept true by
                `PhemeSpreadIT`, which also compares sizes and links with counts of the same files by other means.
                Write it again with `./mvnw -pl jobs/pipeline -am verify -Dit.test=PhemeSpreadIT -Dtilik.pheme=write`.

                A cascade is a source tweet with its retweets and answers, at least two items. Retweets name only the
                original: the depth that the records give is the least possible, and structural virality is none. With the
                follower lists of the corpus a retweet hangs on the latest earlier retweet, or the original, by an account
                that its author follows, else on the original. Those lists hold only who follows whom among accounts of
                the same thread, at the time of collection. The copy that is read here has no retweet file for 16 threads,
                among them the largest ones: these cascades have only answers, whose links are the records' own, and are
                in no column about followers.

                **Sizes, hours**: median over all cascades of the event (range); hours to k items are not reached by those
                that never had k, and the median is then "–" where fewer than half had; in brackets how many had.
                **Depth**: median (greatest). **Virality**: median of structural virality (number of cascades).
                Small events say little; structural differences between trees of different size say nothing
                (Juul and Ugander 2021).

                | Event | Cascades | Size | Hours to 10 | Hours to 100 | Hours to 1,000 | Depth as recorded | Depth with followers | Virality with followers | Virality, answers only |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        byEvent.forEach((event, found) -> page.append(line(event.equals("~") ? "all" : event, found)));
        long others = rows.stream().map(CascadeRow::cascadeId).distinct().count()
                - byEvent.get("~").stream().map(CascadeRow::cascadeId).distinct().count();
        page.append(String.format(
                Locale.ROOT,
                "%n%d more cascades begin with an answer whose parent is not in the corpus, or with another tweet.%n",
                others));
        return page.toString();
    }

    private static String line(String event, List<CascadeRow> found) {
        List<CascadeRow> recorded =
                found.stream().filter(row -> !row.parentSource().equals(FOLLOWERS)).toList();
        List<CascadeRow> followers =
                found.stream().filter(row -> row.parentSource().equals(FOLLOWERS)).toList();
        double[] sizes = sorted(recorded, row -> (double) row.size(), row -> true);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s (%.0f–%.0f) | %s | %s | %s | %s | %s | %s | %s |%n",
                event,
                recorded.size(),
                number(median(sizes)),
                sizes[0],
                sizes[sizes.length - 1],
                hours(recorded, CascadeRow::hoursTo10),
                hours(recorded, CascadeRow::hoursTo100),
                hours(recorded, CascadeRow::hoursTo1000),
                depth(recorded),
                depth(followers),
                virality(followers),
                virality(recorded));
    }

    private static String hours(List<CascadeRow> rows, Function<CascadeRow, Double> hours) {
        double[] times = sorted(
                rows,
                row -> hours.apply(row) == null ? Double.POSITIVE_INFINITY : hours.apply(row),
                row -> true);
        double middle = times[(times.length - 1) / 2];
        String median = Double.isInfinite(middle) ? "–" : String.format(Locale.ROOT, "%.2f", middle);
        return median + " (" + Arrays.stream(times).filter(Double::isFinite).count() + ")";
    }

    private static String depth(List<CascadeRow> rows) {
        double[] depths = sorted(rows, row -> (double) row.depth(), row -> true);
        return depths.length == 0
                ? "–"
                : number(median(depths)) + " (" + number(depths[depths.length - 1]) + ")";
    }

    private static String virality(List<CascadeRow> rows) {
        double[] known = sorted(rows, CascadeRow::structuralVirality, row -> row.structuralVirality() != null);
        return known.length == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%d)", median(known), known.length);
    }

    private static double[] sorted(
            List<CascadeRow> rows, Function<CascadeRow, Double> value, Predicate<CascadeRow> has) {
        Stream<CascadeRow> some = rows.stream().filter(has);
        return some.mapToDouble(value::apply).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
