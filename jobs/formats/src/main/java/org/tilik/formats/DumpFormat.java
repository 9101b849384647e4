// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tilik.formats.activitypub.ActivityDecoder;
import org.tilik.formats.activitypub.ActivitySignature;
import org.tilik.formats.activitypub.CollectionUnfolder;
import org.tilik.formats.bluesky.JetstreamDecoder;
import org.tilik.formats.bluesky.JetstreamSignature;
import org.tilik.formats.bluesky.LabelDecoder;
import org.tilik.formats.bluesky.LabelsSignature;
import org.tilik.formats.crowdtangle.CrowdtangleDecoder;
import org.tilik.formats.crowdtangle.CrowdtangleSignature;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.dsa.StatementDecoder;
import org.tilik.formats.dsa.StatementSignature;
import org.tilik.formats.fourcat.FourcatDecoder;
import org.tilik.formats.fourcat.FourcatRows;
import org.tilik.formats.fourcat.FourcatSignature;
import org.tilik.formats.fourchan.FourchanDecoder;
import org.tilik.formats.fourchan.FourchanSignature;
import org.tilik.formats.fourchan.FourchanTable;
import org.tilik.formats.fourchan.ThreadUnfolder;
import org.tilik.formats.gab.GabDecoder;
import org.tilik.formats.gab.GabSignature;
import org.tilik.formats.lumen.NoticeDecoder;
import org.tilik.formats.lumen.NoticePages;
import org.tilik.formats.lumen.NoticeSignature;
import org.tilik.formats.parler.ParlerDecoder;
import org.tilik.formats.parler.ParlerSignature;
import org.tilik.formats.recheck.RecheckDecoder;
import org.tilik.formats.recheck.RecheckSignature;
import org.tilik.formats.reddit.RedditDecoder;
import org.tilik.formats.reddit.RedditSignature;
import org.tilik.formats.referral.ReferralDecoder;
import org.tilik.formats.referral.ReferralSignature;
import org.tilik.formats.tco.OrderDecoder;
import org.tilik.formats.tco.OrderSignature;
import org.tilik.formats.telegram.TelegramDesktopDecoder;
import org.tilik.formats.telegram.TelegramDesktopSignature;
import org.tilik.formats.telegram.TelegramDesktopUnfolder;
import org.tilik.formats.telegram.TelethonDecoder;
import org.tilik.formats.telegram.TelethonSignature;
import org.tilik.formats.telegram.TgdatasetDecoder;
import org.tilik.formats.telegram.TgdatasetSignature;
import org.tilik.formats.telegram.TgdatasetUnfolder;
import org.tilik.formats.tiktok.TiktokDecoder;
import org.tilik.formats.tiktok.TiktokSignature;
import org.tilik.formats.twitter.ComplianceDecoder;
import org.tilik.formats.twitter.ComplianceSignature;
import org.tilik.formats.twitter.InfoOpsDecoder;
import org.tilik.formats.twitter.InfoOpsSignature;
import org.tilik.formats.twitter.TwitterDecoder;
import org.tilik.formats.twitter.TwitterSignature;
import org.tilik.formats.twitter.TwitterV2Decoder;
import org.tilik.formats.twitter.TwitterV2Pages;
import org.tilik.formats.twitter.TwitterV2Signature;
import org.tilik.formats.webarchive.AddressChecks;
import org.tilik.formats.webarchive.CaptureDecoder;
import org.tilik.formats.webarchive.CdxDocument;
import org.tilik.formats.webarchive.CdxLines;
import org.tilik.formats.webarchive.CdxSignature;
import org.tilik.formats.webarchive.WarcRecords;
import org.tilik.formats.webarchive.WarcSignature;
import org.tilik.formats.weiboscope.WeiboscopeDecoder;
import org.tilik.formats.weiboscope.WeiboscopeSignature;
import org.tilik.formats.youtube.YoutubeDecoder;
import org.tilik.formats.youtube.YoutubeSignature;
import org.tilik.model.Platform;

