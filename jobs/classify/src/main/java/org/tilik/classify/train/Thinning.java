// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A text of which a random part of the features is left out, anew each time it is shown, so that the network learns not
 * to lean on single ones (after Srivastava et al. 2014, Dropout, JMLR 15).
 */
final class Thinning {
    private static final double SHARE_OF_CONCEPTS = 0.6;
    private static final double CONCEPT_LEFT_OUT = 0.1;

    private final double tokenShare;
    private final double featureShare;
    private final SplittableRandom random;

    int tokens;
    int[] tokenEnds = new int[16];
    int[] rows = new int[256];
    int tokensEnd;
    int wordsEnd;
    int conceptsEnd;
    int end;
    int concepts;
    int[] conceptTokens = new int[16];
    int[] conceptRows = new int[16];
    private int[] place = new int[16];

    /**
     * A thinning.
     *
     * @param tokenShare share of the tokens that are left out
     * @param featureShare share of the other features that are left out
     * @param random where chance comes from
     */
    Thinning(double tokenShare, double featureShare, SplittableRandom random) {
        this.tokenShare = tokenShare;
        this.featureShare = featureShare;
        this.random = random;
    }

    void show(TrainingRow row) {
        reserve(row);
        int to = 0;
        tokens = 0;
        for (int token = 0; token < row.tokens(); token++) {
            if (isLeftOut(tokenShare)) {
                place[token] = -1;
                continue;
            }
            place[token] = tokens;
            int start = row.tokenStart(token);
            // The first feature of a token is its word.
            rows[to++] = row.rows()[start];
            to = keep(row.rows(), start + 1, row.tokenEnds()[token], featureShare, to);
            tokenEnds[tokens++] = to;
        }
        tokensEnd = to;
        to = keep(row.rows(), row.tokensEnd(), row.wordsEnd(), featureShare, to);
        wordsEnd = to;
        to = keep(row.rows(), row.wordsEnd(), row.conceptsEnd(), featureShare * SHARE_OF_CONCEPTS, to);
        conceptsEnd = to;
        end = keep(row.rows(), row.conceptsEnd(), row.rows().length, featureShare * SHARE_OF_CONCEPTS, to);
        concepts = 0;
        for (int i = 0; i < row.conceptTokens().length; i++) {
            int token = place[row.conceptTokens()[i]];
            if (token >= 0 && !isLeftOut(featureShare > 0 ? CONCEPT_LEFT_OUT : 0)) {
                conceptTokens[concepts] = token;
                conceptRows[concepts++] = row.conceptRows()[i];
            }
        }
    }

    private int keep(int[] from, int start, int stop, double share, int at) {
        int to = at;
        for (int i = start; i < stop; i++) {
            if (!isLeftOut(share)) {
                rows[to++] = from[i];
            }
        }
        return to;
    }

    private boolean isLeftOut(double share) {
        return share > 0 && random.nextInt() >>> 8 < share * 0x1000000;
    }

    private void reserve(TrainingRow row) {
        if (rows.length < row.rows().length) {
            rows = Arrays.copyOf(rows, 2 * row.rows().length);
        }
        if (tokenEnds.length < row.tokens()) {
            tokenEnds = Arrays.copyOf(tokenEnds, 2 * row.tokens());
            place = Arrays.copyOf(place, tokenEnds.length);
        }
        if (conceptTokens.length < row.conceptTokens().length) {
            conceptTokens = Arrays.copyOf(conceptTokens, 2 * row.conceptTokens().length);
            conceptRows = Arrays.copyOf(conceptRows, conceptTokens.length);
        }
    }

    int tokenStart(int token) {
        return token == 0 ? 0 : tokenEnds[token - 1];
    }
}
