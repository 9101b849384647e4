// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.List;

/**
 * Templates that training draws sentences from.
 *
 * @param constructions what decides between the labels, in contrasts
 * @param everyday ordinary talk, for which no head may speak
 */
public record Templates(List<ConstructionGrammar> constructions, List<ConstructionGrammar> everyday) {
    /** Templates with their own copies of the lists. */
    public Templates {
        constructions = List.copyOf(constructions);
        everyday = List.copyOf(everyday);
    }
}
