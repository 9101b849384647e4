// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.tokens.QuotationSpans;

/** Concepts, their fields, and sequences of two and three of them, with whether they are quoted. */
final class ConceptFeatures {
    private static final int NEAR_TOKENS = 6;
    private static final int CONCEPT = 0x12345671;
    private static final int FIELD = 0x76543211;
    private static final int QUOTED = 0x2468ACE1;
    private static final int CONCEPT_CONCEPT = 0x11111111;
    private static final int FIELD_FIELD_NEAR = 0x22222221;
    private static final int FIELD_FIELD_FAR = 0x22222223;
    private static final int CONCEPT_FIELD = 0x33333331;
    private static final int FIELD_CONCEPT = 0x44444441;
    private static final int THREE_FIELDS = 0x55555551;
    private static final int FIELD_GAP_FIELD = 0x66666661;
    private static final int TWO_FIELDS_CONCEPT = 0x77777771;

    private final ConceptLexicon lexicon;
    private final NormalText text;
    private final QuotationSpans quotes;
    private final TextFeatures out;

    ConceptFeatures(ConceptLexicon lexicon, NormalText text, QuotationSpans quotes, TextFeatures out) {
        this.lexicon = lexicon;
        this.text = text;
        this.quotes = quotes;
        this.out = out;
    }

    /** Adds the features of these concepts as far as their tokens are below the limit. */
    void add(Concepts found, int tokens) {
        int lastToken = -1;
        int concept1 = -1;
        int field1 = -1;
        int field2 = -1;
        for (int i = 0; i < found.size() && found.token(i) < tokens; i++) {
            int token = found.token(i);
            int concept = found.concept(i);
            int field = lexicon.field(concept);
            addOne(token, concept, field);
            // Only the first concept of a token takes part in sequences, so that their number stays linear.
            if (token != lastToken) {
                if (concept1 >= 0) {
                    addTwo(concept1, field1, concept, field, token - lastToken <= NEAR_TOKENS);
                }
                if (field2 >= 0) {
                    out.add(hash(THREE_FIELDS, field2, field1, field));
                    out.add(hash(FIELD_GAP_FIELD, field2, field));
                    out.add(hash(TWO_FIELDS_CONCEPT, field2, field1, concept));
                }
                field2 = field1;
                field1 = field;
                concept1 = concept;
                lastToken = token;
            }
        }
    }

    private void addOne(int token, int concept, int field) {
        int conceptHash = hash(CONCEPT, concept);
        int fieldHash = hash(FIELD, field);
        out.add(conceptHash);
        out.add(fieldHash);
        out.addConcept(token, conceptHash);
        out.addConcept(token, fieldHash);
        if (quotes.count() > 0 && quotes.covers(text.origin(token))) {
            out.add(hash(QUOTED, field));
            out.addConcept(token, hash(QUOTED, -1));
        }
    }

    private void addTwo(int concept1, int field1, int concept, int field, boolean near) {
        out.add(hash(CONCEPT_CONCEPT, concept1, concept));
        out.add(hash(near ? FIELD_FIELD_NEAR : FIELD_FIELD_FAR, field1, field));
        out.add(hash(CONCEPT_FIELD, concept1, field));
        out.add(hash(FIELD_CONCEPT, field1, concept));
    }

    private static int hash(int kind, int a) {
        return Hashes.mix(Hashes.step(kind, a));
    }

    private static int hash(int kind, int a, int b) {
        return Hashes.mix(Hashes.step(Hashes.step(kind, a), b));
    }

    private static int hash(int kind, int a, int b, int c) {
        return Hashes.mix(Hashes.step(Hashes.step(Hashes.step(kind, a), b), c));
    }
}
