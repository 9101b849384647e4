// SPDX-License-Identifier: GPL-3.0-or-later
/** How right the classifier is, with the uncertainty of that. */
package org.tilik.classify.evaluate;
