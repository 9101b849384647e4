// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.Arrays;
import java.util.List;

/**
 * Linear model of the languages of one writing system: each known n-gram adds one row of small weights, one weight for
 * each language. Immutable.
 *
 * <p>A row is a run of {@code long}s of eight weights each, so that eight languages are added at once.
 */
final class NgramModel {
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;

    /** Rows that can be added before a sum of 16 bits could overflow. */
    private static final int ROWS_AT_ONCE = 256;

    /** About how many n-grams are added before hopeless languages are dropped. */
    private static final int SAMPLE = 40;

    /** With the head of the array these make a cache line, so that a row of 64 languages lies in one. */
    private static final int PADDING = 6;

    /** How far behind, in log odds, a language of the sample is hopeless. */
    private static final float HOPELESS = 14;

    private final WritingSystem system;
    private final boolean closer;
    private final List<String> languages;
    private final float[] biases;
    private final float scale;
    private final Calibration calibration;
    private final int stride;
    private final int shift;

    /**
     * Of each n-gram the low half of its hash and the number of its row, from 1; 0 is an empty slot. Another n-gram passes
     * for a known one once in some 30,000 times, which no sum notices.
     */
    private final int[] slots;

    private final long[] rows;

    /**
     * @param closer see {@link #isCloser()}
     * @param biases one for each language
     * @param scale what one unit of a weight is worth, in log odds
     * @param hashes of the n-grams
     * @param weights row after row, one unsigned byte for each language
     */
    NgramModel(
            WritingSystem system,
            boolean closer,
            List<String> languages,
            float[] biases,
            float scale,
            Calibration calibration,
            int[] hashes,
            byte[] weights) {
        if (hashes.length > Character.MAX_VALUE) {
            throw new IllegalArgumentException("at most 65,535 n-grams, found " + hashes.length);
        }
        this.system = system;
        this.closer = closer;
        this.languages = List.copyOf(languages);
        this.biases = biases.clone();
        this.scale = scale;
        this.calibration = calibration;
        this.stride = (languages.size() + 7) / 8;
        int bits = 4;
        while ((1 << bits) < hashes.length * 2) {
            bits++;
        }
        this.shift = 32 - bits;
        this.slots = new int[1 << bits];
        this.rows = new long[PADDING + hashes.length * stride];
        for (int row = 0; row < hashes.length; row++) {
            put(hashes[row], row);
            for (int language = 0; language < languages.size(); language++) {
                long weight = weights[row * languages.size() + language] & 0xFF;
                rows[PADDING + row * stride + language / 8] |= weight << (8 * (language % 8));
            }
        }
    }

    private void put(int hash, int row) {
        int slot = hash >>> shift;
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = hash << 16 | (row + 1);
    }

    WritingSystem system() {
        return system;
    }

    /** Whether this model takes a closer look at languages among which the model of the system found the best. */
    boolean isCloser() {
        return closer;
    }

    List<String> languages() {
        return languages;
    }

    /**
     * Scores of all languages; null where no n-gram is known.
     *
     * @param outerMargin see {@link Scores}
     */
    Scores score(Ngrams ngrams, double outerMargin) {
        int[] found = new int[ngrams.count()];
        int hits = find(ngrams, found);
        if (hits == 0) {
            return null;
        }
        float[] scores = biases.clone();
        boolean[] blocks = new boolean[stride];
        Arrays.fill(blocks, true);
        int sampled = 0;
        if (stride > 1 && hits >= 2 * SAMPLE) {
            sampled = sampleFirst(found, hits);
            add(found, 0, sampled, blocks, scores);
            dropHopeless(scores, blocks);
        }
        add(found, sampled, hits, blocks, scores);
        return new Scores(scores, hits, ngrams.count(), outerMargin);
    }

    /** Brings n-grams from all over the text to the beginning; returns their number. */
    private static int sampleFirst(int[] found, int hits) {
        int step = hits / SAMPLE;
        int sampled = 0;
        for (int i = 0; i < hits; i += step) {
            int row = found[i];
            found[i] = found[sampled];
            found[sampled++] = row;
        }
        return sampled;
    }

    /** Languages in whose block none comes near the best are not looked at any further. */
    private void dropHopeless(float[] scores, boolean[] blocks) {
        float best = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            best = Math.max(best, score);
        }
        for (int block = 0; block < stride; block++) {
            int from = block * 8;
            int to = Math.min(scores.length, from + 8);
            float bestOfBlock = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                bestOfBlock = Math.max(bestOfBlock, scores[i]);
            }
            if (bestOfBlock < best - HOPELESS) {
                blocks[block] = false;
                Arrays.fill(scores, from, to, Float.NEGATIVE_INFINITY);
            }
        }
    }

    /** Fills in where the rows of the known n-grams begin; returns their number. */
    private int find(Ngrams ngrams, int[] found) {
        int mask = slots.length - 1;
        // First slots are fetched before any is judged, so that the processor fetches many at a time.
        for (int i = 0; i < found.length; i++) {
            found[i] = slots[ngrams.hash(i) >>> shift];
        }
        int hits = 0;
        for (int i = 0; i < found.length; i++) {
            int entry = found[i];
            int hash = ngrams.hash(i);
            int slot = hash >>> shift;
            while (entry != 0 && (entry >>> 16) != (hash & 0xFFFF)) {
                slot = (slot + 1) & mask;
                entry = slots[slot];
            }
            if (entry != 0) {
                found[hits++] = PADDING + ((entry & 0xFFFF) - 1) * stride;
            }
        }
        return hits;
    }

    private void add(int[] found, int begin, int end, boolean[] blocks, float[] scores) {
        for (int from = begin; from < end; from += ROWS_AT_ONCE) {
            int to = Math.min(end, from + ROWS_AT_ONCE);
            for (int block = 0; block < stride; block++) {
                if (blocks[block]) {
                    addBlock(found, from, to, block, scores);
                }
            }
        }
    }

    private void addBlock(int[] found, int from, int to, int block, float[] scores) {
        long even = 0;
        long odd = 0;
        for (int i = from; i < to; i++) {
            long eight = rows[found[i] + block];
            even += eight & EVEN_BYTES;
            odd += (eight >>> 8) & EVEN_BYTES;
        }
        int language = block * 8;
        for (int lane = 0; lane < 4; lane++) {
            addTo(scores, language + 2 * lane, (int) (even >>> (16 * lane)) & 0xFFFF);
            addTo(scores, language + 2 * lane + 1, (int) (odd >>> (16 * lane)) & 0xFFFF);
        }
    }

    private void addTo(float[] scores, int language, int sum) {
        if (language < scores.length) {
            scores[language] += scale * sum;
        }
    }

    /** Which of the languages of this model are among these. */
    boolean[] among(List<String> others) {
        boolean[] among = new boolean[languages.size()];
        for (int i = 0; i < among.length; i++) {
            among[i] = others.contains(languages.get(i));
        }
        return among;
    }

    /** By how much the best of these languages leads the best of the others; negative where another is best. */
    double lead(Scores scores, boolean[] group) {
        float inside = Float.NEGATIVE_INFINITY;
        float outside = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < languages.size(); i++) {
            float score = scores.values()[i];
            if (group[i]) {
                inside = Math.max(inside, score);
            } else {
                outside = Math.max(outside, score);
            }
        }
        return inside - outside;
    }

    LanguageGuess guess(Scores scores) {
        int best = scores.best();
        return new LanguageGuess(languages.get(best), calibration.probability(scores));
    }
}
