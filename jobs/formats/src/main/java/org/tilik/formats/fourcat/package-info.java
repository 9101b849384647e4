// SPDX-License-Identifier: GPL-3.0-or-later
/** Tables that 4CAT makes of posts of many platforms, and what it keeps of 4chan's deletions. */
package org.tilik.formats.fourcat;
