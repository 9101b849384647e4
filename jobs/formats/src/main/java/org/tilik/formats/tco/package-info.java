// SPDX-License-Identifier: GPL-3.0-or-later
/** Lists of removal orders under Regulation (EU) 2021/784 on terrorist content online. */
package org.tilik.formats.tco;
