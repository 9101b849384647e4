// SPDX-License-Identifier: GPL-3.0-or-later
/** From features to calibrated probabilities. */
package org.tilik.classify.heads;
