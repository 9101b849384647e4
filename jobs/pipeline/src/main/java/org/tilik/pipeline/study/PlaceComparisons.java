// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.Map;
import java.util.TreeMap;

/**
 * What comparing the captures of channels and threads came to.
 *
 * @param looks captures that hold all of a range of numbers, so that they also tell what is no longer there
 * @param leftOut other captures that the study or their own first record might have made such, by reason
 * @param missing items that were found missing
 * @param contradicted looks that miss an item which a later record shows: the item came back, or the capture did not hold all
 * @param numbers numbers within the looks, in places whose numbers have no holes but for what was deleted
 * @param numbersWithItem those of them that some record gives to an item; the others are notices such as that somebody joined,
 *     and what was deleted before anybody looked, of which nothing is known
 */
public record PlaceComparisons(
        long looks, Map<String, Long> leftOut, long missing, long contradicted, long numbers, long numbersWithItem) {
    /** Nothing compared. */
    public static final PlaceComparisons NONE = new PlaceComparisons(0, Map.of(), 0, 0, 0, 0);

    /** Sorts the map, so that equal counts are written alike. */
    public PlaceComparisons {
        leftOut = new TreeMap<>(leftOut);
    }

    /** Both together; the order does not matter. */
    public PlaceComparisons plus(PlaceComparisons other) {
        Map<String, Long> sum = new TreeMap<>(leftOut);
        other.leftOut.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new PlaceComparisons(
                looks + other.looks,
                sum,
                missing + other.missing,
                contradicted + other.contradicted,
                numbers + other.numbers,
                numbersWithItem + other.numbersWithItem);
    }
}
