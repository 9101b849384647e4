// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Families that branch, with accounts, flags and removals, of which everything is known: what an archive would have
 * seen of them, and what the same draws give under a rule.
 */
final class CascadeWorld {
    static final long HOUR = 3_600_000_000L;
    private static final int FAMILIES = 5;
    private static final int MOST = 150;
    private static final int PLATFORMS = 3;
    private static final int ACCOUNTS_EACH = 25;
    private static final double CHILDREN = 1.15;
    private static final double MEAN_LAG = 4 * HOUR;
    private static final long CHECKS = 6 * HOUR;

    /** How people and platforms behave, and what the archive knows of it. */
    record Setting(String name, double hiddenLinks, double evasion) {}

    /** One post as it was, with the draws that decide what becomes of it under a rule. */
    static final class Post {
        int number;
        int family;
        int platform;
        int variant;
        boolean inheritsVariant;
        boolean isShare;
        int account;
        long posted;
        long flagged = Known.NEVER;
        long gone = Known.NEVER;
        boolean isRemoved;
        /** When a list had its variant, and when it had a variant of its family; without any copy being there. */
        long listed = Known.NEVER;

        long familyListed = Known.NEVER;
        Standing standing;
        double chance;
        double evades;
        boolean isHidden;
        boolean hasChecks;
        boolean hasCause;

        long flag() {
            return Math.min(flagged, listed);
        }

        long seenUntil() {
            long last = posted + Math.floorDiv(gone - posted - 1, CHECKS) * CHECKS;
            return gone == Known.NEVER || !hasChecks ? gone : last;
        }

        long seenGone() {
            return gone == Known.NEVER || !hasChecks ? gone : seenUntil() + CHECKS;
        }

        Known known() {
            boolean maybeRemoved = gone != Known.NEVER && (isRemoved || !hasCause);
            return new Known(
                    flag(),
                    maybeRemoved ? seenUntil() : Known.NEVER,
                    maybeRemoved && hasCause ? seenGone() : Known.NEVER);
        }

        PostedCopy seen(Bar bar) {
            return new PostedCopy(platform, variant, isShare, posted, known(), seenGone(), 10, 20, standing, bar);
        }
    }

    private final SplittableRandom random;
    private final Setting setting;
    private final List<Post> posts = new ArrayList<>();
    private final Map<Post, Post> parents = new HashMap<>();
    /** Whether those whose source is gone look for another one. */
    private final double substitution;

    private final boolean sharesAreUploads;
    private final boolean listIsSeeded;

    CascadeWorld(long seed, Setting setting) {
        this.random = new SplittableRandom(seed);
        this.setting = setting;
        this.substitution = random.nextInt(3) / 2.0;
        this.sharesAreUploads = random.nextBoolean();
        this.listIsSeeded = random.nextBoolean();
        int variants = 0;
        for (int family = 0; family < FAMILIES; family++) {
            variants = addFamily(family, variants);
        }
        posts.sort(Comparator.comparingLong((Post post) -> post.posted));
        for (int i = 0; i < posts.size(); i++) {
            posts.get(i).number = i;
        }
    }

    private int addFamily(int family, int firstVariant) {
        int variants = firstVariant;
        List<Post> own = new ArrayList<>();
        int roots = 1 + random.nextInt(3);
        long begin = (long) (random.nextDouble() * 240 * HOUR);
        long listed = random.nextInt(5) == 0 ? begin + (long) ((random.nextDouble() - 0.5) * 48 * HOUR) : Known.NEVER;
        for (int root = 0; root < roots; root++) {
            Post post = new Post();
            post.posted = begin + (root == 0 ? 0 : exponential(12 * HOUR));
            post.platform = random.nextInt(PLATFORMS);
            post.variant = root > 0 && random.nextInt(4) == 0 ? ++variants : firstVariant;
            own.add(post);
            draw(post, family, firstVariant, listed);
        }
        Map<Post, Post> links = new HashMap<>();
        for (int i = 0; i < own.size() && own.size() < MOST; i++) {
            Post parent = own.get(i);
            for (double left = random.nextDouble(); left > Math.exp(-CHILDREN); left *= random.nextDouble()) {
                Post child = new Post();
                child.posted = parent.posted + exponential(MEAN_LAG);
                child.isShare = random.nextInt(5) < 3;
                boolean isElsewhere = !child.isShare && random.nextInt(3) == 0;
                child.platform = isElsewhere ? random.nextInt(PLATFORMS) : parent.platform;
                child.inheritsVariant = child.isShare || random.nextInt(6) > 0;
                child.variant = child.inheritsVariant ? parent.variant : ++variants;
                if (child.posted < parent.gone) {
                    draw(child, family, firstVariant, listed);
                    links.put(child, parent);
                    own.add(child);
                }
            }
        }
        own.sort(Comparator.comparingLong((Post post) -> post.posted));
        posts.addAll(own);
        parents.putAll(links);
        return variants + 1;
    }

