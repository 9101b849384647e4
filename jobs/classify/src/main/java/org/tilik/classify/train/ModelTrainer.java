// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.evaluate.GroupedScores;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.features.FeatureExtractor;
import org.tilik.classify.features.TextFeatures;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.Network;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;
import org.tilik.classify.language.LanguageIdentifier;

/**
 * Trains a model on labelled texts and constructions, calibrates it on development texts, and says how right it is.
 *
 * <p>All heads learn together, each from the texts that state its label. Texts of training are prepared by all processors,
 * learning goes on one of them: the same texts, settings and lexicon give the same model. Takes minutes; 400,000 texts
 * were trained on in a heap of 9 GB.
 */
public final class ModelTrainer {
    private static final int RESAMPLES = 1000;
    private static final int NOISY_PART_OF_LABELLED = 10;
    private static final int FEWEST_LABELLED = 100;
    private static final int NO_HALF = -1;

    private final TrainingSettings settings;
    private final LanguageIdentifier languages;
    private final FeatureExtractor extractor;
    private final Consumer<String> progress;

    /**
     * A trainer.
     *
     * @param settings how to train
     * @param languages tells the language of each text, as it will for texts to be scored
     * @param lexicon concepts that features know
     * @param progress receives lines that say how far the training is
     */
    public ModelTrainer(
            TrainingSettings settings,
            LanguageIdentifier languages,
            ConceptLexicon lexicon,
            Consumer<String> progress) {
        this.settings = settings;
        this.languages = languages;
        this.extractor = new FeatureExtractor(lexicon);
        this.progress = progress;
    }

    /** Where a text that is not trained on is from. */
    private enum Origin {
        POSTS,
        CONSTRUCTIONS,
        EVERYDAY
    }

    /**
     * A text that is not trained on, and its log odds.
     *
     * @param calibrates whether calibration may learn from it
     */
    private record Scored(LabelledText text, Origin origin, String language, float[] logOdds, boolean calibrates) {}

