// SPDX-License-Identifier: GPL-3.0-or-later
/** What a dump record says happened, the closed sets of outcomes, and one record class per table row. */
package org.tilik.model;
