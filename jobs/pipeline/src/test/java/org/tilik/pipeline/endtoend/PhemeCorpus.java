// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The PHEME corpus read by other means than Tilik's own, and counted. */
final class PhemeCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every status by id; what it answers or shares is null for none. */
    final Map<String, Status> statuses = new HashMap<>();
    /** Event of each source tweet: language/event. */
    final Map<String, String> events = new TreeMap<>();
    /** Child and parent, as structure.json has them. */
    final Set<String> structure = new HashSet<>();
    /** Statuses that structure.json has beside the source tweet, below nothing. */
    final Set<String> moreRoots = new HashSet<>();
    /** Follower and followed. */
    final Set<String> follows = new HashSet<>();

    /** Followers of the author of each status. */
    private final Map<String, Followers> followers = new HashMap<>();

    private int records;

    /** What is needed of a status. */
    record Status(String parent, boolean isRetweet, String account) {}

    /** How many follow an account: originals stand in their retweets too, with the number of that moment. */
    record Followers(long least, long most) {
        Followers or(Followers other) {
            return new Followers(Math.min(least, other.least), Math.max(most, other.most));
        }

        Followers most(Followers other) {
            return new Followers(Math.max(least, other.least), Math.max(most, other.most));
        }

        static Followers sum(Collection<Followers> accounts) {
            return accounts.stream()
                    .reduce(new Followers(0, 0), (a, b) -> new Followers(a.least + b.least, a.most + b.most));
        }
    }

    static PhemeCorpus read(Path archive) throws IOException {
        PhemeCorpus corpus = new PhemeCorpus();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith("threads/")) {
                    corpus.member(entry.getName().split("/", -1), tar);
                }
            }
        }
        return corpus;
    }

    /** Records that are statuses, those that are there twice counted twice. */
    int records() {
        return records;
    }

    private void member(String[] path, InputStream in) throws IOException {
        String source = path[3];
        events.put(source, path[1] + "/" + path[2]);
        switch (path[4]) {
            case "source-tweets", "reactions" -> status(JSON.readTree(in.readAllBytes()));
            case "retweets.json" ->
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> {
                            try {
                                status(JSON.readTree(line));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
            case "structure.json" -> structure(JSON.readTree(in.readAllBytes()), null, source);
            case "who-follows-whom.dat" ->
                new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> follows.add(line.replace('\t', ' ')));
            default -> {
                // Pages, pictures and annotations.
            }
        }
    }

    private void status(JsonNode status) {
        records++;
        JsonNode original = status.get("retweeted_status");
        String answered = status.path("in_reply_to_status_id_str").asText(null);
        statuses.put(
                status.get("id_str").asText(),
                new Status(
                        original == null ? answered : original.get("id_str").asText(),
                        original != null,
                        status.get("user").get("id_str").asText()));
        followers(status);
        if (original != null) {
            followers(original);
        }
    }

    private void followers(JsonNode status) {
        long followed = status.get("user").get("followers_count").asLong();
        followers.merge(status.get("id_str").asText(), new Followers(followed, followed), Followers::or);
    }

    private void structure(JsonNode below, String parent, String source) {
        below.properties().forEach(child -> {
            if (parent != null) {
                structure.add(child.getKey() + " " + parent);
            } else if (!child.getKey().equals(source)) {
                moreRoots.add(child.getKey());
            }
            structure(child.getValue(), child.getKey(), source);
        });
    }

    /** How many retweets are by accounts that follow the author of what they repeat, or are followed by them. */
    long retweetersWhoFollow(boolean reversed) {
        return statuses.values().stream()
                .filter(Status::isRetweet)
                .filter(status -> {
                    String author = statuses.get(status.parent()).account();
                    return follows.contains(
                            reversed ? author + " " + status.account() : status.account() + " " + author);
                })
                .count();
    }

    /** Size of the tree of each status that hangs on nothing. */
    Map<String, Integer> treeSizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        for (String id : statuses.keySet()) {
            sizes.merge(root(id), 1, Integer::sum);
        }
        return sizes;
    }

    /** Of the tree of each such status, most followers by account, over all its statuses. */
    Map<String, Map<String, Followers>> treeFollowers() {
        Map<String, Map<String, Followers>> trees = new TreeMap<>();
        statuses.forEach((id, status) -> trees.computeIfAbsent(root(id), root -> new HashMap<>())
                .merge(status.account(), followers.get(id), Followers::most));
        return trees;
    }

    private String root(String id) {
        String at = id;
        while (statuses.containsKey(String.valueOf(statuses.get(at).parent()))) {
            at = statuses.get(at).parent();
        }
        return at;
    }
}