/** The dump formats that this version reads, by the fixed names that studies use. */
public enum DumpFormat {
    TWITTER_V1(RecordCut.NDJSON, Platform.TWITTER),
    TWITTER_V2(RecordCut.PAGES, Platform.TWITTER),
    X_INFO_OPS(RecordCut.CSV, Platform.TWITTER),
    X_COMPLIANCE(RecordCut.NDJSON, Platform.TWITTER),
    REDDIT(RecordCut.NDJSON, Platform.REDDIT),
    TGDATASET(RecordCut.DOCUMENT, Platform.TELEGRAM),
    TELETHON(RecordCut.NDJSON, Platform.TELEGRAM),
    TELEGRAM_DESKTOP(RecordCut.DOCUMENT, Platform.TELEGRAM),
    JETSTREAM(RecordCut.NDJSON, Platform.BLUESKY),
    BLUESKY_LABELS(RecordCut.NDJSON, Platform.BLUESKY),
    ACTIVITYPUB(RecordCut.PAGES, Platform.ACTIVITYPUB),
    GAB(RecordCut.NDJSON, Platform.GAB),
    PARLER(RecordCut.NDJSON, Platform.PARLER),
    YOUTUBE(RecordCut.NDJSON, Platform.YOUTUBE),
    TIKTOK(RecordCut.NDJSON, Platform.TIKTOK),
    CROWDTANGLE(RecordCut.CSV, Platform.FACEBOOK),
    WEIBOSCOPE(RecordCut.CSV, Platform.WEIBO),
    FOURCHAN(RecordCut.PAGES, Platform.FOURCHAN),
    FOURCAT(RecordCut.STREAM, null),
    CDX(RecordCut.STREAM, null),
    WARC(RecordCut.STREAM, null),
    RECHECK(RecordCut.CSV, null),
    REFERRAL(RecordCut.CSV, null),
    DSA_SOR(RecordCut.CSV, null),
    LUMEN(RecordCut.PAGES, null),
    TCO(RecordCut.CSV, null);

    private final RecordCut cut;
    private final Platform platform;

    DumpFormat(RecordCut cut, Platform platform) {
        this.cut = cut;
        this.platform = platform;
    }

    /** The name used in studies, for instance {@code reddit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the content usually falls into records. */
    public RecordCut cut() {
        return cut;
    }

    /** Whether records are taken out of larger texts, so that there is an {@link #unfolder()}. */
    boolean unfolds() {
        return cut == RecordCut.DOCUMENT || cut == RecordCut.PAGES || this == CDX;
    }

    /** How a text falls into records that is seen to be rows or lines. */
    RecordCut cut(RecordCut seen) {
        return cut == RecordCut.STREAM ? RecordCut.STREAM : seen;
    }

    /** What tells its texts from others. */
    Signature signature() {
        return switch (this) {
            case TWITTER_V1 -> new TwitterSignature();
            case TWITTER_V2 -> new TwitterV2Signature();
            case X_INFO_OPS -> new InfoOpsSignature();
            case X_COMPLIANCE -> new ComplianceSignature();
            case REDDIT -> new RedditSignature();
            case TGDATASET -> new TgdatasetSignature();
            case TELETHON -> new TelethonSignature();
            case TELEGRAM_DESKTOP -> new TelegramDesktopSignature();
            case JETSTREAM -> new JetstreamSignature();
            case BLUESKY_LABELS -> new LabelsSignature();
            case ACTIVITYPUB -> new ActivitySignature();
            case GAB -> new GabSignature();
            case PARLER -> new ParlerSignature();
            case YOUTUBE -> new YoutubeSignature();
            case TIKTOK -> new TiktokSignature();
            case CROWDTANGLE -> new CrowdtangleSignature();
            case WEIBOSCOPE -> new WeiboscopeSignature();
            case FOURCHAN -> new FourchanSignature();
            case FOURCAT -> new FourcatSignature();
            case CDX -> new CdxSignature();
            case WARC -> new WarcSignature();
            case RECHECK -> new RecheckSignature();
            case REFERRAL -> new ReferralSignature();
            case DSA_SOR -> new StatementSignature();
            case LUMEN -> new NoticeSignature();
            case TCO -> new OrderSignature();
        };
    }

