// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Trees of shares of heavy-tailed sizes, the same every time. In the file stand, for each tree, its number of posts and then
 * for each post the number of the one it hangs on, −1 for the root, which is post 0; whole numbers of 32 bits, the highest
 * byte first. Posts stand in the order of time.
 *
 * <p>Sizes are 2 + ⌊17 (u^(−1/1.2) − 1)⌋ (Lomax), half of the posts hang on the root, the others on any earlier post.
 */
public final class GeneratedCascades {
    private static final long SEED = 20190315;
    private static final double SCALE = 17;
    private static final double TAIL = 1.2;

    private GeneratedCascades() {}

    /** Sizes of the trees to write. */
    record Sizes(int cascades, int mostPosts, int firstSize) {
        int of(int cascade) {
            if (cascade == 0 && firstSize > 0) {
                return firstSize;
            }
            SplittableRandom random = new SplittableRandom(SEED + cascade);
            double drawn = SCALE * (Math.pow(1 - random.nextDouble(), -1 / TAIL) - 1);
            return (int) Math.min(mostPosts, 2 + Math.floor(drawn));
        }
    }

    /**
     * Writes trees; how many posts they have.
     *
     * @param mostPosts a larger tree is cut to so many posts
     * @param firstSize posts of the first tree; 0 = as of any other
     */
    public static long write(Path file, int cascades, int mostPosts, int firstSize) throws IOException {
        Sizes sizes = new Sizes(cascades, mostPosts, firstSize);
        Files.createDirectories(file.toAbsolutePath().getParent());
        long posts = 0;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (int cascade = 0; cascade < cascades; cascade++) {
                int size = sizes.of(cascade);
                posts += size;
                out.writeInt(size);
                for (int parent : parents(cascade, size)) {
                    out.writeInt(parent);
                }
            }
        }
        return posts;
    }

    /** What each post of a tree hangs on. */
    static int[] parents(int cascade, int size) {
        SplittableRandom random = new SplittableRandom(~(SEED + cascade));
        int[] parents = new int[size];
        for (int post = 0; post < size; post++) {
            boolean onRoot = random.nextBoolean();
            parents[post] = post == 0 ? -1 : onRoot ? 0 : random.nextInt(post);
        }
        return parents;
    }
}
