// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

/**
 * A text with its labels.
 *
 * @param source data set, or construction, that it comes from
 * @param language language that the source states; ISO 639, at times with a script ({@code ur-Latn})
 * @param text the text
 * @param targets its labels
 */
public record LabelledText(String source, String language, String text, Targets targets) {}
