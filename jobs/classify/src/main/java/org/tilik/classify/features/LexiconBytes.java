// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads a lexicon within a model file. */
public final class LexiconBytes {
    private static final int MOST_CONCEPTS = 100_000;
    private static final int MOST_FORMS = 10_000_000;

    private LexiconBytes() {}

    /** Writes concepts, fields and forms in their order. */
    public static void write(ConceptLexicon lexicon, DataOutputStream out) throws IOException {
        out.writeInt(lexicon.names().size());
        for (int i = 0; i < lexicon.names().size(); i++) {
            out.writeUTF(lexicon.names().get(i));
            out.writeUTF(lexicon.fieldName(i));
        }
        out.writeInt(lexicon.forms().size());
        for (ConceptForm form : lexicon.forms()) {
            out.writeUTF(form.language());
            out.writeInt(form.concept());
            out.writeByte(form.words().length);
            for (int w = 0; w < form.words().length; w++) {
                out.writeUTF(new String(form.words()[w]));
                out.writeBoolean(form.prefix()[w]);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ConceptLexicon read(DataInputStream in) throws IOException {
        int concepts = count(in.readInt(), MOST_CONCEPTS);
        List<String> names = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < concepts; i++) {
            names.add(in.readUTF());
            fields.add(in.readUTF());
        }
        int count = count(in.readInt(), MOST_FORMS);
        List<ConceptForm> forms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            forms.add(readForm(in, concepts));
        }
        return new ConceptLexicon(names, fields, forms);
    }

    private static ConceptForm readForm(DataInputStream in, int concepts) throws IOException {
        String language = in.readUTF().intern();
        int concept = in.readInt();
        if (concept < 0 || concept >= concepts) {
            throw new IOException(
                    "A form of the lexicon names concept " + concept + " of " + concepts + "; the model is damaged.");
        }
        int words = in.readUnsignedByte();
        char[][] letters = new char[words][];
        boolean[] prefix = new boolean[words];
        for (int w = 0; w < words; w++) {
            letters[w] = in.readUTF().toCharArray();
            prefix[w] = in.readBoolean();
        }
        return new ConceptForm(language, letters, prefix, concept);
    }

    private static int count(int stated, int most) throws IOException {
        if (stated < 0 || stated > most) {
            throw new IOException("The lexicon states " + stated + " entries; the model is damaged.");
        }
        return stated;
    }
}
