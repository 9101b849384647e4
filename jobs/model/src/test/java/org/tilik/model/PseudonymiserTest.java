// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PseudonymiserTest {
    private static final long SEED = 20_190_315;

    @Test
    void aPseudonymIsTheBeginningOfTheHmacOfPlatformAndId() throws GeneralSecurityException {
        Random random = new Random(SEED);
        for (int keyBytes : new int[] {1, 32, 63, 64, 65, 200}) {
            byte[] key = new byte[keyBytes];
            random.nextBytes(key);
            Pseudonymiser pseudonymiser = new Pseudonymiser(key);
            for (int i = 0; i < 300; i++) {
                // Few short ids, so that some come again, and some longer than the block of the hash.
                String id = Integer.toString(random.nextInt(50), 36) + "ü".repeat(i % 5 == 0 ? i : 0);
                Platform platform = i % 2 == 0 ? Platform.REDDIT : Platform.TWITTER;

                assertThat(pseudonymiser.pseudonym(platform, id)).isEqualTo(expected(key, platform, id));
            }
        }
    }

    private static String expected(byte[] key, Platform platform, String id) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] full = mac.doFinal((platform.id() + "\u001f" + id).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(full, 0, 16);
    }

    @Test
    void noIdHasNoPseudonym() {
        assertThat(new Pseudonymiser(new byte[] {1}).pseudonym(Platform.REDDIT, null))
                .isNull();
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThatThrownBy(() -> new Pseudonymiser(new byte[0])).hasMessageContaining("empty");
    }
}
