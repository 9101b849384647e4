// SPDX-License-Identifier: GPL-3.0-or-later
/** Lists that a study brings along: known items to track, and people who asked to be left out. */
package org.tilik.formats.known;
