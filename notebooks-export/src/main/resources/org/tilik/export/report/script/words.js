// SPDX-License-Identifier: GPL-3.0-or-later
// Words, numbers and dates in the language of the reader.

const LOCALES = {en: "en-GB", fr: "fr-FR", id: "id-ID"};
const LANGUAGE_NAMES = {en: "English", fr: "Français", id: "Bahasa Indonesia"};
const formats = new Map();

function locale() {
  return LOCALES[state.language];
}

function format(name, make) {
  const key = state.language + " " + name;
  if (!formats.has(key)) {
    formats.set(key, make(locale()));
  }
  return formats.get(key);
}

function has(key) {
  return Object.hasOwn(data.messages[state.language], key);
}

/** The message with its {names} filled in; what is missing is an error, so that no page is half in a language. */
function t(key, values) {
  if (!has(key)) {
    throw new Error("No message " + key + " in " + state.language);
  }
  return data.messages[state.language][key].replace(/\{(\w+)\}/g, (all, name) => {
    if (!values || values[name] === undefined) {
      throw new Error("Message " + key + " needs a value for " + name);
    }
    return values[name];
  });
}

/** The message where there is one, else what the data call it. */
function word(prefix, value) {
  return has(prefix + "." + value) ? t(prefix + "." + value) : value;
}

function whole(value) {
  return format("whole", l => new Intl.NumberFormat(l, {maximumFractionDigits: 0})).format(value);
}

function decimal(value) {
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 3 : Math.abs(value) < 10 ? 2 : 1;
  return format("decimal" + digits, l => new Intl.NumberFormat(l, {maximumFractionDigits: digits})).format(value);
}

function tenths(value) {
  return format("tenths", l => new Intl.NumberFormat(l, {minimumFractionDigits: 1, maximumFractionDigits: 1})).format(value);
}

function hundredths(value) {
  return format("hundredths", l => new Intl.NumberFormat(l, {
    minimumFractionDigits: 2, maximumFractionDigits: 2,
  })).format(value);
}

function percent(value) {
  const digits = value !== 0 && Math.abs(value) < 0.001 ? 3 : 1;
  return format("percent" + digits, l => new Intl.NumberFormat(l, {
    style: "percent", minimumFractionDigits: 1, maximumFractionDigits: digits,
  })).format(value);
}

/** Hours as a measured number: one decimal, two below a tenth of an hour. */
function hours(value) {
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 3 : 1;
  return t("unit.hours", {
    n: format("hours" + digits, l => new Intl.NumberFormat(l, {
      minimumFractionDigits: 1, maximumFractionDigits: digits,
    })).format(value),
  });
}

/** A short time as exactly as it deserves: in seconds, minutes or hours. */
function brief(value) {
  const [unit, amount] = value < 1 / 60 ? ["seconds", value * 3600] : value < 1 ? ["minutes", value * 60] : ["hours", value];
  return t("unit." + unit, {n: decimal(amount)});
}

/** A span of time that somebody set, such as a deadline: whole days from two days on. */
function span(value) {
  const days = value >= 48 && value % 24 === 0;
  return format(days ? "days" : "spanHours", l => new Intl.NumberFormat(l, {
    style: "unit", unit: days ? "day" : "hour", unitDisplay: "long", maximumFractionDigits: 2,
  })).format(days ? value / 24 : value);
}

function shortSpan(value) {
  const days = value >= 48 && value % 24 === 0;
  return t(days ? "unit.days.short" : "unit.hours.short", {n: decimal(days ? value / 24 : value)});
}

function date(iso) {
  return format("date", l => new Intl.DateTimeFormat(l, {dateStyle: "long", timeZone: "UTC"})).format(new Date(iso))
    .replace(/^1 /, state.language === "fr" ? "1er " : "1 ");
}

function level(value) {
  return format("level", l => new Intl.NumberFormat(l, {style: "percent", maximumFractionDigits: 1})).format(value);
}

function moment(iso) {
  return format("moment", l => new Intl.DateTimeFormat(l, {
    year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
  })).format(new Date(iso)) + " UTC";
}

function bytes(value) {
  const unit = value >= 1e9 ? "gigabyte" : value >= 1e6 ? "megabyte" : value >= 1e3 ? "kilobyte" : "byte";
  const scale = {gigabyte: 1e9, megabyte: 1e6, kilobyte: 1e3, byte: 1}[unit];
  return format(unit, l => new Intl.NumberFormat(l, {
    style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1,
  })).format(value / scale);
}

function list(words) {
  return format("list", l => new Intl.ListFormat(l, {type: "conjunction"})).format(words);
}

/** A language or country by its code; codes that nobody knows stay codes. */
function named(type, code) {
  const known = type === "language" ? /^[a-z]{2,3}$/ : /^[A-Z]{2}$/;
  if (code === "und") {
    return t("language.und");
  }
  if (!known.test(code)) {
    return code;
  }
  return format("names " + type, l => new Intl.DisplayNames([l], {type, fallback: "code"})).of(code);
}

/** One value of a stratum in words. */
function stratumValue(column, value) {
  switch (column) {
    case "language": return named("language", value);
    case "platform_pair": return value.split(">").map(platform => word("platform", platform)).join(" → ");
    case "jurisdiction": return named("region", value);
    case "category": return has("category." + value) ? t("category." + value)
      : value.replace(/^STATEMENT_CATEGORY_/, "").replaceAll("_", " ").toLowerCase();
    default: return word(column, value);
  }
}

/** A stratum in words, such as "Reddit · posts". */
function stratumName(by, stratum) {
  if (by === "all") {
    return t("stratum.all");
  }
  const columns = by.split(",");
  const values = stratum.split("|");
  if (columns.length !== values.length) {
    return stratum;
  }
  return values.map((value, i) => stratumValue(columns[i], value)).join(" · ");
}

/** The columns that make strata, in words. */
function stratumBy(by) {
  return by === "all" ? t("stratum.all") : by.split(",").map(column => word("column", column)).join(" · ");
}

