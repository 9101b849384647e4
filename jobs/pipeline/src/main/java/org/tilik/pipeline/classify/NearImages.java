// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.tilik.formats.known.PdqHash;

/**
 * Finds the PDQ hashes that differ in at most 31 of 256 bits, without comparing all with all.
 *
 * <p>Two such hashes are cut into 16 pieces of 16 bits each: were every piece to differ in two bits or more, the whole
 * would differ in 32. So at least one piece is equal or differs in one bit, and it is enough to compare hashes that stand
 * in one of 17 neighbouring places of one of 16 tables. Nothing is missed (multi-index hashing: Norouzi, Punjani, Fleet
 * 2012, <i>Fast search in Hamming space with multi-index hashing</i>, doi:10.1109/CVPR.2012.6248043). An image takes
 * about 130 bytes, the tables 4 MiB.
 */
final class NearImages {
    private static final int PIECES = 16;
    private static final int PIECE_BITS = 16;
    private static final int PLACES = 1 << PIECE_BITS;
    private static final int FIRST = 1 << 8;

    private final BiConsumer<PdqHash, PdqHash> similar;
    private final List<PdqHash> images = new ArrayList<>();
    private final int[][] newest = new int[PIECES][PLACES];
    private final int[][] older = new int[PIECES][FIRST];
    private int[] parent = new int[FIRST];

    /** Tells the consumer of pairs that are similar: enough of them to connect all that are. */
    NearImages(BiConsumer<PdqHash, PdqHash> similar) {
        this.similar = similar;
        for (int[] places : newest) {
            Arrays.fill(places, -1);
        }
    }

    /** Compares an image with those that came before it. */
    void add(PdqHash image) {
        int number = images.size();
        reserve(number);
        images.add(image);
        parent[number] = number;
        for (int piece = 0; piece < PIECES; piece++) {
            int place = piece(image, piece);
            compare(number, piece, place);
            for (int bit = 0; bit < PIECE_BITS; bit++) {
                compare(number, piece, place ^ (1 << bit));
            }
        }
        for (int piece = 0; piece < PIECES; piece++) {
            int place = piece(image, piece);
            older[piece][number] = newest[piece][place];
            newest[piece][place] = number;
        }
    }

    private void compare(int number, int piece, int place) {
        for (int other = newest[piece][place]; other >= 0; other = older[piece][other]) {
            int a = root(number);
            int b = root(other);
            if (a != b && images.get(number).distance(images.get(other)) <= PdqHash.SAME_IMAGE_BITS) {
                parent[Math.max(a, b)] = Math.min(a, b);
                similar.accept(images.get(other), images.get(number));
            }
        }
    }

    private int root(int image) {
        int at = image;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static int piece(PdqHash image, int piece) {
        long word = switch (piece >> 2) {
            case 0 -> image.a();
            case 1 -> image.b();
            case 2 -> image.c();
            default -> image.d();
        };
        return (int) (word >>> ((piece & 3) * PIECE_BITS)) & (PLACES - 1);
    }

    private void reserve(int number) {
        if (number == parent.length) {
            parent = Arrays.copyOf(parent, 2 * number);
            for (int piece = 0; piece < PIECES; piece++) {
                older[piece] = Arrays.copyOf(older[piece], 2 * number);
            }
        }
    }
}
