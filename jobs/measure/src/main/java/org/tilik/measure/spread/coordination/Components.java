// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Accounts that are connected by links, in whatever order these come. */
public final class Components {

    private final Map<String, Integer> numbers = new HashMap<>();
    private String[] names = new String[16];
    private int[] parents = new int[16];

    /** Connects two accounts; the same twice is an account without others. */
    public void connect(String account, String other) {
        int a = root(number(account));
        int b = root(number(other));
        // The smaller name leads, so that the result does not depend on the order.
        if (a != b) {
            boolean first = names[a].compareTo(names[b]) < 0;
            parents[first ? b : a] = first ? a : b;
        }
    }

    private int number(String account) {
        Integer known = numbers.get(account);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == names.length) {
            names = Arrays.copyOf(names, 2 * number);
            parents = Arrays.copyOf(parents, 2 * number);
        }
        names[number] = account;
        parents[number] = number;
        numbers.put(account, number);
        return number;
    }

    private int root(int account) {
        int at = account;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** How many accounts have a link. */
    public int accounts() {
        return numbers.size();
    }

    /** The components, numbered by size from 1; of equal size, by their smallest name. */
    public Numbered numbered() {
        int n = accounts();
        int[] sizes = new int[n];
        for (int i = 0; i < n; i++) {
            sizes[root(i)]++;
        }
        int[] roots = IntStream.range(0, n)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer root) -> -sizes[root]).thenComparing(root -> names[root]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] order = new int[n];
        for (int c = 0; c < roots.length; c++) {
            order[roots[c]] = c + 1;
        }
        return new Numbered(roots.length, roots.length == 0 ? 0 : sizes[roots[0]], order);
    }

    /** Components with their numbers. */
    public final class Numbered {

        private final int count;
        private final int largest;
        private final int[] order;

        private Numbered(int count, int largest, int[] order) {
            this.count = count;
            this.largest = largest;
            this.order = order;
        }

        /** How many components there are. */
        public int count() {
            return count;
        }

        /** Accounts in the largest. */
        public int largest() {
            return largest;
        }

        /** The number of the component of an account that has a link. */
        public int of(String account) {
            return order[root(numbers.get(account))];
        }
    }
}
