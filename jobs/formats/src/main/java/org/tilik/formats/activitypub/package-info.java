// SPDX-License-Identifier: GPL-3.0-or-later
/** ActivityPub: outboxes, and what servers such as Mastodon, Lemmy and PeerTube tell each other. */
package org.tilik.formats.activitypub;
