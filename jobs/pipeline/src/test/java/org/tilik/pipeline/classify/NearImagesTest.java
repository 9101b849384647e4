// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.formats.known.PdqHash;

class NearImagesTest {
    private final Random random = new Random(20_190_315);

    @Test
    void whereverTheBitsDifferUpTo31OfThemAreFoundAnd32AreNot() {
        for (int trial = 0; trial < 500; trial++) {
            PdqHash image = image();
            assertThat(pairs(List.of(image, changed(image, 31)))).isEqualTo(1);
            assertThat(pairs(List.of(image, changed(image, 32)))).isZero();
        }
    }

    @Test
    void bitsSpreadEvenlyOverAllPiecesAreFound() {
        // Two bits in each of 15 pieces and one in the last: the worst case of the proof.
        PdqHash none = new PdqHash(0, 0, 0, 0);
        PdqHash spread =
                new PdqHash(0x0003000300030003L, 0x0003000300030003L, 0x0003000300030003L, 0x0003000300030001L);
        assertThat(spread.distance(none)).isEqualTo(31);
        assertThat(pairs(List.of(none, spread))).isEqualTo(1);
    }

    @Test
    void theComponentsAreThoseOfComparingAllWithAll() {
        List<PdqHash> images = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            PdqHash next = image();
            for (int copy = 0; copy < 12; copy++) {
                images.add(next);
                next = changed(next, 20 + random.nextInt(20));
            }
        }
        assertThat(components(images)).isEqualTo(componentsOfAllPairs(images)).isBetween(61, 700);
    }

    private PdqHash image() {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** The image with so many of its bits turned, drawn without repetition. */
    private PdqHash changed(PdqHash image, int bits) {
        long[] words = {image.a(), image.b(), image.c(), image.d()};
        Set<Integer> turned = new HashSet<>();
        while (turned.size() < bits) {
            int bit = random.nextInt(256);
            if (turned.add(bit)) {
                words[bit >> 6] ^= 1L << (bit & 63);
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    private static int pairs(List<PdqHash> images) {
        int[] pairs = new int[1];
        NearImages near = new NearImages((one, other) -> pairs[0]++);
        images.forEach(near::add);
        return pairs[0];
    }

    /** Every pair that is told joins two components. */
    private static int components(List<PdqHash> images) {
        return images.size() - pairs(images);
    }

    private static int componentsOfAllPairs(List<PdqHash> images) {
        int[] group = new int[images.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                if (images.get(i).distance(images.get(j)) <= 31 && group[i] != group[j]) {
                    int from = group[i];
                    int to = group[j];
                    for (int k = 0; k < group.length; k++) {
                        group[k] = group[k] == from ? to : group[k];
                    }
                }
            }
        }
        return (int) Arrays.stream(group).distinct().count();
    }
}
