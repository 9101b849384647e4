// SPDX-License-Identifier: GPL-3.0-or-later
/** Weibo's posts and what became of them, as the project Weiboscope saw it. */
package org.tilik.formats.weiboscope;
