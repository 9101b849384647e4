// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.Arrays;
import org.tilik.classify.Head;
import org.tilik.classify.Targets;
import org.tilik.classify.features.FeatureGroup;
import org.tilik.classify.features.TextFeatures;
import org.tilik.classify.heads.NetworkShape;

/**
 * A labelled text as the network sees it: rows of the table in place of hashes.
 *
 * @param rows rows of all features, in the order of {@link TextFeatures}
 * @param tokenEnds where the features of each token end
 * @param wordsEnd where the group of words ends
 * @param conceptsEnd where the group of concepts ends
 * @param conceptTokens tokens that carry a concept or field
 * @param conceptRows rows of these
 * @param targets for each head 0, 1, or -1 where nothing is stated
 * @param weight what its errors count for
 */
record TrainingRow(
        int[] rows,
        int[] tokenEnds,
        int wordsEnd,
        int conceptsEnd,
        int[] conceptTokens,
        int[] conceptRows,
        byte[] targets,
        float weight) {
    static final byte UNSTATED = -1;

    static TrainingRow of(TextFeatures features, Targets stated, float weight, NetworkShape shape) {
        int end = features.end(FeatureGroup.STYLE);
        int[] rows = new int[end];
        for (int i = 0; i < end; i++) {
            rows[i] = shape.row(features.hashes()[i]);
        }
        int[] tokenEnds = new int[features.tokens()];
        for (int token = 0; token < tokenEnds.length; token++) {
            tokenEnds[token] = features.tokenEnd(token);
        }
        int[] conceptTokens = new int[features.concepts()];
        int[] conceptRows = new int[conceptTokens.length];
        for (int i = 0; i < conceptTokens.length; i++) {
            conceptTokens[i] = features.conceptToken(i);
            conceptRows[i] = shape.row(features.conceptHash(i));
        }
        byte[] targets = new byte[NetworkShape.HEADS];
        Arrays.fill(targets, UNSTATED);
        for (Head head : Head.values()) {
            stated.of(head).ifPresent(label -> targets[NetworkShape.index(head)] = (byte) label);
        }
        return new TrainingRow(
                rows,
                tokenEnds,
                features.end(FeatureGroup.WORDS),
                features.end(FeatureGroup.CONCEPTS),
                conceptTokens,
                conceptRows,
                targets,
                weight);
    }

    int tokens() {
        return tokenEnds.length;
    }

    int tokenStart(int token) {
        return token == 0 ? 0 : tokenEnds[token - 1];
    }

    /** Where the features of tokens end and those of the whole text begin. */
    int tokensEnd() {
        return tokenEnds.length == 0 ? 0 : tokenEnds[tokenEnds.length - 1];
    }
}
