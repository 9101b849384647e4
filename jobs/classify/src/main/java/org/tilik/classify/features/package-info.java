// SPDX-License-Identifier: GPL-3.0-or-later
/** What of a text the heads see: hashed n-grams, concepts and traits of style. */
package org.tilik.classify.features;
