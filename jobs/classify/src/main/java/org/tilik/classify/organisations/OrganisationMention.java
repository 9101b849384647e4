// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/**
 * A place in a text where an organisation is named; naming is neither membership nor support.
 *
 * @param alias the row of the gazetteer that was met
 * @param start first char of the name
 * @param end first char after it
 */
public record OrganisationMention(OrganisationAlias alias, int start, int end) {}
