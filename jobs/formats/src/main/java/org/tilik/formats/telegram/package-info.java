// SPDX-License-Identifier: GPL-3.0-or-later
/** Telegram's channels and groups, as collections and its own export have them. */
package org.tilik.formats.telegram;
