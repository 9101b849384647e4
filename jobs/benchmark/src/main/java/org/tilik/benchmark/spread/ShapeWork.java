// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import org.tilik.measure.spread.cascade.CascadeShape;
import org.tilik.measure.spread.cascade.CascadeTree;

/** The shapes of all trees of a file: size, depth, breadth in posts and in accounts, mean depth, structural virality. */
public final class ShapeWork {
    private static final double NANOS = 1e9;

    private ShapeWork() {}

    /** Argument: a file of {@link GeneratedCascades}. */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = read(Path.of(arguments[0]));
        long start = System.nanoTime();
        long trees = 0;
        long depths = 0;
        long breadths = 0;
        double viralities = 0;
        for (int at = 0; at < numbers.length; ) {
            int size = numbers[at++];
            int[] parents = new int[size];
            long[] micros = new long[size];
            int[] accounts = new int[size];
            for (int post = 0; post < size; post++) {
                parents[post] = numbers[at++];
                micros[post] = 1_000_000L * post;
                accounts[post] = post;
            }
            CascadeShape shape = CascadeTree.ofShares(parents, micros, accounts).shape();
            trees++;
            depths += shape.depth();
            breadths += shape.maxBreadth();
            viralities += shape.structuralVirality();
        }
        System.out.printf(Locale.ROOT, "work_seconds %.3f%n", (System.nanoTime() - start) / NANOS);
        System.out.printf(
                Locale.ROOT,
                "%d trees, depths %d, breadths %d, viralities %.6f%n",
                trees,
                depths,
                breadths,
                viralities);
    }

    private static int[] read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int[] numbers = new int[Math.toIntExact(channel.size() / Integer.BYTES)];
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
            int filled = 0;
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.remaining() >= Integer.BYTES) {
                    numbers[filled++] = buffer.getInt();
                }
                buffer.compact();
            }
            return numbers;
        }
    }
}
