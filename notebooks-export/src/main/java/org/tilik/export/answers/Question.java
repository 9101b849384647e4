// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

/** The questions of the public record, in the order of their dates; their words are in the messages. */
public enum Question {
    /** 2015: direct cooperation instead of slow channels. From referral to action by channel; refusal competes. */
    REFERRALS("referrals-2015-02"),
    /** 2017: liability for failing to remove. Share met by platform and jurisdiction, on a legal clock. */
    DUTIES("duties-2017-06"),
    /** 2019: an attack streamed live. Copies and variants, blocked at upload or removed later, views before removal. */
    COPIES("copies-2019-03"),
    /** 2019: one strike. Copies averted had a rule been in force. */
    SCENARIOS("scenarios-2019-05"),
    /** 2019 and 2021: the Christchurch Call. Before and after, members and others. */
    CHANGES("changes-2019-05"),
    /** 2019: the United States decline. Over-removal, and the reach of counter-speech. */
    SPEECH("speech-2019-05"),
    /** 2021: to manage a crisis together. Incidents, and the last removal on the last platform. */
    CRISIS("crisis-2021-05");

    private final String id;

    Question(String id) {
        this.id = id;
    }

    /** As files name it. */
    public String id() {
        return id;
    }
}
