// SPDX-License-Identifier: GPL-3.0-or-later
/** From the bytes of a dump file to blocks of raw records: containers opened by content, limits held, problems named. */
package org.tilik.formats.container;
