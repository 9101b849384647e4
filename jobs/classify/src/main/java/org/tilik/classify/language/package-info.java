// SPDX-License-Identifier: GPL-3.0-or-later
/** In which language a text is written. */
package org.tilik.classify.language;
