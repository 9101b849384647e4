// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A line between two processes that can be cut: connections to its port go on to another port of the loopback address. While it
 * is cut nothing passes and nobody is told, as when a network is partitioned; what was sent arrives once it is mended, as TCP
 * would send it again.
 */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean isCut;

    private Relay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Takes connections on a free port from now on. */
    static Relay to(int target) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        daemon("relay to " + target, relay::accept);
        return relay;
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void cut() {
        isCut = true;
    }

    synchronized void mend() {
        isCut = false;
        notifyAll();
    }

    /** Ends all connections. */
    @Override
    public synchronized void close() throws IOException {
        mend();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException, InterruptedException {
        while (true) {
            Socket from = server.accept();
            awaitMended();
            Socket to = connected(from);
            daemon("relay there", () -> pass(from, to));
            daemon("relay back", () -> pass(to, from));
        }
    }

    private synchronized Socket connected(Socket from) throws IOException {
        sockets.add(from);
        Socket to = new Socket();
        sockets.add(to);
        try {
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException nobodyListens) {
            // Whoever connected learns it the same way as without a relay.
            from.close();
        }
        return to;
    }

    private void pass(Socket from, Socket to) throws IOException, InterruptedException {
        byte[] bytes = new byte[BUFFER];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                awaitMended();
                out.write(bytes, 0, n);
                out.flush();
            }
        }
    }

    private synchronized void awaitMended() throws InterruptedException {
        while (isCut) {
            wait();
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One side is gone or the relay is closed: the connection is over, as it is without a relay.
                        assert ended != null;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