    /**
     * What takes the records out of a document, for one document; only for formats that are cut as {@link
     * RecordCut#DOCUMENT} or {@link RecordCut#PAGES}, and for indexes of web archives in JSON.
     */
    public DocumentUnfolder unfolder() {
        return switch (this) {
            case TGDATASET -> new TgdatasetUnfolder();
            case TELEGRAM_DESKTOP -> new TelegramDesktopUnfolder();
            case ACTIVITYPUB -> new CollectionUnfolder();
            case TWITTER_V2 -> new TwitterV2Pages();
            case FOURCHAN -> new ThreadUnfolder();
            case CDX -> new CdxDocument();
            case LUMEN -> new NoticePages();
            case TWITTER_V1,
                    X_INFO_OPS,
                    X_COMPLIANCE,
                    REDDIT,
                    TELETHON,
                    JETSTREAM,
                    BLUESKY_LABELS,
                    GAB,
                    PARLER,
                    YOUTUBE,
                    TIKTOK,
                    CROWDTANGLE,
                    WEIBOSCOPE,
                    FOURCAT,
                    WARC,
                    RECHECK,
                    REFERRAL,
                    DSA_SOR,
                    TCO -> throw new IllegalStateException(id() + " is no format of documents.");
        };
    }

    /** What makes records of one stream; only for formats that are cut as {@link RecordCut#STREAM}. */
    public StreamUnfolder unfolder(InputStream stream) {
        return switch (this) {
            case FOURCAT -> new FourcatRows(stream);
            case CDX -> new CdxLines(stream);
            case WARC -> new WarcRecords(stream);
            case TWITTER_V1,
                    TWITTER_V2,
                    X_INFO_OPS,
                    X_COMPLIANCE,
                    REDDIT,
                    TGDATASET,
                    TELETHON,
                    TELEGRAM_DESKTOP,
                    JETSTREAM,
                    BLUESKY_LABELS,
                    ACTIVITYPUB,
                    GAB,
                    PARLER,
                    YOUTUBE,
                    TIKTOK,
                    CROWDTANGLE,
                    WEIBOSCOPE,
                    FOURCHAN,
                    RECHECK,
                    REFERRAL,
                    DSA_SOR,
                    LUMEN,
                    TCO -> throw new IllegalStateException(id() + " is no format of streams.");
        };
    }

    /** The one platform whose dumps have this format, or empty where records or study say which it is. */
    public Optional<Platform> platform() {
        return Optional.ofNullable(platform);
    }

    /** Whether the study must say which platform an input is about, because the records do not. */
    public boolean needsPlatform() {
        return false;
    }

    /** Whether a stream that sends notices of disappearance delivers this format, so that silence means something. */
    public boolean sendsNotices() {
        return this == TWITTER_V1 || this == JETSTREAM;
    }

    /**
     * Whether records have numbers in their channel or thread, so that a capture of it that holds all of them also tells what
     * is no longer there.
     */
    public boolean numbersItems() {
        return this == TGDATASET || this == TELETHON || this == TELEGRAM_DESKTOP || this == FOURCHAN;
    }

    /** The names of the formats that {@link #numbersItems()}. */
    public static String numbering() {
        return Arrays.stream(values())
                .filter(DumpFormat::numbersItems)
                .map(DumpFormat::id)
                .collect(Collectors.joining(", "));
    }

    /** Whether records of a format that {@link #numbersItems()} can state when they were captured. */
    public boolean statesCaptures() {
        return this == TELETHON || this == FOURCHAN;
    }

    /**
     * Whether the records of one capture of a place state the same time, so that a file may hold several captures, and its
     * first record says how many follow, so that a whole one is known from a part.
     */
    public boolean countsPlaces() {
        return this == FOURCHAN;
    }

