// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

/**
 * One item that carries a content.
 *
 * @param object the content
 * @param item the item
 * @param account who posted it
 * @param micros when, in microseconds
 */
public record Share(String object, String item, String account, long micros) {}
