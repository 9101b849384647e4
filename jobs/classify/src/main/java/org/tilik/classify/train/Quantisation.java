// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.Arrays;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;

/** Rounds the table of a trained network to one byte a weight, place by place of its rows. */
final class Quantisation {
    private static final int STEPS = 127;

    /** Of each place this share of the largest weights is cut to the greatest byte, which leaves finer steps to the rest. */
    private static final double CUT_SHARE = 2e-5;

    private Quantisation() {}

    static NetworkWeights of(TrainableNetwork network) {
        NetworkShape shape = network.shape();
        float[] scale = new float[NetworkShape.ROW];
        byte[] bytes = new byte[network.table.length];
        float[] column = new float[shape.rows()];
        for (int place = 0; place < NetworkShape.ROW; place++) {
            for (int row = 0; row < column.length; row++) {
                column[row] = Math.abs(network.table[row * NetworkShape.ROW + place]);
            }
            Arrays.sort(column);
            float greatest = column[column.length - 1 - (int) (CUT_SHARE * column.length)];
            scale[place] = greatest == 0 ? 1 : greatest / STEPS;
            for (int row = 0; row < column.length; row++) {
                int at = row * NetworkShape.ROW + place;
                int steps = Math.round(network.table[at] / scale[place]);
                bytes[at] = (byte) Math.max(-STEPS, Math.min(STEPS, steps));
            }
        }
        return new NetworkWeights(
                shape,
                bytes,
                scale,
                network.kernel.clone(),
                network.kernelBias.clone(),
                network.output.clone(),
                network.directBias.clone(),
                network.outputBias.clone());
    }
}
