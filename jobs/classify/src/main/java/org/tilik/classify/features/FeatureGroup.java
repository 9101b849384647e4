// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

/** Kinds of features; each kind has the same total weight in a text, however many there are. */
public enum FeatureGroup {
    /** Runs of characters within words. */
    CHARACTERS,
    /** Words and neighbouring words. */
    WORDS,
    /** Concepts, shared by all languages, and sequences of concepts. */
    CONCEPTS,
    /** Traits of style and of quotation. */
    STYLE
}
