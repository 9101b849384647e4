// SPDX-License-Identifier: GPL-3.0-or-later
/** Generated trees of shares, and the work on them that is measured. */
package org.tilik.benchmark.spread;
