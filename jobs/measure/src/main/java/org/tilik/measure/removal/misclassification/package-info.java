// SPDX-License-Identifier: GPL-3.0-or-later
/** What shares of removed items say when some of the items followed were labelled wrongly. */
package org.tilik.measure.removal.misclassification;
