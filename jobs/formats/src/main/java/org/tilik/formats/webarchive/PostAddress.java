// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tilik.model.Platform;

/**
 * The post that a web address shows, by the id that the decoders of its platform's dumps give it. Only addresses of single
 * posts are read; profiles, searches, pictures and lists of likes are none.
 *
 * @param platform platform of the post
 * @param itemId its id
 */
public record PostAddress(Platform platform, String itemId) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,19}");
    private static final Pattern REDDIT_ID = Pattern.compile("[0-9a-z]{1,13}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern PARLER_ID = Pattern.compile("[0-9a-f-]{8,64}");
    private static final Pattern RECORD_KEY = Pattern.compile("[A-Za-z0-9._~-]{1,512}");
    private static final int LONGEST = 4096;

    /** The post at this address, or empty where it is that of none. */
    public static Optional<PostAddress> of(String address) {
        Parts parts = address == null || address.length() > LONGEST ? null : Parts.of(address);
        return parts == null ? Optional.empty() : parts.post();
    }

    private static Optional<PostAddress> post(Platform platform, String itemId) {
        return Optional.of(new PostAddress(platform, itemId));
    }

    private static Optional<PostAddress> post(Platform platform, Pattern form, String id) {
        return form.matcher(id).matches() ? post(platform, id) : Optional.empty();
    }

    /**
     * An address taken apart; what stands behind {@code #} is never sent to a server and left out.
     *
     * @param origin scheme and host
     * @param host in lower case, without port
     * @param path the names between slashes, empty ones left out
     * @param query the first value of each name
     */
    private record Parts(String origin, String host, List<String> path, Map<String, String> query) {
        private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
        private static final Pattern PORT = Pattern.compile(":[0-9]*$");

        static Parts of(String address) {
            var scheme = SCHEME.matcher(address);
            if (!scheme.lookingAt()) {
                return null;
            }
            String rest = before(address.substring(scheme.end()), '#');
            String upToQuery = before(rest, '?');
            String host = before(upToQuery, '/');
            List<String> path = Arrays.stream(upToQuery.substring(host.length()).split("/", -1))
                    .filter(name -> !name.isEmpty())
                    .toList();
            Map<String, String> query = new HashMap<>();
            for (String pair : rest.substring(Math.min(rest.length(), upToQuery.length() + 1))
                    .split("&", -1)) {
                String name = before(pair, '=');
                query.putIfAbsent(name, pair.substring(Math.min(pair.length(), name.length() + 1)));
            }
            String plainHost = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
            return new Parts("https://" + plainHost, plainHost, path, query);
        }

        private static String before(String text, char end) {
            int at = text.indexOf(end);
            return at < 0 ? text : text.substring(0, at);
        }

        /** Whether the host is this domain or one in it. */
        private boolean in(String... domains) {
            return Arrays.stream(domains).anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
        }

        /** The name at this place of the path; empty where there is none. */
        private String at(int place) {
            return place < path.size() ? path.get(place) : "";
        }

        private String query(String name) {
            return query.getOrDefault(name, "");
        }

        Optional<PostAddress> post() {
            if (in("twitter.com", "x.com")) {
                return ofTwitter();
            } else if (in("reddit.com")) {
                return ofReddit();
            } else if (in("t.me", "telegram.me")) {
                return ofTelegram();
            } else if (in("youtube.com", "youtube-nocookie.com")) {
                return ofYoutube();
            } else if (in("youtu.be")) {
                return path.size() == 1 ? PostAddress.post(Platform.YOUTUBE, VIDEO, at(0)) : Optional.empty();
            } else if (in("tiktok.com")) {
                return ofTiktok();
            } else if (in("facebook.com")) {
                return ofFacebook();
            } else if (in("4chan.org", "4channel.org", "4cdn.org")) {
                return ofFourchan();
            } else if (in("gab.com", "gab.ai")) {
                return path.size() == 3 && at(1).equals("posts")
                        ? PostAddress.post(Platform.GAB, NUMBER, at(2))
                        : Optional.empty();
            } else if (in("parler.com")) {
                return path.size() == 2 && at(0).equals("post")
                        ? PostAddress.post(Platform.PARLER, PARLER_ID, at(1))
                        : Optional.empty();
            } else if (in("bsky.app")) {
                return ofBluesky();
            }
            return ofMastodon();
        }

        private Optional<PostAddress> ofTwitter() {
            int status = at(0).equals("i") && at(1).equals("web") ? 2 : 1;
            boolean isStatus = at(status).equals("status") || at(status).equals("statuses");
            int more = status + 2;
            // The page of one of its pictures shows the whole status.
            boolean isWhole = path.size() == more
                    || (path.size() == more + 2 && List.of("photo", "video").contains(at(more)));
            return isStatus && isWhole ? PostAddress.post(Platform.TWITTER, NUMBER, at(status + 1)) : Optional.empty();
        }

        /** {@code [/r/SUB|/user/NAME]/comments/ID[/SLUG[/COMMENT]]}, also as JSON. */
        private Optional<PostAddress> ofReddit() {
            boolean isInside = List.of("r", "u", "user").contains(at(0));
            List<String> rest = new ArrayList<>(isInside ? path.subList(Math.min(2, path.size()), path.size()) : path);
            if (rest.size() > 1 && rest.get(rest.size() - 1).equals(".json")) {
                rest.remove(rest.size() - 1);
            }
            if (rest.size() < 2 || rest.size() > 4 || !rest.get(0).equals("comments")) {
                return Optional.empty();
            }
            String last = rest.get(rest.size() - 1);
            String id = last.endsWith(".json") ? last.substring(0, last.length() - 5) : last;
            boolean isComment = rest.size() == 4;
            String item = isComment || rest.size() == 2 ? id : rest.get(1);
            return REDDIT_ID.matcher(item).matches()
                    ? PostAddress.post(Platform.REDDIT, (isComment ? "t1_" : "t3_") + item)
                    : Optional.empty();
        }

        /** {@code /c/CHANNEL/MESSAGE} has the number of a channel; else there is its name, in any case of letters. */
        private Optional<PostAddress> ofTelegram() {
            boolean isPreview = at(0).equals("s");
            boolean hasNumber = at(0).equals("c");
            int channel = isPreview || hasNumber ? 1 : 0;
            boolean isMessage = path.size() == channel + 2
                    && (hasNumber ? NUMBER : NAME).matcher(at(channel)).matches()
                    && NUMBER.matcher(at(channel + 1)).matches();
            return isMessage
                    ? PostAddress.post(Platform.TELEGRAM, at(channel).toLowerCase(Locale.ROOT) + "/" + at(channel + 1))
                    : Optional.empty();
        }

        private Optional<PostAddress> ofYoutube() {
            if (at(0).equals("watch") && path.size() == 1) {
                return PostAddress.post(Platform.YOUTUBE, VIDEO, query("v"));
            }
            return path.size() == 2 && List.of("shorts", "live", "embed", "v").contains(at(0))
                    ? PostAddress.post(Platform.YOUTUBE, VIDEO, at(1))
                    : Optional.empty();
        }

        private Optional<PostAddress> ofTiktok() {
            if (path.size() == 3
                    && at(0).startsWith("@")
                    && List.of("video", "photo").contains(at(1))) {
                return PostAddress.post(Platform.TIKTOK, NUMBER, at(2));
            }
            return path.size() == 2 && at(0).equals("v")
                    ? PostAddress.post(Platform.TIKTOK, NUMBER, at(1).replace(".html", ""))
                    : Optional.empty();
        }

        /** Posts are told by the numbers of page (or group) and post; an address with the page's name lacks the first. */
        private Optional<PostAddress> ofFacebook() {
            String page = "";
            String post = "";
            if (path.size() == 1 && List.of("permalink.php", "story.php").contains(at(0))) {
                page = query("id");
                post = query("story_fbid");
            } else if (path.size() == 3 && at(1).equals("posts")) {
                page = at(0);
                post = at(2);
            } else if (path.size() == 4
                    && at(0).equals("groups")
                    && List.of("permalink", "posts").contains(at(2))) {
                page = at(1);
                post = at(3);
            }
            return NUMBER.matcher(page).matches() && NUMBER.matcher(post).matches()
                    ? PostAddress.post(Platform.FACEBOOK, page + "_" + post)
                    : Optional.empty();
        }

        /** A thread has the address of its first post. */
        private Optional<PostAddress> ofFourchan() {
            String no = at(2).replace(".json", "");
            boolean isThread = (path.size() == 3 || path.size() == 4)
                    && List.of("thread", "res").contains(at(1))
                    && NAME.matcher(at(0)).matches()
                    && NUMBER.matcher(no).matches();
            return isThread ? PostAddress.post(Platform.FOURCHAN, at(0) + "/" + no) : Optional.empty();
        }

        /** An account's handle may change; only its did names the post. */
        private Optional<PostAddress> ofBluesky() {
            boolean isPost = path.size() == 4
                    && at(0).equals("profile")
                    && at(1).startsWith("did:")
                    && at(2).equals("post")
                    && RECORD_KEY.matcher(at(3)).matches();
            return isPost
                    ? PostAddress.post(Platform.BLUESKY, "at://" + at(1) + "/app.bsky.feed.post/" + at(3))
                    : Optional.empty();
        }

        /** In the federation a status is its address; this is the form that Mastodon gives it, on any server. */
        private Optional<PostAddress> ofMastodon() {
            boolean isStatus = path.size() == 4
                    && at(0).equals("users")
                    && NAME.matcher(at(1)).matches()
                    && at(2).equals("statuses")
                    && NUMBER.matcher(at(3)).matches();
            return isStatus
                    ? PostAddress.post(Platform.ACTIVITYPUB, origin + "/" + String.join("/", path))
                    : Optional.empty();
        }
    }
}
