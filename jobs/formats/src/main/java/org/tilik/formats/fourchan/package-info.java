// SPDX-License-Identifier: GPL-3.0-or-later
/** Posts of 4chan, as its interface delivers them and as collections keep them. */
package org.tilik.formats.fourchan;
