// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

    /** So many ports one after the other, the first of which is free; who takes one of them tries the next where it is not. */
    static PortRange range(int count) throws IOException {
        int first = Math.min(take(1).get(0), LAST_PORT - count + 1);
        return new PortRange(first, first + count - 1);
    }

    /** Whether somebody listens on the port. */
    static boolean isOpen(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException nobodyListens) {
            return false;
        }
    }
}
