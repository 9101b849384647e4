-- Views over the tables of this bundle, named as in the output of the run: release.<table>.
-- Start inside the bundle (the folder with this file):
--
--     duckdb -init tables.sql

SET TimeZone = 'UTC';

CREATE SCHEMA IF NOT EXISTS release;

-- One row per tree of shares, quotes and replies that holds a tracked item, and way of building it; in release/ one row per tree of a tracked root with at least k items and k accounts, and one per size class, platform and way of building for all others.
CREATE OR REPLACE VIEW release.cascades AS
SELECT * FROM read_parquet('tables/cascades.parquet');

-- One row per commitment, jurisdiction, platform, period and membership of how much was acted on in time; the long shape of removal_measures.
CREATE OR REPLACE VIEW release.compliance AS
SELECT * FROM read_parquet('tables/compliance.parquet');

-- One row per stratum and window: how many accounts shared the same content within seconds of each other. Sharing together has many innocent reasons.
CREATE OR REPLACE VIEW release.coordination AS
SELECT * FROM read_parquet('tables/coordination.parquet');

-- One row per unit, stratum and measure of counter-speech beside extremist material; the long shape of removal_measures.
CREATE OR REPLACE VIEW release.counter_speech AS
SELECT * FROM read_parquet('tables/counter_speech.parquet');

-- One row per scenario and stratum: what a rule would have averted, replayed on what happened with what was known by then. A scenario.
CREATE OR REPLACE VIEW release.counterfactuals AS
SELECT * FROM read_parquet('tables/counterfactuals.parquet');

-- One row per family of two copies and more that holds a tracked item; in release/ one row per family of k copies and more by k accounts and more, and per class of the others. Hours are rounded up to whole ones there.
CREATE OR REPLACE VIEW release.families AS
SELECT * FROM read_parquet('tables/families.parquet');

-- One row per ledger, stratum and measure of what platforms state of their own actions; the long shape of removal_measures. A stratum is published from k entries on: a ledger names no accounts.
CREATE OR REPLACE VIEW release.ledger_measures AS
SELECT * FROM read_parquet('tables/ledger_measures.parquet');

-- One row per class of material as people coded it, stratum and measure of how much of it was removed; the long shape of removal_measures. Without an audit whose items were drawn with stated probabilities there are rows for all and for each platform that say none.
CREATE OR REPLACE VIEW release.over_removal AS
SELECT * FROM read_parquet('tables/over_removal.parquet');

-- One row per family and ordered pair of platforms of which the first had it earlier, among what the archives hold; platforms of which the source delivered a sample are left out. In release/ on each of both there are at least k copies by k accounts.
CREATE OR REPLACE VIEW release.platform_jumps AS
SELECT * FROM read_parquet('tables/platform_jumps.parquet');

-- One row per intervention, outcome, stratum and term of how a weekly series changed about a date; the long shape of removal_measures. A change about a date is an association.
CREATE OR REPLACE VIEW release.policy_changes AS
SELECT * FROM read_parquet('tables/policy_changes.parquet');

-- One row per stratum, label and measure of how much of what was posted the classifier calls so, and, where the study names an audit, how much of it is so; the long shape of removal_measures.
CREATE OR REPLACE VIEW release.prevalence AS
SELECT * FROM read_parquet('tables/prevalence.parquet');

-- One row per group of rejected records of one file and reason; never any of their text.
CREATE OR REPLACE VIEW release.rejects AS
SELECT * FROM read_parquet('tables/rejects.parquet');

-- One row per stratum, estimator, cause and time of a survival or cumulative incidence curve.
CREATE OR REPLACE VIEW release.removal_curves AS
SELECT * FROM read_parquet('tables/removal_curves.parquet');

-- One row per stratum and measure of how fast and how much tracked material disappeared.
CREATE OR REPLACE VIEW release.removal_measures AS
SELECT * FROM read_parquet('tables/removal_measures.parquet');

-- One row per stratum and measure of how far and how fast tracked material travelled.
CREATE OR REPLACE VIEW release.spread_measures AS
SELECT * FROM read_parquet('tables/spread_measures.parquet');

-- One row per family or stratum and hour or day in which something changed: new, cumulative, visible and removed copies. Copies that are tracked for their family alone count only where they are shares or exact copies; those of unknown time of posting do not count. In release/ a family or stratum has at least k copies by k accounts.
CREATE OR REPLACE VIEW release.spread_timeline AS
SELECT * FROM read_parquet('tables/spread_timeline.parquet');

-- Compliance as it is cited: the share met, between the least and the most that the data allow.
CREATE OR REPLACE VIEW release.compliance_met AS
SELECT commitment, jurisdiction, platform, period, is_signatory, metric_id, deadline_hours, clock, legal_basis,
       evidence_level, n_items, coalesce(estimate, bound_low) AS met_low, estimate AS met,
       coalesce(estimate, bound_high) AS met_high, ci_low, ci_high, identifiability, correction_method,
       suppressed, row_id, run_id
FROM release.compliance;
