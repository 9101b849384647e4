// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.Arrays;

/** Concepts found in a text, in the order of its tokens. */
final class Concepts {
    private int[] concepts = new int[64];
    private int[] tokens = new int[64];
    private int size;

    void add(int concept, int token) {
        if (size == concepts.length) {
            concepts = Arrays.copyOf(concepts, size * 2);
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        concepts[size] = concept;
        tokens[size++] = token;
    }

    /** Whether this concept was added at this place or later. */
    boolean has(int concept, int from) {
        for (int i = from; i < size; i++) {
            if (concepts[i] == concept) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    /** Number of the concept. */
    int concept(int i) {
        return concepts[i];
    }

    /** First token of the form that carries it. */
    int token(int i) {
        return tokens[i];
    }
}