    /** What brings an item into dumps of this format; every format must be classed here. */
    public SourceSelection selection() {
        return switch (this) {
            case X_INFO_OPS, DSA_SOR, LUMEN, TCO -> SourceSelection.SELECTED_ON_REMOVAL;
            case TWITTER_V1,
                    TWITTER_V2,
                    X_COMPLIANCE,
                    REDDIT,
                    TGDATASET,
                    TELETHON,
                    TELEGRAM_DESKTOP,
                    JETSTREAM,
                    BLUESKY_LABELS,
                    ACTIVITYPUB,
                    GAB,
                    PARLER,
                    YOUTUBE,
                    TIKTOK,
                    CROWDTANGLE,
                    WEIBOSCOPE,
                    FOURCHAN,
                    FOURCAT,
                    CDX,
                    WARC,
                    RECHECK,
                    REFERRAL -> SourceSelection.INDEPENDENT_OF_REMOVAL;
        };
    }

    /** Whether archives of this format keep one file a minute, so that a missing file is a gap of that minute. */
    public boolean hasMinuteFiles() {
        return this == TWITTER_V1;
    }

    /** A decoder for one input, or for one file of it where files have headers; for use by one thread. */
    public RecordDecoder decoder(DecoderSettings settings) {
        return switch (this) {
            case TWITTER_V1 -> new TwitterDecoder(settings);
            case TWITTER_V2 -> new TwitterV2Decoder(settings);
            case X_INFO_OPS -> new InfoOpsDecoder(settings);
            case X_COMPLIANCE -> new ComplianceDecoder(settings);
            case REDDIT -> new RedditDecoder(settings.capturedAt());
            case TGDATASET -> new TgdatasetDecoder(settings.capturedAt());
            case TELETHON -> new TelethonDecoder(settings.capturedAt());
            case TELEGRAM_DESKTOP -> new TelegramDesktopDecoder(settings.capturedAt());
            case JETSTREAM -> new JetstreamDecoder();
            case BLUESKY_LABELS -> new LabelDecoder();
            case ACTIVITYPUB -> new ActivityDecoder(settings.capturedAt());
            case GAB -> new GabDecoder(settings.capturedAt());
            case PARLER -> new ParlerDecoder(settings.capturedAt());
            case YOUTUBE -> new YoutubeDecoder(settings.capturedAt());
            case TIKTOK -> new TiktokDecoder(settings.capturedAt());
            case CROWDTANGLE -> new CrowdtangleDecoder(settings);
            case WEIBOSCOPE -> new WeiboscopeDecoder(settings);
            case FOURCHAN ->
                settings.header().length == 0
                        ? new FourchanDecoder(settings.capturedAt())
                        : new FourchanTable(settings);
            case FOURCAT -> new FourcatDecoder(settings);
            case CDX, WARC -> new CaptureDecoder(settings);
            case RECHECK ->
                AddressChecks.isHeader(CsvColumns.of(settings.header()))
                        ? new AddressChecks(settings)
                        : new RecheckDecoder(settings);
            case REFERRAL -> new ReferralDecoder(settings);
            case DSA_SOR -> new StatementDecoder(settings);
            case LUMEN -> new NoticeDecoder(settings);
            case TCO -> new OrderDecoder(settings);
        };
    }

    /** The format of this name; the message of the exception lists the names that are known. */
    public static DumpFormat of(String id) {
        for (DumpFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        String known = Arrays.stream(values()).map(DumpFormat::id).collect(Collectors.joining(", "));
        throw new StudyInputException("There is no format \"" + id + "\"; this version of Tilik reads " + known + ".");
    }

    /** The format that a text that begins like this has, or empty when none is recognised, or several are alike. */
    public static Optional<Sniffed> sniff(byte[] head) {
        List<Sniffed> candidates = candidates(head);
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Every format that a text that begins like this may have; more than one where its beginning does not tell. */
    public static List<Sniffed> candidates(byte[] head) {
        return FormatSniffer.candidates(head);
    }

    /** The format that the study declares for a text that begins like this, whatever it looks like. */
    public static Sniffed declared(DumpFormat format, byte[] head) {
        return new Sniffed(format, FormatSniffer.cut(format, head), "the study");
    }
}
