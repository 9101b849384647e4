// SPDX-License-Identifier: GPL-3.0-or-later
/** Which listed organisations a text names, by a gazetteer that belongs to the study; a mention is no support. */
package org.tilik.classify.organisations;
