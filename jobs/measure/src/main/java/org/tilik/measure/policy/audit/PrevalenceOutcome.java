// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/** What became of the attempt to correct a share for the errors of a classifier. */
public enum PrevalenceOutcome {
    /** There is a corrected share. */
    ESTIMATED,
    /** The corrected share is negative: the classifier's errors alone explain more than it found. */
    BELOW_DETECTION,
    /** The corrected share is above 1: the classifier misses more than it left out. */
    ABOVE_ONE,
    /** Sensitivity + specificity ≤ 1: what the classifier says is no better than chance. */
    NOT_INFORMATIVE,
    /** Too few coded items to say anything. */
    TOO_FEW_CODED
}
