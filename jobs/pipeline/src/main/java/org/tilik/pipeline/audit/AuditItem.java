// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

/**
 * An item that was drawn for coding.
 *
 * @param itemKey pseudonym of the item
 * @param platform platform
 * @param language detected language
 * @param text its words, for coders
 * @param cell the stratum that it was drawn from
 */
public record AuditItem(String itemKey, String platform, String language, String text, AuditDesign.Cell cell) {}