    private void draw(Post post, int family, int listedVariant, long listed) {
        post.family = family;
        post.account = post.platform * ACCOUNTS_EACH + (int) (ACCOUNTS_EACH * Math.pow(random.nextDouble(), 2));
        int kind = random.nextInt(20);
        post.standing = kind == 0 ? Standing.OTHER : kind < 3 ? Standing.PROTECTED : Standing.VIOLATING;
        post.familyListed = listed;
        post.listed = post.variant == listedVariant ? listed : Known.NEVER;
        if (random.nextDouble() < 0.4) {
            post.flagged = post.posted + exponential(12 * HOUR);
            if (random.nextDouble() < 0.7) {
                post.gone = post.flagged + exponential(12 * HOUR);
                post.isRemoved = true;
            }
        } else if (random.nextDouble() < 0.3) {
            post.gone = post.posted + exponential(24 * HOUR);
            post.isRemoved = random.nextInt(3) > 0;
        }
        post.chance = random.nextDouble();
        post.evades = random.nextDouble();
        post.isHidden = random.nextDouble() < setting.hiddenLinks();
        post.hasChecks = random.nextBoolean();
        post.hasCause = random.nextInt(4) > 0;
    }

    private long exponential(double mean) {
        return 1 + (long) (-mean * Math.log1p(-random.nextDouble()));
    }

    /** Copies, of those that break the rules, that are averted when the world runs again with the rule. */
    long averted(ScenarioRule rule) {
        Rerun rerun = new Rerun(rule);
        return posts.stream().filter(rerun::isViolationAverted).count();
    }

    /** Whether some list holds a variant that only items carry which break no rule. */
    boolean hasEntryOfNoViolation() {
        return posts.stream()
                .filter(post -> post.familyListed != Known.NEVER)
                .map(post -> post.family)
                .distinct()
                .anyMatch(family -> posts.stream()
                        .filter(post -> post.family == family && post.listed != Known.NEVER)
                        .noneMatch(post -> post.standing == Standing.VIOLATING));
    }

    /** What the replay of what was seen says. */
    ScenarioCounts replayed(ScenarioRule rule) {
        Map<Post, Bar> bars = bars(rule);
        ScenarioCounts counts = ScenarioCounts.NONE;
        for (int family = 0; family < FAMILIES; family++) {
            FamilyCopies copies = new FamilyCopies(10_000);
            for (Post post : posts) {
                if (post.family == family) {
                    PostedCopy seen = post.seen(bars.getOrDefault(post, Bar.NOT));
                    Post parent = post.isHidden ? null : parents.get(post);
                    if (parent == null) {
                        copies.add(0, post.number, seen);
                    } else {
                        copies.add(0, post.number, 0, parent.number, seen);
                    }
                }
            }
            counts = counts.plus(ScenarioReplay.of(copies, rule).counts());
        }
        return counts;
    }

    private Map<Post, Bar> bars(ScenarioRule rule) {
        Map<Post, Bar> bars = new HashMap<>();
        if (rule instanceof ScenarioRule.OneStrike strike) {
            Map<Integer, List<Post>> byAccount = new HashMap<>();
            posts.forEach(post -> byAccount
                    .computeIfAbsent(post.account, account -> new ArrayList<>())
                    .add(post));
            byAccount.values().forEach(own -> {
                AccountStrikes strikes = new AccountStrikes(strike.window());
                own.forEach(post -> bars.put(
                        post,
                        strikes.post(
                                post.posted,
                                post.known(),
                                post.standing,
                                !post.isHidden && parents.containsKey(post))));
            });
        }
        return bars;
    }

    /** The same draws with a rule in force; what people do not know of the future they do not use. */
    private final class Rerun {
        private final ScenarioRule rule;
        private final Map<Post, Integer> variants = new HashMap<>();
        private final List<Post> there = new ArrayList<>();
        private final Map<Post, Boolean> averted = new HashMap<>();
        private int newVariant = 1_000_000;

        Rerun(ScenarioRule rule) {
            this.rule = rule;
            for (Post post : posts) {
                run(post);
            }
        }

        boolean isViolationAverted(Post post) {
            return post.standing == Standing.VIOLATING && averted.get(post);
        }