    /**
     * Trains a model of this name.
     *
     * @param rows labelled texts; development texts of all tiers are measured
     * @param tiers tiers that training and calibration learn from
     * @param templates templates to learn from
     */
    public TrainedModel train(String name, List<LabelledFile.Row> rows, Set<Tier> tiers, Templates templates) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<LabelledText> labelled = new ArrayList<>();
        List<LabelledFile.Row> development = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (LabelledFile.Row row : rows) {
            if (!row.training()) {
                development.add(new LabelledFile.Row(row.tier(), false, OrdinaryTexts.asNotSupporting(row.text())));
            } else if (tiers.contains(row.tier())) {
                labelled.add(OrdinaryTexts.asNotSupporting(row.text()));
                counts.merge(row.text().source(), 1, Integer::sum);
            }
        }
        List<LabelledText> sentences = new ArrayList<>();
        sentences.addAll(
                DrawnSentences.draw(templates.constructions(), true, settings.sentencesPerKind(), random.split()));
        sentences.addAll(DrawnSentences.draw(templates.everyday(), true, settings.everydayPerKind(), random.split()));
        List<TrainingRow> prepared = prepare(labelled, 1);
        progress.accept("the n-gram baseline learns");
        List<GroupMetrics> baseline = baseline(prepared, development, tiers);
        List<TrainingRow> all = new ArrayList<>(prepared);
        all.addAll(prepare(misspelt(labelled, settings.noisyShare() / NOISY_PART_OF_LABELLED, random.split()), 1));
        all.addAll(prepare(sentences, (float) settings.sentenceWeight()));
        all.addAll(
                prepare(misspelt(sentences, settings.noisyShare(), random.split()), (float) settings.sentenceWeight()));
        progress.accept(String.format(
                "%,d texts to learn from: %,d labelled, %,d drawn from constructions, the rest misspelt copies",
                all.size(), labelled.size(), sentences.size()));
        NetworkWeights weights = new NetworkTraining(settings, progress).train(all);
        Network network = weights.network();
        List<Scored> scored = development.parallelStream()
                .map(row -> score(row.text(), Origin.POSTS, tiers.contains(row.tier()), network::score))
                .toList();
        List<Scored> scoredSentences = new ArrayList<>();
        scoredSentences.addAll(keptBack(templates.constructions(), Origin.CONSTRUCTIONS, random.split(), network));
        scoredSentences.addAll(keptBack(templates.everyday(), Origin.EVERYDAY, random.split(), network));
        Model model = new Model(name, weights, fit(scored, scoredSentences, NO_HALF), extractor.lexicon());
        GroupedScores measured = measure(scored, scoredSentences);
        return new TrainedModel(
                model, counts, sentences.size(), measured.metrics(RESAMPLES, settings.seed()), baseline);
    }

    /** Sentences of the templates that were kept back. */
    private List<Scored> keptBack(
            List<ConstructionGrammar> grammars, Origin origin, SplittableRandom random, Network network) {
        return DrawnSentences.draw(grammars, false, Math.max(1, settings.sentencesPerKind() / 3), random)
                .parallelStream()
                .map(text -> score(text, origin, true, network::score))
                .toList();
    }

    /** How right logistic regression on n-grams of the same labelled texts is, calibrated in the same way. */
    private List<GroupMetrics> baseline(
            List<TrainingRow> training, List<LabelledFile.Row> development, Set<Tier> tiers) {
        NgramBaseline baseline = NgramBaseline.train(training, settings.shape().rows(), settings.seed());
        List<Scored> scored = development.parallelStream()
                .map(row -> score(
                        row.text(),
                        Origin.POSTS,
                        tiers.contains(row.tier()),
                        features -> baseline.score(
                                TrainingRow.of(features, row.text().targets(), 1, settings.shape()))))
                .toList();
        return measure(scored, List.of()).metrics(RESAMPLES, settings.seed());
    }

    /** Copies of a share of these texts, written the way people misspell. */
    private static List<LabelledText> misspelt(List<LabelledText> texts, double share, SplittableRandom random) {
        List<LabelledText> misspelt = new ArrayList<>();
        for (LabelledText text : texts) {
            if (random.nextDouble() < share) {
                misspelt.add(new LabelledText(
                        text.source(), text.language(), SpellingNoise.apply(text.text(), random), text.targets()));
            }
        }
        return misspelt;
    }

    private List<TrainingRow> prepare(List<LabelledText> texts, float weight) {
        return texts.parallelStream()
                .map(text -> {
                    String language = languages.identify(text.text()).language();
                    TextFeatures features = extractor.extract(text.text(), language);
                    return TrainingRow.of(features, text.targets(), weight, settings.shape());
                })
                .toList();
    }

    private Scored score(LabelledText text, Origin origin, boolean calibrates, Function<TextFeatures, float[]> scorer) {
        String language = languages.identify(text.text()).language();
        return new Scored(text, origin, language, scorer.apply(extractor.extract(text.text(), language)), calibrates);
    }

    /**
     * Fits on all texts but every second one that begins at this remainder. Heads of which few labelled texts exist are
     * fitted on sentences too; where there are none, ordinary talk sets the threshold.
     */
    private static Calibration fit(List<Scored> development, List<Scored> sentences, int leftOut) {
        CalibrationFit fit = new CalibrationFit();
        List<Scored> posts =
                allBut(leftOut, development).stream().filter(Scored::calibrates).toList();
        List<Scored> drawn = allBut(leftOut, sentences);
        for (Head head : Head.values()) {
            long labelled = posts.stream()
                    .filter(scored -> scored.text().targets().of(head).orElse(0) == 1)
                    .count();
            posts.forEach(scored -> add(fit, scored, head));
            if (labelled < FEWEST_LABELLED) {
                drawn.forEach(scored -> add(fit, scored, head));
            }
            if (labelled == 0) {
                Stream.concat(posts.stream(), drawn.stream())
                        .filter(scored -> scored.origin() != Origin.CONSTRUCTIONS)
                        .filter(scored -> scored.text().targets().of(head).equals(OptionalInt.of(0)))
                        .forEach(scored -> fit.addOrdinary(
                                head, scored.language(), scored.origin().name(), logOdds(scored, head)));
            }
        }
        return fit.fit();
    }

    private static List<Scored> allBut(int leftOut, List<Scored> texts) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % 2 != leftOut)
                .mapToObj(texts::get)
                .toList();
    }

    private static void add(CalibrationFit fit, Scored scored, Head head) {
        scored.text()
                .targets()
                .of(head)
                .ifPresent(label -> fit.add(head, scored.language(), logOdds(scored, head), label == 1));
    }

    private static double logOdds(Scored scored, Head head) {
        return scored.logOdds()[NetworkShape.index(head)];
    }

    /** Measures each half of the texts with the calibration that was fitted on the other. */
    private static GroupedScores measure(List<Scored> development, List<Scored> sentences) {
        GroupedScores groups = new GroupedScores();
        for (int half = 0; half < 2; half++) {
            Calibration calibration = fit(development, sentences, half);
            int remainder = half;
            IntStream.range(0, development.size())
                    .filter(i -> i % 2 == remainder)
                    .forEach(i -> add(groups, development.get(i), calibration));
            IntStream.range(0, sentences.size())
                    .filter(i -> i % 2 == remainder)
                    .forEach(i -> addSentence(groups, sentences.get(i), calibration));
        }
        return groups;
    }

    private static void add(GroupedScores groups, Scored scored, Calibration calibration) {
        for (Head head : Head.values()) {
            Map<String, String> memberOf = Map.of(
                    "language",
                    scored.text().language(),
                    "dataset",
                    scored.text().source());
            add(groups, scored, calibration, head, memberOf);
        }
    }

    /** Constructions are all that is known of support; for other heads they would hide the error on real texts. */
    private static void addSentence(GroupedScores groups, Scored scored, Calibration calibration) {
        Map<String, String> memberOf = Map.of("language", scored.text().language());
        add(groups, scored, calibration, Head.EXTREMIST_SUPPORT, memberOf);
    }

    private static void add(
            GroupedScores groups, Scored scored, Calibration calibration, Head head, Map<String, String> memberOf) {
        scored.text().targets().of(head).ifPresent(label -> {
            HeadCalibration values = calibration.of(scored.language(), head);
            double probability = values.probability(logOdds(scored, head));
            groups.add(head, probability, probability >= values.threshold(), label == 1, memberOf);
        });
    }
}
