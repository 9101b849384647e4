// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.Serializable;
import org.tilik.classify.TextClassifier;

/** Gives the classifier on the machine that uses it, so that its weights do not travel in the job graph. */
public interface ClassifierSource extends Serializable {
    /** The classifier, which may be shared with other tasks. */
    TextClassifier open() throws IOException;
}