        private void run(Post post) {
            Post parent = parents.get(post);
            boolean inherits = post.inheritsVariant && parent != null && variants.containsKey(parent);
            variants.put(post, inherits ? variants.get(parent) : post.variant);
            boolean stopped = isStopped(post);
            boolean evades = post.evades < setting.evasion();
            boolean sourceGone = parent != null && (averted.get(parent) || takenDown(parent) < post.posted);
            boolean finds = post.chance < substitution && isAnythingUp(post);
            if (stopped && evades && !(rule instanceof ScenarioRule.OneStrike)) {
                variants.put(post, newVariant++);
            }
            averted.put(post, (stopped || (sourceGone && !finds)) && !evades);
            if (!averted.get(post)) {
                there.add(post);
            }
        }

        private boolean isAnythingUp(Post post) {
            return there.stream()
                    .anyMatch(other -> other.family == post.family
                            && other.posted < post.posted
                            && Math.min(other.gone, takenDown(other)) > post.posted);
        }

        private boolean isStopped(Post post) {
            if (rule instanceof ScenarioRule.OneStrike strike) {
                return isBarred(post, Micros.of(strike.window()));
            }
            if (rule instanceof ScenarioRule.RemovalWithin || (post.isShare && !sharesAreUploads)) {
                return false;
            }
            int variant = variants.get(post);
            if (rule instanceof ScenarioRule.UploadBlock block) {
                return there.stream()
                                .filter(other -> other.platform == post.platform && isSame(other, post, block.match()))
                                .filter(other -> isEvidence(other, post))
                                .anyMatch(other -> Math.min(flagOf(other), other.isRemoved ? other.gone : Known.NEVER)
                                        < post.posted)
                        || (variant == post.variant && post.listed < post.posted);
            }
            ScenarioRule.SharedHashList list = (ScenarioRule.SharedHashList) rule;
            long entry = Known.NEVER;
            for (Post other : there) {
                if (isSame(other, post, list.match()) && isEvidence(other, post)) {
                    boolean counts = flagOf(other) >= list.fromMicros() || listIsSeeded;
                    entry = counts ? Math.min(entry, flagOf(other)) : entry;
                }
            }
            if (list.match() == Match.NEAR) {
                entry = Math.min(entry, post.familyListed);
            } else if (variant == post.variant) {
                entry = Math.min(entry, post.listed);
            }
            return Math.max(entry, list.fromMicros()) < post.posted;
        }

        private boolean isSame(Post one, Post other, Match match) {
            return one.family == other.family
                    && (match == Match.NEAR || variants.get(one).equals(variants.get(other)));
        }

        private boolean isEvidence(Post of, Post against) {
            return against.standing == Standing.PROTECTED || of.standing == Standing.VIOLATING;
        }

        private long flagOf(Post post) {
            return variants.get(post) == post.variant ? post.flag() : post.flagged;
        }

        private boolean isBarred(Post post, long window) {
            return there.stream()
                    .filter(other -> other.account == post.account && other.standing == Standing.VIOLATING)
                    .anyMatch(other -> isWithin(Math.max(other.posted, other.flag()), post.posted, window)
                            || (other.isRemoved && isWithin(other.gone, post.posted, window)));
        }

        private boolean isWithin(long strike, long posted, long window) {
            return strike < posted && posted <= strike + window;
        }

        /** When the platform takes a post down under the rule, at the deadline of the first flag there. */
        private long takenDown(Post post) {
            if (!(rule instanceof ScenarioRule.RemovalWithin within)) {
                return Known.NEVER;
            }
            long deadline = Micros.of(within.deadline());
            long first = there.stream()
                    .filter(other ->
                            other.family == post.family && other.platform == post.platform && isEvidence(other, post))
                    .mapToLong(other -> Math.max(other.posted, other.flag()))
                    .min()
                    .orElse(Known.NEVER);
            long due = Micros.after(first, deadline);
            long own = Micros.after(Math.max(post.posted, post.flag()), deadline);
            return post.posted > due ? own : Math.min(due, own);
        }
    }

    /** The rules of the table. */
    static List<ScenarioRule> rules() {
        return List.of(
                new ScenarioRule.OneStrike(Duration.ofDays(30)),
                new ScenarioRule.RemovalWithin(Duration.ofHours(1)),
                new ScenarioRule.RemovalWithin(Duration.ofHours(24)),
                new ScenarioRule.SharedHashList(96 * HOUR, Match.EXACT, Participants.ALL),
                new ScenarioRule.SharedHashList(0, Match.NEAR, Participants.ALL),
                new ScenarioRule.UploadBlock(Match.EXACT));
    }
}
