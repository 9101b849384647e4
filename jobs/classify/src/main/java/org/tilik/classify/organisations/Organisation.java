// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/**
 * An organisation of a gazetteer.
 *
 * @param id short name of letters, digits and {@code . _ -}, as it stands in tables
 * @param name its name for people to read
 */
public record Organisation(String id, String name) {}
