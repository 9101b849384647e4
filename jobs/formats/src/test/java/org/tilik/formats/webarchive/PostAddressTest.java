// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PostAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://twitter.com/simone/status/725115752463814656, twitter, 725115752463814656",
        "http://mobile.twitter.com:80/simone/statuses/725115752463814656?s=20#x, twitter, 725115752463814656",
        "https://X.com/i/web/status/725115752463814656/, twitter, 725115752463814656",
        "https://twitter.com/simone/status/725115752463814656/photo/1, twitter, 725115752463814656",
        "https://www.reddit.com/r/sim/comments/1abc/a_title/, reddit, t3_1abc",
        "https://old.reddit.com/r/sim/comments/1abc, reddit, t3_1abc",
        "https://www.reddit.com/comments/1abc.json, reddit, t3_1abc",
        "https://www.reddit.com/r/sim/comments/1abc/a_title/.json?limit=1, reddit, t3_1abc",
        "https://www.reddit.com/r/sim/comments/1abc/a_title/k2def/?context=3, reddit, t1_k2def",
        "https://www.reddit.com/user/simone/comments/1abc/a_title/, reddit, t3_1abc",
        "https://t.me/SimChannel/12, telegram, simchannel/12",
        "https://t.me/s/simchannel/12?embed=1, telegram, simchannel/12",
        "https://t.me/c/1100/12, telegram, 1100/12",
        "https://www.youtube.com/watch?list=a&v=simAAAAAAA_&lc=1, youtube, simAAAAAAA_",
        "https://youtu.be/simAAAAAAA_?t=3, youtube, simAAAAAAA_",
        "https://www.youtube.com/shorts/simAAAAAAA_, youtube, simAAAAAAA_",
        "https://www.tiktok.com/@sim.one/video/7101234567890123456?x=y, tiktok, 7101234567890123456",
        "https://m.tiktok.com/v/7101234567890123456.html, tiktok, 7101234567890123456",
        "https://www.facebook.com/100/posts/200, facebook, 100_200",
        "https://m.facebook.com/story.php?story_fbid=200&id=100, facebook, 100_200",
        "https://www.facebook.com/groups/100/permalink/200/, facebook, 100_200",
        "https://boards.4chan.org/sim/thread/123/a-title, fourchan, sim/123",
        "https://a.4cdn.org/sim/thread/123.json, fourchan, sim/123",
        "https://gab.com/simone/posts/105, gab, 105",
        "https://parler.com/post/a1b2c3d4e5f6, parler, a1b2c3d4e5f6",
        "https://bsky.app/profile/did:plc:sim/post/3ksim, bluesky, at://did:plc:sim/app.bsky.feed.post/3ksim",
        "https://server.example/users/simone/statuses/9, activitypub, https://server.example/users/simone/statuses/9"
    })
    void theAddressOfAPostHasTheIdOfItsPlatformsDumps(String address, String platform, String itemId) {
        assertThat(PostAddress.of(address)).hasValueSatisfying(post -> {
            assertThat(post.platform().id()).isEqualTo(platform);
            assertThat(post.itemId()).isEqualTo(itemId);
        });
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://",
                "twitter.com/simone/status/1",
                "ftp://twitter.com/simone/status/1",
                "https://twitter.com/simone",
                "https://twitter.com/simone/status/",
                "https://twitter.com/simone/status/1/likes",
                "https://twitter.com/simone/status/0012",
                "https://twitter.com/#!/simone/status/1",
                "https://nottwitter.com/simone/status/1",
                "https://twitter.com.sim.example/simone/status/1",
                "https://web.archive.org/web/2019/https://twitter.com/simone/status/1",
                "https://www.reddit.com/r/sim/",
                "https://www.reddit.com/r",
                "https://www.reddit.com/r/sim/comments/",
                "https://www.reddit.com/r/sim/comments/1abc/t/k2/more",
                "https://t.me/simchannel",
                "https://t.me/c/sim/12",
                "https://www.youtube.com/watch",
                "https://www.youtube.com/watch?v=short",
                "https://www.tiktok.com/@simone",
                "https://www.facebook.com/simone/posts/200",
                "https://www.facebook.com/login.php",
                "https://boards.4chan.org/sim/catalog",
                "https://bsky.app/profile/simone.example/post/3ksim",
                "https://server.example/@simone/9",
                "https://sim.example/a?b=https://twitter.com/simone/status/1"
            })
    void whatIsTheAddressOfNoSinglePostHasNone(String address) {
        assertThat(PostAddress.of(address)).isEmpty();
    }

    @Property(tries = 500)
    void anyTextIsReadWithoutAThrow(@ForAll String tail) {
        assertThat(PostAddress.of(tail)).isEmpty();
        for (String host : new String[] {"twitter.com", "www.reddit.com", "t.me", "m.facebook.com", "a.4cdn.org"}) {
            PostAddress.of("https://" + host + "/" + tail)
                    .ifPresent(post -> assertThat(post.itemId()).isNotBlank());
        }
    }
}
