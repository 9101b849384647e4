// SPDX-License-Identifier: GPL-3.0-or-later
/** YouTube's videos and comments, as yt-dlp and YouTube's own interface hand them out. */
package org.tilik.formats.youtube;
