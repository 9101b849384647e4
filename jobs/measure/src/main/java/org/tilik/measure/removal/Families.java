// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/** Families (items that are copies of one content) as the units that are independent of each other. */
final class Families {

    private Families() {}

    /**
     * Family numbers 0, 1, … in an order that follows from the content of the families, not from the numbers the
     * caller gave or the order of rows; −1 for families of one item. Two families with equal content are
     * exchangeable, so their mutual order does not matter.
     */
    static int[] canonical(RemovalData data) {
        int[] given = numbers(data);
        double[] size = sizes(data, given);
        long[] content = new long[size.length];
        for (int i = 0; i < data.size(); i++) {
            if (given[i] >= 0) {
                content[given[i]] += rowHash(data, i);
            }
        }
        int[] order = RowOrder.sorted(content.length, (a, b) -> Long.compare(content[a], content[b]));
        int[] rank = new int[content.length];
        int next = 0;
        for (int f : order) {
            rank[f] = size[f] > 1 ? next++ : -1;
        }
        int[] families = new int[data.size()];
        for (int i = 0; i < families.length; i++) {
            families[i] = given[i] < 0 ? -1 : rank[given[i]];
        }
        return families;
    }

    /** Whether some family has more than one item. */
    static boolean anyShared(RemovalData data) {
        for (double size : sizes(data, numbers(data))) {
            if (size > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * The number of equally large families that would be as informative as these (Kish's effective number).
     *
     * <pre>n_effective = 1 / Σ_f (items of f / items)²</pre>
     */
    static double effectiveNumber(RemovalData data) {
        double total = data.totalWeight();
        int[] family = numbers(data);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            if (family[i] < 0) {
                sum += data.weight(i);
            }
        }
        for (double size : sizes(data, family)) {
            sum += size * size;
        }
        return total > 0 ? total * total / sum : 0;
    }

    /** Dense numbers for the families as given, −1 kept. */
    private static int[] numbers(RemovalData data) {
        int[] distinct = new int[data.size()];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = data.family(i);
        }
        Arrays.sort(distinct);
        int kept = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (distinct[i] >= 0 && (kept == 0 || distinct[i] != distinct[kept - 1])) {
                distinct[kept++] = distinct[i];
            }
        }
        int[] numbers = new int[data.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = data.family(i) < 0 ? -1 : Arrays.binarySearch(distinct, 0, kept, data.family(i));
        }
        return numbers;
    }

    private static double[] sizes(RemovalData data, int[] numbers) {
        int families = 0;
        for (int f : numbers) {
            families = Math.max(families, f + 1);
        }
        double[] size = new double[families];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                size[numbers[i]] += data.weight(i);
            }
        }
        return size;
    }

    /** A number that depends on the row's content; its sum over a family does not depend on the order of rows. */
    private static long rowHash(RemovalData data, int i) {
        long h = mix(Double.doubleToLongBits(data.entry(i)));
        h = mix(h ^ Double.doubleToLongBits(data.lower(i)));
        h = mix(h ^ Double.doubleToLongBits(data.upper(i)));
        // Times the weight: two equal rows of one item count as one row of two.
        return mix(h ^ data.cause(i)) * Math.round(data.weight(i));
    }

    private static long mix(long value) {
        long h = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
