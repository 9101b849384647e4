// SPDX-License-Identifier: GPL-3.0-or-later
/** From a dump file to events: containers opened by content, records cut in order, one decoder per format. */
package org.tilik.formats;
