// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tilik.classify.Head;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.evaluate.HeadMetrics;
import org.tilik.classify.train.Tier;
import org.tilik.classify.train.TrainedModel;

/**
 * The page that goes with a model: what it is for, what it learnt from, how right it is (after Mitchell et al. 2019, Model
 * Cards for Model Reporting, doi:10.1145/3287560.3287596).
 */
public final class ModelCard {
    /** Name of the page. */
    public static final String NAME = "MODEL_CARD.md";

    private static final int FEWEST_OF_EACH_LABEL = 10;

    private ModelCard() {}

    /** The page of a model that learnt from these tiers, with its results on functional tests and on everyday sentences. */
    public static String of(
            TrainedModel trained, Set<Tier> tiers, List<GroupMetrics> functional, List<GroupMetrics> everyday)
            throws IOException {
        return template()
                .replace("{{name}}", trained.model().name())
                .replace("{{licence}}", licence(tiers))
                .replace("{{tiers}}", tiers.stream().map(Tier::name).collect(Collectors.joining(", ")))
                .replace("{{texts}}", texts(trained.trainingTexts()))
                .replace("{{constructions}}", String.format(Locale.ROOT, "%,d", trained.constructions()))
                .replace("{{languages}}", languages(trained))
                .replace("{{datasets}}", datasets(trained.metrics()))
                .replace("{{support}}", table(trained.metrics(), Head.EXTREMIST_SUPPORT, "language", null))
                .replace("{{everyday}}", everyday(everyday))
                .replace("{{functional}}", functional(functional));
    }

    private static String template() throws IOException {
        try (InputStream in = ModelCard.class.getResourceAsStream("model-card.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String licence(Set<Tier> tiers) {
        if (tiers.contains(Tier.R)) {
            return "**These weights must not be passed on**: some of their data state no licence or allow research only.";
        }
        if (tiers.contains(Tier.NC)) {
            return "CC BY-NC-SA 4.0: the weights learnt from data under non-commercial licences, some of them share-alike."
                    + " Use them for research and public-interest work, not commercially.";
        }
        return "CC BY-SA 4.0: the weights learnt only from data under permissive licences, some of them share-alike.";
    }

    private static String texts(Map<String, Integer> byDataset) {
        return byDataset.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "| `%s` | %,d |%n", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String languages(TrainedModel trained) {
        StringBuilder tables = new StringBuilder();
        for (Head head : List.of(Head.HATEFUL, Head.OFFENSIVE, Head.COUNTER)) {
            tables.append("**").append(head.id()).append("**\n\n");
            tables.append(table(trained.metrics(), head, "language", trained.baseline()));
            tables.append('\n');
        }
        return tables.toString();
    }

    private static String datasets(List<GroupMetrics> metrics) {
        return table(metrics, Head.HATEFUL, "dataset", null);
    }

    /** No head should speak for any of these sentences: shares for which it does. */
    private static String everyday(List<GroupMetrics> metrics) {
        StringBuilder rows = new StringBuilder("| language | sentences |");
        for (Head head : Head.values()) {
            rows.append(' ').append(head.id()).append(" |");
        }
        rows.append("\n|---|---|").append("---|".repeat(Head.values().length));
        String row = "";
        for (GroupMetrics group : inRows(metrics)) {
            if (!group.group().equals(row)) {
                row = group.group();
                rows.append(String.format(
                        Locale.ROOT, "%n| %s | %,d |", row, group.metrics().texts()));
            }
            rows.append(String.format(
                    Locale.ROOT, " %.1f %% |", 100 * (1 - group.metrics().specificity())));
        }
        return rows.append('\n').toString();
    }

    private static List<GroupMetrics> inRows(List<GroupMetrics> metrics) {
        return metrics.stream()
                .filter(group -> !group.groupBy().equals("kind"))
                .sorted(Comparator.comparing(GroupMetrics::group).thenComparing(GroupMetrics::head))
                .toList();
    }

    private static String functional(List<GroupMetrics> metrics) {
        StringBuilder tables = new StringBuilder();
        for (Head head : Head.values()) {
            tables.append("**").append(head.id()).append("**\n\n");
            tables.append(table(metrics, head, "language", null)).append('\n');
        }
        tables.append("Share of right answers by kind:\n\n| kind | head | sentences | right |\n|---|---|---|---|\n");
        metrics.stream()
                .filter(group -> group.groupBy().equals("kind"))
                .forEach(group -> tables.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %.2f |%n",
                        group.group(),
                        group.head().id(),
                        group.metrics().texts(),
                        right(group.metrics()))));
        return tables.toString();
    }

    /** All sentences of a kind have one label, so recall or specificity is the share of right answers. */
    private static double right(HeadMetrics metrics) {
        return metrics.positives() > 0 ? metrics.recall() : metrics.specificity();
    }

    private static String table(List<GroupMetrics> metrics, Head head, String groupBy, List<GroupMetrics> baseline) {
        StringBuilder rows = new StringBuilder("| " + groupBy
                + " | texts | labelled 1 | precision | recall | macro-F1 (95 %) | "
                + (baseline == null ? "" : "n-gram baseline | ")
                + "AUC | calibration error |\n|---|---|---|---|---|---|"
                + (baseline == null ? "" : "---|") + "---|---|\n");
        for (GroupMetrics group : metrics) {
            boolean shown = group.head() == head
                    && (group.groupBy().equals(groupBy) || group.groupBy().equals("all"));
            HeadMetrics values = group.metrics();
            int others = values.texts() - values.positives();
            if (shown && values.positives() >= FEWEST_OF_EACH_LABEL && others >= FEWEST_OF_EACH_LABEL) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %.2f | %.2f | %.3f (%.3f–%.3f) | %s%.3f | %.3f |%n",
                        group.group(),
                        values.texts(),
                        values.positives(),
                        values.precision(),
                        values.recall(),
                        values.macroF1(),
                        values.macroF1Low(),
                        values.macroF1High(),
                        baseline == null ? "" : baseline(baseline, group) + " | ",
                        values.auc(),
                        values.calibrationError()));
            }
        }
        return rows.toString();
    }

    private static String baseline(List<GroupMetrics> baseline, GroupMetrics group) {
        return baseline.stream()
                .filter(other -> other.head() == group.head()
                        && other.groupBy().equals(group.groupBy())
                        && other.group().equals(group.group()))
                .findFirst()
                .map(other -> String.format(Locale.ROOT, "%.3f", other.metrics().macroF1()))
                .orElse("");
    }
}
