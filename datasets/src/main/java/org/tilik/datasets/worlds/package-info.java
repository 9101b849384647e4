// SPDX-License-Identifier: GPL-3.0-or-later
/** One simulated world in the dump format of any platform: what it holds, and a writer for each format. */
package org.tilik.datasets.worlds;
