// SPDX-License-Identifier: GPL-3.0-or-later
/** Twitter's API of version 1.1 as archived: statuses and notices of stream grabs, statuses collected one by one. */
package org.tilik.formats.twitter;
