// SPDX-License-Identifier: GPL-3.0-or-later
/** From labelled texts and constructions to a model, the same on every run. */
package org.tilik.classify.train;
