// SPDX-License-Identifier: GPL-3.0-or-later
/** One spelling for what people write in many: words in lower case, without tricks of spelling. */
package org.tilik.classify.normalise;
