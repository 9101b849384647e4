// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.tilik.classify.Head;
import org.tilik.classify.features.LexiconBytes;

/**
 * Writes and reads a model: gzip over a fixed sequence of numbers and strings. It holds hashed weights and the words of
 * the lexicon, and no text that it was trained on.
 */
public final class ModelFile {
    /** Name of the file in a model's folder. */
    public static final String NAME = "model.bin";

    private static final int MAGIC = 0x54494C4B;
    private static final int VERSION = 1;
    private static final int MOST_LANGUAGES = 1000;

    private ModelFile() {}

    /** Writes a model; the same model gives the same bytes. */
    public static void write(Model model, OutputStream target) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(target, 1 << 16);
        DataOutputStream out = new DataOutputStream(packed);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(model.name());
        model.weights().write(out);
        writeCalibration(model.calibration(), out);
        LexiconBytes.write(model.lexicon(), out);
        out.flush();
        packed.finish();
    }

    /** Reads a model; content that is none is an error that says so. */
    public static Model read(InputStream source) throws IOException {
        try {
            return readPacked(source);
        } catch (ZipException | EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw new IOException(
                    "This is no model in Tilik's format, or it is damaged (" + e.getMessage()
                            + "). Copy it anew, or train it again.",
                    e);
        }
    }

    private static Model readPacked(InputStream source) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(source, 1 << 16), 1 << 16));
        int magic = in.readInt();
        int version = in.readInt();
        if (magic != MAGIC || version != VERSION) {
            throw new IOException("This is no model of version " + VERSION + " of Tilik's format; it begins with "
                    + Integer.toHexString(magic) + " and " + version + ". Train it again with this version.");
        }
        String name = in.readUTF();
        NetworkWeights weights = NetworkWeights.read(in);
        Calibration calibration = readCalibration(in);
        Model model = new Model(name, weights, calibration, LexiconBytes.read(in));
        // Only whoever reads to the end learns whether the checksum of the packed bytes holds.
        if (in.read() >= 0) {
            throw new IOException("The model goes on behind its end; the file is damaged.");
        }
        return model;
    }

    private static void writeCalibration(Calibration calibration, DataOutputStream out) throws IOException {
        Map<String, EnumMap<Head, HeadCalibration>> sorted = new TreeMap<>(calibration.byLanguage());
        out.writeInt(sorted.size());
        for (Map.Entry<String, EnumMap<Head, HeadCalibration>> entry : sorted.entrySet()) {
            out.writeUTF(entry.getKey());
            for (Head head : Head.values()) {
                HeadCalibration values = entry.getValue().get(head);
                out.writeDouble(values.slope());
                out.writeDouble(values.intercept());
                out.writeDouble(values.threshold());
            }
        }
    }

    private static Calibration readCalibration(DataInputStream in) throws IOException {
        int languages = in.readInt();
        if (languages < 1 || languages > MOST_LANGUAGES) {
            throw new IOException("The model states calibrations of " + languages + " languages; the file is damaged.");
        }
        Map<String, Map<Head, HeadCalibration>> calibrations = new HashMap<>();
        for (int i = 0; i < languages; i++) {
            EnumMap<Head, HeadCalibration> heads = new EnumMap<>(Head.class);
            String language = in.readUTF();
            for (Head head : Head.values()) {
                heads.put(head, new HeadCalibration(in.readDouble(), in.readDouble(), in.readDouble()));
            }
            calibrations.put(language, heads);
        }
        return new Calibration(calibrations);
    }
}
