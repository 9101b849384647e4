// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Optional;

/** How often a model was wrong where it was measured, on labelled texts that it had not learnt from. */
public interface ModelErrors {
    /** Where nothing was measured. */
    ModelErrors UNKNOWN = (language, head) -> Optional.empty();

    /**
     * How well a head does in a language.
     *
     * @param precision of what it labels, the share that is so
     * @param recall of what is so, the share that it labels
     * @param texts labelled texts that were scored
     */
    record HeadError(double precision, double recall, long texts) {}

    /** The error of this head in this language, where it was measured. */
    Optional<HeadError> of(String language, String head);
}
