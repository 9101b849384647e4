// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.ModelClassifier;
import org.tilik.classify.Targets;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;

class ModelTrainerTest {
    private static final TrainingSettings SETTINGS =
            new TrainingSettings(new NetworkShape(13, 8), 8, 0.2, 0.02, 0.05, 0.3, 40, 40, 1, 0.2, 11);

    private static final String EVERYDAY =
            "[meal hateful=0 extremist_support=0]\n" + "the soup is (warm|cold)\n".repeat(9);

    @TempDir
    static Path folder;

    private static Templates templates;
    private static TrainedModel trained;

    private static TrainedModel train(List<String> progress) {
        ModelTrainer trainer =
                new ModelTrainer(SETTINGS, InventedWorld.LANGUAGES, ConceptLexicon.none(), progress::add);
        return trainer.train("invented", InventedWorld.rows(900, 1), EnumSet.of(Tier.P), templates);
    }

    @BeforeAll
    static void trainOnce() throws IOException {
        StringBuilder lines = new StringBuilder("[slot G]\nAmber League\nReed Circle\n");
        lines.append("[support extremist_support=1]\n").append("I will always follow the {G}\n".repeat(9));
        lines.append("[report extremist_support=0]\n").append("the court met about the {G}\n".repeat(9));
        templates = new Templates(List.of(grammar("constructions", lines)), List.of(grammar("everyday", EVERYDAY)));
        trained = train(new ArrayList<>());
    }

    private static ConstructionGrammar grammar(String part, CharSequence lines) throws IOException {
        Path file = Files.createDirectories(folder.resolve(part)).resolve("en.txt");
        return ConstructionGrammar.read(Files.writeString(file, lines));
    }

    private static GroupMetrics metrics(List<GroupMetrics> rows, Head head, String groupBy, String group) {
        return rows.stream()
                .filter(each -> each.head() == head
                        && each.groupBy().equals(groupBy)
                        && each.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "HATEFUL, all, all",
        "HATEFUL, language, en",
        "HATEFUL, language, id",
        "HATEFUL, dataset, sim-indonesian",
        "OFFENSIVE, all, all",
        "EXTREMIST_SUPPORT, language, en"
    })
    void whatDecidesIsLearnt(Head head, String groupBy, String group) {
        GroupMetrics metrics = metrics(trained.metrics(), head, groupBy, group);

        assertThat(metrics.metrics().auc()).isGreaterThan(0.97);
        assertThat(metrics.metrics().macroF1()).isGreaterThan(0.9);
        assertThat(metrics.metrics().texts()).isPositive();
    }

    @Test
    void theBaselineIsMeasuredOnTheSameTexts() {
        GroupMetrics network = metrics(trained.metrics(), Head.HATEFUL, "all", "all");
        GroupMetrics baseline = metrics(trained.baseline(), Head.HATEFUL, "all", "all");

        assertThat(baseline.metrics().texts())
                .isEqualTo(network.metrics().texts())
                .isEqualTo(300);
        assertThat(baseline.metrics().auc()).isGreaterThan(0.9);
    }

    @Test
    void theModelLabelsNewSentences() {
        TextClassifier classifier = new ModelClassifier("invented-0", trained.model(), InventedWorld.LANGUAGES);

        Classification cold = classifier.classify("We SHUN the Lakemen, as ever");
        Classification warm = classifier.classify("kami menyapa orang Lakemen");

        assertThat(classifier.reaches(cold, Head.HATEFUL)).isTrue();
        assertThat(classifier.reaches(warm, Head.HATEFUL)).isFalse();
        assertThat(cold.hateful()).isGreaterThan(0.5);
        assertThat(warm.hateful()).isLessThan(0.5);
        assertThat(warm.language()).isEqualTo("id");
    }

    @Test
    void aHeadThatNoTextStatesLearnsNothing() {
        NetworkWeights weights = trained.model().weights();
        int counter = NetworkShape.index(Head.COUNTER);
        for (int i = counter; i < weights.table().length; i += NetworkShape.ROW) {
            assertThat(weights.table()[i]).isZero();
        }

        assertThat(weights.directBias()[counter]).isZero();
        assertThat(weights.outputBias()[counter]).isZero();
        assertThat(trained.metrics()).noneMatch(each -> each.head() == Head.COUNTER);
    }

    @Test
    void textsAreCountedByDataSet() {
        assertThat(trained.trainingTexts().keySet()).containsExactly("sim-english", "sim-indonesian");
        assertThat(trained.trainingTexts().values().stream().mapToInt(i -> i).sum())
                .isEqualTo(600);
        assertThat(trained.constructions()).isEqualTo(120);
    }

    @Test
    void theSameTextsGiveTheSameModelToTheByte() throws IOException {
        List<String> progress = new ArrayList<>();
        TrainedModel again = train(progress);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        ModelFile.write(trained.model(), first);
        ModelFile.write(again.model(), second);

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(again.metrics()).isEqualTo(trained.metrics());
        assertThat(again.baseline()).isEqualTo(trained.baseline());
        assertThat(progress).hasSize(2 + SETTINGS.epochs()).allMatch(line -> !line.isBlank());
    }

    @Test
    void theNetworkUnlearnsNothingOfOneHeadByTextsOfAnother() {
        LabelledText text =
                new LabelledText("sim", "en", "we greet the Ostrans", new Targets(Map.of(Head.OFFENSIVE, 1)));
        ModelTrainer trainer = new ModelTrainer(SETTINGS, InventedWorld.LANGUAGES, ConceptLexicon.none(), line -> {});
        TrainedModel only = trainer.train(
                "one",
                List.of(new LabelledFile.Row(Tier.P, true, text), new LabelledFile.Row(Tier.P, false, text)),
                EnumSet.of(Tier.P),
                new Templates(List.of(), List.of()));

        assertThat(only.model().weights().directBias()[NetworkShape.index(Head.OFFENSIVE)])
                .isPositive();
        assertThat(only.model().weights().directBias()[NetworkShape.index(Head.HATEFUL)])
                .isZero();
    }
}
