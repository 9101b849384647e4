// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.entities;

/**
 * A place in a text where something other than a person is named.
 *
 * @param kind what is named
 * @param start first char
 * @param end first char after it
 */
public record NamedEntity(EntityKind kind, int start, int end) {}
