// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;

/** Trains a network on rows, one after the other on one thread, so that the same rows give the same weights. */
final class NetworkTraining {
    private final TrainingSettings settings;
    private final Consumer<String> progress;

    /**
     * A training.
     *
     * @param settings how
     * @param progress receives a line for each epoch
     */
    NetworkTraining(TrainingSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    NetworkWeights train(List<TrainingRow> rows) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        TrainableNetwork network = new TrainableNetwork(settings.shape(), random.split());
        Thinning thinning = new Thinning(settings.tokensLeftOut(), settings.featuresLeftOut(), random.split());
        SplittableRandom order = random.split();
        TrainingRow[] shuffled = rows.toArray(TrainingRow[]::new);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(shuffled, order);
            double left = 1 - (double) epoch / settings.epochs();
            double loss = epoch(network, thinning, shuffled, left);
            progress.accept(String.format("epoch %d of %d: loss %.4f", epoch + 1, settings.epochs(), loss));
        }
        return Quantisation.of(network);
    }

    private double epoch(TrainableNetwork network, Thinning thinning, TrainingRow[] rows, double left) {
        float step = (float) (settings.step() * left);
        float denseStep = (float) (settings.denseStep() * left);
        float[] directErrors = new float[NetworkShape.HEADS];
        float[] convolvedErrors = new float[NetworkShape.HEADS];
        double loss = 0;
        long stated = 0;
        for (TrainingRow row : rows) {
            thinning.show(row);
            network.answer(thinning);
            for (int head = 0; head < NetworkShape.HEADS; head++) {
                byte target = row.targets()[head];
                directErrors[head] = 0;
                convolvedErrors[head] = 0;
                if (target != TrainingRow.UNSTATED) {
                    directErrors[head] = row.weight() * (float) (probability(network.direct[head]) - target);
                    convolvedErrors[head] = row.weight() * (float) (probability(network.convolved[head]) - target);
                    double mean = probability((network.direct[head] + network.convolved[head]) / 2);
                    loss -= StrictMath.log(Math.max(1e-9, target == 1 ? mean : 1 - mean));
                    stated++;
                }
            }
            network.learn(thinning, directErrors, convolvedErrors, step, denseStep);
        }
        return loss / Math.max(1, stated);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private static void shuffle(TrainingRow[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            TrainingRow row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }
}
