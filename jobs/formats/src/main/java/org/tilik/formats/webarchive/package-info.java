// SPDX-License-Identifier: GPL-3.0-or-later
/** Captures of web archives, each a look at an address: is the post that is known by it still there. */
package org.tilik.formats.webarchive;
