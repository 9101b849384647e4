// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.Arrays;

/**
 * Hashes of the features of one text: first those of each token, then groups that belong to the whole text.
 *
 * <p>Arrays are handed out as they are, for speed.
 */
public final class TextFeatures {
    private final int[] ends = new int[4];
    private int[] hashes;
    private int size;
    private int[] tokenEnds;
    private int tokens;
    private int[] conceptTokens = new int[32];
    private int[] conceptHashes = new int[32];
    private int concepts;

    TextFeatures(int tokens, int features) {
        tokenEnds = new int[Math.max(1, tokens)];
        hashes = new int[Math.max(16, features)];
    }

    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    void endToken() {
        tokenEnds[tokens++] = size;
    }

    void endGroup(FeatureGroup group) {
        ends[index(group)] = size;
    }

    void addConcept(int token, int hash) {
        if (concepts == conceptHashes.length) {
            conceptTokens = Arrays.copyOf(conceptTokens, concepts * 2);
            conceptHashes = Arrays.copyOf(conceptHashes, concepts * 2);
        }
        conceptTokens[concepts] = token;
        conceptHashes[concepts++] = hash;
    }

    private static int index(FeatureGroup group) {
        return switch (group) {
            case TOKENS -> 0;
            case WORDS -> 1;
            case CONCEPTS -> 2;
            case STYLE -> 3;
        };
    }

    /** The hashes of all groups. */
    public int[] hashes() {
        return hashes;
    }

    /** Number of tokens. */
    public int tokens() {
        return tokens;
    }

    /** Where the features of this token begin. */
    public int tokenStart(int token) {
        return token == 0 ? 0 : tokenEnds[token - 1];
    }

    /** Where the features of this token end. */
    public int tokenEnd(int token) {
        return tokenEnds[token];
    }

    /** Where the features of this group begin. */
    public int start(FeatureGroup group) {
        int index = index(group);
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Where the features of this group end. */
    public int end(FeatureGroup group) {
        return ends[index(group)];
    }

    /** Number of concepts and fields that tokens carry. */
    public int concepts() {
        return concepts;
    }

    /** Token that carries it. */
    public int conceptToken(int i) {
        return conceptTokens[i];
    }

    /** Hash of the concept or field. */
    public int conceptHash(int i) {
        return conceptHashes[i];
    }
}
