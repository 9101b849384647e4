// SPDX-License-Identifier: GPL-3.0-or-later
/** Lists of later looks at items: is it still there. */
package org.tilik.formats.recheck;
