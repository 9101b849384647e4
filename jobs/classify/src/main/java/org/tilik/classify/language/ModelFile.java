// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The weights file: gzip of a header and, for each writing system, its languages, biases, calibration and n-grams. */
final class ModelFile {
    private static final int MAGIC = 0x544C4944;
    private static final int VERSION = 1;

    private ModelFile() {}

    /**
     * What one model is made of, as trained.
     *
     * @param closer whether it takes a closer look at some languages of a system that has a model of all
     */
    record Part(
            WritingSystem system,
            boolean closer,
            List<String> languages,
            float[] biases,
            float scale,
            Calibration calibration,
            int[] hashes,
            byte[] weights) {
        Part with(Calibration fitted) {
            return new Part(system, closer, languages, biases, scale, fitted, hashes, weights);
        }

        Part with(float[] moved) {
            return new Part(system, closer, languages, moved, scale, calibration, hashes, weights);
        }

        NgramModel model() {
            return new NgramModel(system, closer, languages, biases, scale, calibration, hashes, weights);
        }
    }

    static void write(List<Part> parts, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)))) {
            data.writeInt(MAGIC);
            data.writeInt(VERSION);
            data.writeInt(parts.size());
            for (Part part : parts) {
                writePart(part, data);
            }
        }
    }

    private static void writePart(Part part, DataOutputStream data) throws IOException {
        data.writeUTF(part.system().name());
        data.writeBoolean(part.closer());
        data.writeInt(part.languages().size());
        for (int i = 0; i < part.languages().size(); i++) {
            data.writeUTF(part.languages().get(i));
            data.writeFloat(part.biases()[i]);
        }
        data.writeFloat(part.scale());
        for (float coefficient : part.calibration().coefficients()) {
            data.writeFloat(coefficient);
        }
        data.writeInt(part.hashes().length);
        for (int hash : part.hashes()) {
            data.writeInt(hash);
        }
        data.write(part.weights());
    }

    static List<NgramModel> read(InputStream in) throws IOException {
        return parts(in).stream().map(Part::model).toList();
    }

    static List<Part> parts(InputStream in) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            if (data.readInt() != MAGIC || data.readInt() != VERSION) {
                throw new IOException("not a file of language weights of version " + VERSION);
            }
            List<Part> parts = new ArrayList<>();
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                parts.add(readPart(data));
            }
            return parts;
        }
    }

    private static Part readPart(DataInputStream data) throws IOException {
        WritingSystem system = WritingSystem.valueOf(data.readUTF());
        boolean closer = data.readBoolean();
        int size = data.readInt();
        List<String> languages = new ArrayList<>();
        float[] biases = new float[size];
        for (int i = 0; i < size; i++) {
            languages.add(data.readUTF());
            biases[i] = data.readFloat();
        }
        float scale = data.readFloat();
        float[] coefficients = new float[Calibration.SIZE];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = data.readFloat();
        }
        int[] hashes = new int[data.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = data.readInt();
        }
        byte[] weights = new byte[hashes.length * size];
        data.readFully(weights);
        return new Part(system, closer, languages, biases, scale, new Calibration(coefficients), hashes, weights);
    }
}
