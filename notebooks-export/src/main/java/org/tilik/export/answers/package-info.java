// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Answers to the questions that the public record asks of Tilik: which rows of the release tables answer each, by rule,
 * and a sentence about each in three languages, from templates.
 */
package org.tilik.export.answers;
