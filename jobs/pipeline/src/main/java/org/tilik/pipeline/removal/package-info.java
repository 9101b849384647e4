// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The removal job: items and observations become episodes, episodes become curves and measures of how fast tracked
 * material disappeared.
 */
package org.tilik.pipeline.removal;
