// SPDX-License-Identifier: GPL-3.0-or-later
/** TikTok's videos and comments, as its Research API and its pages hand them out. */
package org.tilik.formats.tiktok;
