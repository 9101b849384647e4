// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tilik.classify.Head;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.evaluate.GroupedScores;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.features.FeatureExtractor;
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
 * learning goes on one of them: the same texts, settings and lexicon give the same model. Takes minutes, and about 3 KB of
 * memory a text.
 */
public final class ModelTrainer {
    private static final int RESAMPLES = 1000;
    private static final int NOISY_PART_OF_LABELLED = 10;

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

    /** A development text and its log odds. */
    private record Scored(LabelledText text, String language, float[] logOdds) {}

    /** Trains a model of this name. */
    public TrainedModel train(String name, List<LabelledFile.Row> rows, List<ConstructionGrammar> grammars) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<LabelledText> training = new ArrayList<>();
        List<LabelledText> development = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (LabelledFile.Row row : rows) {
            (row.training() ? training : development).add(row.text());
            if (row.training()) {
                counts.merge(row.text().source(), 1, Integer::sum);
            }
        }
        List<LabelledText> constructions =
                DrawnSentences.draw(grammars, true, settings.sentencesPerKind(), random.split());
        List<LabelledText> keptBack =
                DrawnSentences.draw(grammars, false, Math.max(1, settings.sentencesPerKind() / 4), random.split());
        List<LabelledText> noisy = noisy(training, constructions, random.split());
        int labelled = training.size();
        training.addAll(constructions);
        training.addAll(noisy);
        progress.accept(String.format(
                "%,d texts to learn from (%,d drawn from constructions, %,d misspelt copies), %,d to calibrate and test",
                training.size(), constructions.size(), noisy.size(), development.size() + keptBack.size()));
        List<TrainingRow> prepared =
                training.parallelStream().map(this::prepare).toList();
        List<GroupMetrics> baseline = baseline(prepared.subList(0, labelled), development);
        NetworkWeights weights = new NetworkTraining(settings, progress).train(prepared);
        Network network = weights.network();
        List<Scored> scored =
                development.parallelStream().map(text -> score(network, text)).toList();
        List<Scored> scoredSentences =
                keptBack.parallelStream().map(text -> score(network, text)).toList();
        Calibration calibration = fit(scored, scoredSentences, -1);
        Model model = new Model(name, weights, calibration, extractor.lexicon());
        GroupedScores measured = measure(scored, scoredSentences);
        return new TrainedModel(
                model, counts, constructions.size(), measured.metrics(RESAMPLES, settings.seed()), baseline);
    }

    /** How right logistic regression on n-grams of the same labelled texts is, calibrated in the same way. */
    private List<GroupMetrics> baseline(List<TrainingRow> training, List<LabelledText> development) {
        NgramBaseline baseline = NgramBaseline.train(training, settings.shape().rows(), settings.seed());
        List<Scored> scored = development.parallelStream()
                .map(text ->
                        new Scored(text, languages.identify(text.text()).language(), baseline.score(prepare(text))))
                .toList();
        return measure(scored, List.of()).metrics(RESAMPLES, settings.seed());
    }

    private List<LabelledText> noisy(
            List<LabelledText> labelled, List<LabelledText> constructions, SplittableRandom random) {
        List<LabelledText> noisy = new ArrayList<>();
        for (LabelledText text : constructions) {
            if (random.nextDouble() < settings.noisyShare()) {
                noisy.add(misspelt(text, random));
            }
        }
        for (LabelledText text : labelled) {
            if (random.nextDouble() < settings.noisyShare() / NOISY_PART_OF_LABELLED) {
                noisy.add(misspelt(text, random));
            }
        }
        return noisy;
    }

    private static LabelledText misspelt(LabelledText text, SplittableRandom random) {
        return new LabelledText(
                text.source(), text.language(), SpellingNoise.apply(text.text(), random), text.targets());
    }

    private TrainingRow prepare(LabelledText text) {
        String language = languages.identify(text.text()).language();
        return TrainingRow.of(extractor.extract(text.text(), language), text.targets(), settings.shape());
    }

    private Scored score(Network network, LabelledText text) {
        String language = languages.identify(text.text()).language();
        return new Scored(text, language, network.score(extractor.extract(text.text(), language)));
    }

    /** Fits on all texts but every second one that begins at this remainder; on all where it is negative. */
    private static Calibration fit(List<Scored> development, List<Scored> sentences, int leftOut) {
        CalibrationFit fit = new CalibrationFit();
        for (int i = 0; i < development.size(); i++) {
            if (i % 2 != leftOut) {
                add(fit, development.get(i), Head.HATEFUL, Head.OFFENSIVE, Head.COUNTER, Head.EXTREMIST_SUPPORT);
            }
        }
        for (int i = 0; i < sentences.size(); i++) {
            if (i % 2 != leftOut) {
                add(fit, sentences.get(i), Head.EXTREMIST_SUPPORT);
            }
        }
        return fit.fit();
    }

    private static void add(CalibrationFit fit, Scored scored, Head... heads) {
        for (Head head : heads) {
            scored.text()
                    .targets()
                    .of(head)
                    .ifPresent(label ->
                            fit.add(head, scored.language(), scored.logOdds()[NetworkShape.index(head)], label == 1));
        }
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
            double probability = values.probability(scored.logOdds()[NetworkShape.index(head)]);
            groups.add(head, probability, probability >= values.threshold(), label == 1, memberOf);
        });
    }
}
