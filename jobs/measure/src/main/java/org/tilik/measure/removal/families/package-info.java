// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What becomes of all copies of one content together: how soon it comes back, how many copies there are, when the last
 * was gone, on which platform first, and whether a list knew it.
 *
 * <p>A copy is an item that carries the content; a share is a copy, too, but no upload: only a new post, reply or quote
 * can be a re-upload. A content that was posted once is a family of one copy. Families are independent of each other,
 * copies of one family are not.
 */
package org.tilik.measure.removal.families;
