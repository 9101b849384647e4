// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports that nobody listens on at the moment of asking. */
final class FreePorts {
    private static final int LAST_PORT = 65_535;

    private FreePorts() {}

    /** All ports are held open until the last is known, so that they differ. */
    static List<Integer> take(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /**
     * So many ports one after the other as Flink's settings write them, {@code 40000-40039}; who takes one of them tries the
     * next where another program holds it.
     */
    static String range(int count) throws IOException {
        int first = Math.min(take(1).get(0), LAST_PORT - count + 1);
        return first + "-" + (first + count - 1);
    }
}
