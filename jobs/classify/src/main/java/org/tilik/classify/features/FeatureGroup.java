// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

/** Kinds of features; each kind has the same total weight in a text, however many there are of it. */
public enum FeatureGroup {
    /** Each word and the runs of characters within it, token after token. */
    TOKENS,
    /** Words and pairs of neighbouring words. */
    WORDS,
    /** Concepts and sequences of concepts. */
    CONCEPTS,
    /** Traits of style and of quotation. */
    STYLE
}
