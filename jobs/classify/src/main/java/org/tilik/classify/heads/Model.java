// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import org.tilik.classify.features.ConceptLexicon;

/**
 * What training leaves: everything that scores a text but the identification of its language.
 *
 * @param name name of the model, for instance {@code research}
 * @param weights weights of the network
 * @param calibration from log odds to probabilities
 * @param lexicon concepts that the features know
 */
public record Model(String name, NetworkWeights weights, Calibration calibration, ConceptLexicon lexicon) {}
