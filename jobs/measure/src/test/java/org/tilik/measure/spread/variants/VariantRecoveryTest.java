// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Are planted families found again, and how does that depend on how similar the variants are? */
class VariantRecoveryTest {
    /** Java property; {@code write} writes the file anew. */
    private static final String PROPERTY = "tilik.variants";

    private static final Path RECOVERY = Path.of("variant-recovery.csv");
    private static final int FAMILIES = 500;
    private static final int VARIANTS = 3;

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.95, 1})
    void variantsThatAreNineTenthsSimilarAreFoundOneAndAll(double similarity) {
        for (int seed = 0; seed < 3; seed++) {
            // The nearest whole edit of a short text may be a bit less similar: 0.88 at the least.
            PlantedFamilies planted = PlantedFamilies.of(FAMILIES, VARIANTS, similarity, new Random(seed));
            assertThat(AdjustedRandIndex.of(
                            planted.families(), new FoundFamilies(planted.texts()).under(Similarity.STANDARD)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4, 0.5, 0.6})
    void familiesThatAreSixTenthsSimilarStayApart(double apart) {
        for (int seed = 0; seed < 3; seed++) {
            PlantedFamilies planted = PlantedFamilies.inTwos(FAMILIES / 2, VARIANTS, 0.92, apart, new Random(seed));
            FoundFamilies found = new FoundFamilies(planted.texts());
            assertThat(found.similarity(0, VARIANTS + 1)).isCloseTo(apart, within(0.1));
            assertThat(AdjustedRandIndex.of(planted.families(), found.under(Similarity.STANDARD)))
                    .isEqualTo(1);
        }
    }

    @Test
    void variantsThatAreSixTenthsSimilarAreNoFamily() {
        PlantedFamilies planted = PlantedFamilies.of(FAMILIES, 1, 0.6, new Random(4));
        int[] found = new FoundFamilies(planted.texts()).under(Similarity.STANDARD);

        assertThat(IntStream.of(found).distinct().count())
                .isEqualTo(planted.texts().size());
    }

    @Test
    void aLooserRuleNeverPartsWhatAStricterOneConnects() {
        PlantedFamilies planted = PlantedFamilies.of(FAMILIES, VARIANTS, 0.8, new Random(5));
        FoundFamilies found = new FoundFamilies(planted.texts());
        int[] loose = found.under(Similarity.LOOSE);
        int[] standard = found.under(Similarity.STANDARD);
        int[] strict = found.under(Similarity.STRICT);
        for (int text = 0; text < loose.length; text++) {
            assertThat(loose[text]).isEqualTo(loose[standard[text]]);
            assertThat(standard[text]).isEqualTo(standard[strict[text]]);
        }
    }

    @Test
    void whatThousandsSayWithSmallChangesIsOneFamilyThoughItsBucketsAreCut() {
        PlantedFamilies planted = PlantedFamilies.of(1, 3_000, 0.93, new Random(6));
        FoundFamilies found = new FoundFamilies(planted.texts());

        assertThat(IntStream.of(found.under(Similarity.STANDARD)).distinct().count())
                .isEqualTo(1);
        assertThat(found.comparisons())
                .as("of 4.5 million pairs")
                .isLessThan(3_000 * MinHashBands.STANDARD.bands() * BucketPairs.NEXT);
    }

    /** The curve in the file is what this code finds. */
    @Test
    void theCommittedCurveIsWhatIsFound() throws IOException {
        String curve = curve();
        if ("write".equals(System.getProperty(PROPERTY))) {
            Files.writeString(RECOVERY, curve);
        }
        assertThat(RECOVERY).content(StandardCharsets.UTF_8).isEqualTo(curve);
    }

    private static String curve() {
        return IntStream.rangeClosed(10, 20)
                .mapToObj(twentieths -> point(twentieths / 20.0))
                .collect(Collectors.joining(
                        "\n",
                        "planted_similarity,mean_similarity,share_at_least_0.8,share_compared,share_compared_in_theory,"
                                + "share_in_family,ari_0.7,ari_0.8,ari_0.9\n",
                        "\n"));
    }

    private static String point(double similarity) {
        PlantedFamilies planted = PlantedFamilies.of(FAMILIES, VARIANTS, similarity, new Random(20_190_315));
        FoundFamilies found = new FoundFamilies(planted.texts());
        List<Integer> variants = IntStream.range(0, planted.texts().size())
                .filter(text -> text % (VARIANTS + 1) != 0)
                .boxed()
                .toList();
        int[] standard = found.under(Similarity.STANDARD);
        double[] values = {
            similarity,
            mean(variants, text -> found.similarity(first(text), text)),
            mean(variants, text -> Similarity.STANDARD.holds(found.similarity(first(text), text)) ? 1 : 0),
            mean(variants, text -> found.areCompared(first(text), text) ? 1 : 0),
            mean(variants, text -> MinHashBands.STANDARD.recall(found.similarity(first(text), text))),
            mean(variants, text -> standard[text] == standard[first(text)] ? 1 : 0),
            AdjustedRandIndex.of(planted.families(), found.under(Similarity.LOOSE)),
            AdjustedRandIndex.of(planted.families(), standard),
            AdjustedRandIndex.of(planted.families(), found.under(Similarity.STRICT))
        };
        return IntStream.range(0, values.length)
                .mapToObj(i -> String.format(Locale.ROOT, i == 0 ? "%.2f" : "%.3f", values[i]))
                .collect(Collectors.joining(","));
    }

    private static int first(int text) {
        return text - text % (VARIANTS + 1);
    }

    private static double mean(List<Integer> texts, ToDoubleFunction<Integer> value) {
        return texts.stream().mapToDouble(value).average().orElseThrow();
    }
}
