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
            out.writeByte(form.words().size());
            for (int w = 0; w < form.words().size(); w++) {
                out.writeUTF(new String(form.words().get(w)));
                out.writeBoolean(form.prefix().get(w));
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
        List<char[]> letters = new ArrayList<>();
        List<Boolean> prefix = new ArrayList<>();
        for (int w = 0; w < words; w++) {
            letters.add(in.readUTF().toCharArray());
            prefix.add(in.readBoolean());
        }
        return new ConceptForm(language, List.copyOf(letters), List.copyOf(prefix), concept);
    }

    private static int count(int stated, int most) throws IOException {
        if (stated < 0 || stated > most) {
            throw new IOException("The lexicon states " + stated + " entries; the model is damaged.");
        }
        return stated;
    }
}
