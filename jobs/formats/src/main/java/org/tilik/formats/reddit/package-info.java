// SPDX-License-Identifier: GPL-3.0-or-later
/** Reddit dumps of Pushshift and Arctic Shift (RS and RC files): posts, comments, stubs and second looks. */
package org.tilik.formats.reddit;
