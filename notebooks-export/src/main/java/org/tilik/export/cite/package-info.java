// SPDX-License-Identifier: GPL-3.0-or-later
/** Citations of single numbers. */
package org.tilik.export.cite;
