// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * Items of two languages that are alike in everything but how well the classifier reads them.
 *
 * <p>Of 10,000 items of each language 6 % are hateful; half of these are removed within 11 h, of all others 3 % within 24 h.
 * In the first language the classifier finds 85 % of the hateful ones and 1 % of the others, in the second 60 % and 7 %. An
 * audit draws items by language and band of score, numbers growing with the root of the band's size, or all alike.
 */
final class AuditWorld {
    static final String[] LANGUAGES = {"first", "second"};
    static final double DEADLINE = 24;
    private static final int ITEMS = 10_000;
    private static final double HATEFUL = 0.06;
    private static final double[] SENSITIVITY = {0.85, 0.60};
    private static final double[] SPECIFICITY = {0.99, 0.93};
    private static final double HATEFUL_RATE = Math.log(2) / 11;
    private static final double OTHER_RATE = -Math.log(0.97) / 24;
    private static final double[] BANDS = {0.1, 0.5, 0.8, 1};

    record Item(int language, boolean hateful, double score, double removedAt, double until) {
        double prediction() {
            return score >= 0.5 ? 1 : 0;
        }

        double exit() {
            return Math.min(removedAt, until);
        }

        boolean isRemoved() {
            return removedAt <= until;
        }

        String stratum() {
            int band = 0;
            while (score >= BANDS[band]) {
                band++;
            }
            return LANGUAGES[language] + band;
        }
    }

    final List<Item> items = new ArrayList<>();
    final List<Item> drawn = new ArrayList<>();
    SamplingDesign design;

    /** A world with an audit of so many items, by language and band of score or of all items alike. */
    AuditWorld(long seed, int sample, boolean stratified) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2 * ITEMS; i++) {
            items.add(item(i % 2, random));
        }
        draw(sample, stratified, random);
    }

    private static Item item(int language, SplittableRandom random) {
        boolean hateful = random.nextDouble() < HATEFUL;
        boolean found = random.nextDouble() < (hateful ? SENSITIVITY[language] : 1 - SPECIFICITY[language]);
        double u = random.nextDouble();
        // Scores lean to the right side, hateful items that are missed towards the threshold.
        double score = found ? 0.5 + 0.5 * (hateful ? Math.sqrt(u) : u) : 0.5 * (hateful ? Math.sqrt(u) : u * u * u);
        double removedAt = -Math.log(1 - random.nextDouble()) / (hateful ? HATEFUL_RATE : OTHER_RATE);
        return new Item(language, hateful, score, removedAt, 20 + 100 * random.nextDouble());
    }

    private void draw(int sample, boolean stratified, SplittableRandom random) {
        Map<String, List<Item>> strata = new TreeMap<>();
        items.forEach(item -> strata.computeIfAbsent(stratified ? item.stratum() : "all", key -> new ArrayList<>())
                .add(item));
        double roots =
                strata.values().stream().mapToDouble(s -> Math.sqrt(s.size())).sum();
        SamplingDesign.Builder builder = SamplingDesign.builder();
        for (Map.Entry<String, List<Item>> stratum : strata.entrySet()) {
            List<Item> frame = stratum.getValue();
            int n = (int) Math.min(frame.size(), Math.round(sample * Math.sqrt(frame.size()) / roots));
            for (int i = 0; i < n; i++) {
                int other = i + random.nextInt(frame.size() - i);
                Item swap = frame.get(i);
                frame.set(i, frame.get(other));
                frame.set(other, swap);
                drawn.add(frame.get(i));
                builder.add(stratum.getKey(), n / (double) frame.size(), true);
            }
        }
        design = builder.build();
    }

    /** True share of hateful items of this language. */
    double prevalence(int language) {
        return items.stream()
                .filter(item -> item.language() == language)
                .mapToDouble(item -> item.hateful() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    PredictionSums found(int language) {
        return PredictionSums.of(items.stream()
                .filter(item -> item.language() == language)
                .mapToDouble(Item::prediction)
                .toArray());
    }

    AuditedItems audited(int language) {
        AuditedItems.Builder builder = AuditedItems.builder(design);
        for (Item item : drawn) {
            if (item.language() == language) {
                builder.add(item.prediction(), item.hateful() ? 1 : 0);
            } else {
                builder.addOutside();
            }
        }
        return builder.build();
    }

    /** Share of hateful items removed within the deadline. */
    static double removedWithin() {
        return 1 - Math.exp(-HATEFUL_RATE * DEADLINE);
    }

    /** How all items that the classifier found went, whatever they are. */
    RemovalData tracked(int language) {
        RemovalDataBuilder rows = RemovalData.builder(List.of("platform"));
        for (Item item : items) {
            if (item.language() == language && item.prediction() == 1) {
                rows.add(
                        Double.NEGATIVE_INFINITY,
                        item.exit(),
                        item.isRemoved() ? item.exit() : Double.POSITIVE_INFINITY,
                        item.isRemoved() ? 1 : 0,
                        1);
            }
        }
        return rows.build();
    }

    /** The drawn items with what became of them. */
    List<AuditedLifetime> lifetimes(int language) {
        List<AuditedLifetime> lives = new ArrayList<>();
        for (Item item : drawn) {
            lives.add(new AuditedLifetime(
                    item.hateful() ? CodedClass.HATEFUL : CodedClass.NONE,
                    item.language() == language,
                    new AuditedLifetime.Life(
                            Double.NEGATIVE_INFINITY,
                            item.exit(),
                            item.isRemoved() ? item.exit() : Double.POSITIVE_INFINITY,
                            item.isRemoved() ? "platform" : null),
                    false));
        }
        return lives;
    }

    /** Of what the classifier found, the share that is hateful. */
    DesignShare predictiveValue(int language) {
        boolean[] part = new boolean[drawn.size()];
        boolean[] whole = new boolean[drawn.size()];
        for (int i = 0; i < whole.length; i++) {
            Item item = drawn.get(i);
            whole[i] = item.language() == language && item.prediction() == 1;
            part[i] = whole[i] && item.hateful();
        }
        return DesignShare.of(design, part, whole, 0.95);
    }

    /** What that share is. */
    double truePredictiveValue(int language) {
        return items.stream()
                .filter(item -> item.language() == language && item.prediction() == 1)
                .mapToDouble(item -> item.hateful() ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
