// SPDX-License-Identifier: GPL-3.0-or-later
/** What a text is: its language, and calibrated probabilities of what it says; no Flink, no dump formats. */
package org.tilik.classify;
