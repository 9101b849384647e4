// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.io.Serializable;
import org.tilik.measure.policy.audit.CodedClass;

/**
 * One item of an audit.
 *
 * @param itemKey pseudonym of the item
 * @param stratum stratum that it was drawn from; empty where the file states none
 * @param inclusionProbability probability by which it was drawn, in (0, 1]; NaN where the file states none
 * @param label what most coders say it is; null where nobody coded it, or no label has most coders
 * @param coders number of coders who gave it a label
 */
public record AuditCode(String itemKey, String stratum, double inclusionProbability, CodedClass label, int coders)
        implements Serializable {

    /** Whether coders gave it labels of which none has more than the others. */
    public boolean isTie() {
        return label == null && coders > 0;
    }
}
