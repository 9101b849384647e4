// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** What an event is about: one item, everything of an account, a thread, a URL or a media hash. */
public enum Scope {
    ITEM,
    ACCOUNT,
    THREAD,
    URL,
    HASH
}
