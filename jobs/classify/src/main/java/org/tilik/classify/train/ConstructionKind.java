// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.List;
import org.tilik.classify.Targets;

/**
 * A kind of construction: sentences that mean the same for the heads.
 *
 * @param name name, as the file writes it
 * @param targets what sentences of this kind are
 * @param templates their patterns
 */
public record ConstructionKind(String name, Targets targets, List<Template> templates) {
    /** A kind with its own copy of the templates. */
    public ConstructionKind {
        templates = List.copyOf(templates);
    }
}
