// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weights of a network as they are stored.
 *
 * @param shape sizes
 * @param table a row of {@link NetworkShape#ROW} bytes for each hashed feature
 * @param scale what one step of a byte is worth, for each place of a row
 * @param kernel weights of the convolution: by token of the window, place in the space, filter
 * @param kernelBias constant of each filter
 * @param output weights from filters to heads: by head, first greatest then summed answers
 * @param directBias constant of each head in the linear sum
 * @param outputBias constant of each head in the convolution
 */
public record NetworkWeights(
        NetworkShape shape,
        byte[] table,
        float[] scale,
        float[] kernel,
        float[] kernelBias,
        float[] output,
        float[] directBias,
        float[] outputBias) {
    /** Weights whose sizes fit the shape. */
    public NetworkWeights {
        boolean fits = table.length == shape.rows() * NetworkShape.ROW
                && scale.length == NetworkShape.ROW
                && kernel.length == shape.kernelSize()
                && kernelBias.length == shape.filters()
                && output.length == shape.outputSize()
                && directBias.length == NetworkShape.HEADS
                && outputBias.length == NetworkShape.HEADS;
        if (!fits) {
            throw new IllegalArgumentException("The weights do not fit " + shape + ".");
        }
    }

    /** The network with these weights. */
    public Network network() {
        return new Network(this);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(shape.tableBits());
        out.writeInt(shape.filters());
        out.write(table);
        for (float[] weights : floats()) {
            for (float weight : weights) {
                out.writeFloat(weight);
            }
        }
    }

    private float[][] floats() {
        return new float[][] {scale, kernel, kernelBias, output, directBias, outputBias};
    }

    static NetworkWeights read(DataInputStream in) throws IOException {
        NetworkShape shape = new NetworkShape(in.readInt(), in.readInt());
        byte[] table = new byte[shape.rows() * NetworkShape.ROW];
        in.readFully(table);
        NetworkWeights weights = new NetworkWeights(
                shape,
                table,
                new float[NetworkShape.ROW],
                new float[shape.kernelSize()],
                new float[shape.filters()],
                new float[shape.outputSize()],
                new float[NetworkShape.HEADS],
                new float[NetworkShape.HEADS]);
        for (float[] values : weights.floats()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
        }
        return weights;
    }
}
