// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.tilik.measure.spread.variants.Similarity;

/**
 * In which component a content is, under the rule for similar texts and under the two that it is held against; names of
 * components have one length.
 *
 * @param loose under {@link Similarity#LOOSE}
 * @param standard under {@link Similarity#STANDARD}
 * @param strict under {@link Similarity#STRICT}
 */
record Components(String loose, String standard, String strict) {
    private static final int RULES = 3;

    /** Those of a content that nothing ties to another: under every rule its own. */
    static Components alone(String content) {
        return new Components(content, content, content);
    }

    /** What {@link #code} stands for. */
    static Components parse(String code) {
        int length = code.length() / RULES;
        return new Components(
                code.substring(0, length), code.substring(length, 2 * length), code.substring(2 * length));
    }

    /** One text that holds all of it. */
    String code() {
        return loose + standard + strict;
    }

    /** The component under this rule. */
    String under(Similarity similarity) {
        return switch (similarity) {
            case LOOSE -> loose;
            case STANDARD -> standard;
            case STRICT -> strict;
        };
    }
}
