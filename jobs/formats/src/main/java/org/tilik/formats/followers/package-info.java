// SPDX-License-Identifier: GPL-3.0-or-later
/** Lists of who follows whom. */
package org.tilik.formats.followers;
