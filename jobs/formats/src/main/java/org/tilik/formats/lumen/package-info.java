// SPDX-License-Identifier: GPL-3.0-or-later
/** Notices that the Lumen database publishes. */
package org.tilik.formats.lumen;
