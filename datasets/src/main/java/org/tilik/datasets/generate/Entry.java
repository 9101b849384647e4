// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * A dump record as it is written: what it is about and what a correct ingest makes of it.
 *
 * @param what kind of record, for instance {@code status} or {@code recheck}
 * @param site platform of the item it is about
 * @param itemId raw id of the item it is about, null where it names none
 * @param disposition outcome of the record
 * @param reason reject reason of a rejected record, else null
 */
record Entry(String what, Site site, String itemId, Disposition disposition, String reason) {
    /** What a correct ingest makes of a record. */
    enum Disposition {
        ITEM("item"),
        OBSERVATION("observation"),
        DUPLICATE("duplicate"),
        OUTSIDE_WINDOW("outside_window"),
        NOT_AN_ITEM("not_an_item"),
        REJECTED("rejected");

        private final String id;

        Disposition(String id) {
            this.id = id;
        }

        /** Whether the record is sound but left out on purpose, under this name. */
        boolean isIgnored() {
            return this == OUTSIDE_WINDOW || this == NOT_AN_ITEM;
        }

        String id() {
            return id;
        }
    }

    static Entry of(String what, Item item, Disposition disposition) {
        return new Entry(what, item.form().site(), item.fullId(), disposition, null);
    }

    static Entry rejected(Site site, PlantedFault fault) {
        return new Entry("bad", site, null, Disposition.REJECTED, fault.reason());
    }

    /** The same record once more. */
    Entry again() {
        return new Entry(what, site, itemId, disposition.isIgnored() ? disposition : Disposition.DUPLICATE, reason);
    }
}
