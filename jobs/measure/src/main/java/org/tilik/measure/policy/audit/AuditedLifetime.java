// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * One drawn item with what became of it; times in hours since it was posted.
 *
 * @param coded what coders say it is; null = not coded, or they do not agree
 * @param isInDomain whether it belongs to the part that is asked about, such as one platform
 * @param life its follow-up; null = it has none
 * @param restored whether it was seen again after it was removed
 */
public record AuditedLifetime(CodedClass coded, boolean isInDomain, Life life, boolean restored) {

    /**
     * Follow-up of an item.
     *
     * @param entry when it came under observation; −∞ = from the start
     * @param lower when it was last known visible
     * @param upper when it was first known gone; +∞ = never
     * @param cause why it went, one of the causes of the analysis; null = it did not
     */
    public record Life(double entry, double lower, double upper, String cause) {}
}
