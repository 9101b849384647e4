// SPDX-License-Identifier: GPL-3.0-or-later
/** Gab's posts, of its first interface until 2019 and of the one after it. */
package org.tilik.formats.gab;
