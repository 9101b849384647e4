// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

/** Gives texts their language and their probabilities; immutable, safe for use by many threads. */
public interface TextClassifier {
    /** What this text is, as it was posted; a text without letters is of no language and no head. */
    Classification classify(String text);

    /** Whether the probability of this head reaches the model's threshold in the language of the text. */
    boolean reaches(Classification result, Head head);

    /** Name and content hash of the model, for instance {@code research-3f2a90c1}. */
    String modelId();
}
