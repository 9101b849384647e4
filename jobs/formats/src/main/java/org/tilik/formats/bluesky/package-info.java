// SPDX-License-Identifier: GPL-3.0-or-later
/** Bluesky: what its stream of commits delivers, and the labels of its moderators. */
package org.tilik.formats.bluesky;
