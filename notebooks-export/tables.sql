-- Views over the tables of one run, named as its folders: release.…, restricted.…
-- Start inside the output folder (the one with run.json):
--
--     duckdb -init PATH/TO/notebooks-export/tables.sql
--
-- Only files that the manifest of a finished table names are read: what a run left behind when it failed would count
-- rows twice. A table that is not there or not finished gets no view, and an error line names it.

SET TimeZone = 'UTC';

CREATE SCHEMA IF NOT EXISTS release;
CREATE SCHEMA IF NOT EXISTS restricted;

CREATE OR REPLACE TEMP TABLE tilik_files AS
SELECT parse_dirpath(filename) AS folder, unnest(files).path AS path
FROM read_json('re*/*/_manifest.json', filename = true,
               columns = {files: 'STRUCT(path VARCHAR, "rows" BIGINT, sha256 VARCHAR)[]'})
WHERE parse_dirpath(filename) IN (SELECT parse_dirpath(file) FROM glob('re*/*/_SUCCESS'));

CREATE OR REPLACE TEMP MACRO tilik_table(name) AS (
    SELECT coalesce(list(folder || '/' || path ORDER BY path), ['No finished table ' || name || ' in this folder'])
    FROM tilik_files WHERE folder = name
);

SET VARIABLE prevalence = tilik_table('release/prevalence');
SET VARIABLE rejects = tilik_table('release/rejects');
SET VARIABLE removal_curves = tilik_table('release/removal_curves');
SET VARIABLE removal_measures = tilik_table('release/removal_measures');
SET VARIABLE ledger_measures = tilik_table('release/ledger_measures');
SET VARIABLE items = tilik_table('restricted/items');
SET VARIABLE observations = tilik_table('restricted/observations');
SET VARIABLE ledger_counts = tilik_table('restricted/ledger_counts');
SET VARIABLE coverage = tilik_table('restricted/coverage');
SET VARIABLE labels = tilik_table('restricted/labels');
SET VARIABLE family_members = tilik_table('restricted/family_members');
SET VARIABLE episodes = tilik_table('restricted/episodes');
SET VARIABLE exact_removal_curves = tilik_table('restricted/removal_curves');
SET VARIABLE cascades = tilik_table('release/cascades');
SET VARIABLE families = tilik_table('release/families');
SET VARIABLE spread_timeline = tilik_table('release/spread_timeline');
SET VARIABLE spread_measures = tilik_table('release/spread_measures');
SET VARIABLE platform_jumps = tilik_table('release/platform_jumps');
SET VARIABLE coordination = tilik_table('release/coordination');
SET VARIABLE compliance = tilik_table('release/compliance');
SET VARIABLE policy_changes = tilik_table('release/policy_changes');
SET VARIABLE counterfactuals = tilik_table('release/counterfactuals');
SET VARIABLE over_removal = tilik_table('release/over_removal');
SET VARIABLE counter_speech = tilik_table('release/counter_speech');
SET VARIABLE cascade_edges = tilik_table('restricted/cascade_edges');
SET VARIABLE coordinated_pairs = tilik_table('restricted/coordinated_pairs');
SET VARIABLE complete_cascades = tilik_table('restricted/cascades');
SET VARIABLE complete_families = tilik_table('restricted/families');
SET VARIABLE complete_spread_timeline = tilik_table('restricted/spread_timeline');
SET VARIABLE complete_platform_jumps = tilik_table('restricted/platform_jumps');
SET VARIABLE incidents = tilik_table('release/incidents');
SET VARIABLE complete_incidents = tilik_table('restricted/incidents');

-- Aggregates that may be published.

CREATE OR REPLACE VIEW release.removal_measures AS
SELECT * FROM read_parquet(getvariable('removal_measures'));

CREATE OR REPLACE VIEW release.ledger_measures AS
SELECT * FROM read_parquet(getvariable('ledger_measures'));

CREATE OR REPLACE VIEW release.removal_curves AS
SELECT * FROM read_parquet(getvariable('removal_curves'));

CREATE OR REPLACE VIEW release.prevalence AS
SELECT * FROM read_parquet(getvariable('prevalence'));

CREATE OR REPLACE VIEW release.rejects AS
SELECT * FROM read_parquet(getvariable('rejects'));

CREATE OR REPLACE VIEW release.cascades AS
SELECT * FROM read_parquet(getvariable('cascades'));

CREATE OR REPLACE VIEW release.families AS
SELECT * FROM read_parquet(getvariable('families'));

CREATE OR REPLACE VIEW release.spread_timeline AS
SELECT * FROM read_parquet(getvariable('spread_timeline'));

CREATE OR REPLACE VIEW release.spread_measures AS
SELECT * FROM read_parquet(getvariable('spread_measures'));

CREATE OR REPLACE VIEW release.platform_jumps AS
SELECT * FROM read_parquet(getvariable('platform_jumps'));

CREATE OR REPLACE VIEW release.coordination AS
SELECT * FROM read_parquet(getvariable('coordination'));

CREATE OR REPLACE VIEW release.compliance AS
SELECT * FROM read_parquet(getvariable('compliance'));

CREATE OR REPLACE VIEW release.policy_changes AS
SELECT * FROM read_parquet(getvariable('policy_changes'));

CREATE OR REPLACE VIEW release.counterfactuals AS
SELECT * FROM read_parquet(getvariable('counterfactuals'));

CREATE OR REPLACE VIEW release.over_removal AS
SELECT * FROM read_parquet(getvariable('over_removal'));

CREATE OR REPLACE VIEW release.counter_speech AS
SELECT * FROM read_parquet(getvariable('counter_speech'));

-- Compliance as it is cited: the share met, between the least and the most that the data allow.

CREATE OR REPLACE VIEW release.compliance_met AS
SELECT commitment, jurisdiction, platform, period, is_signatory, metric_id, deadline_hours, clock, legal_basis,
       evidence_level, n_items, coalesce(estimate, bound_low) AS met_low, estimate AS met,
       coalesce(estimate, bound_high) AS met_high, ci_low, ci_high, identifiability, correction_method,
       suppressed, row_id, run_id
FROM release.compliance;

-- Rows about single items; not for publication.

CREATE OR REPLACE VIEW restricted.episodes AS
SELECT * FROM read_parquet(getvariable('episodes'), hive_partitioning = true,
                           hive_types = {platform: VARCHAR, month: VARCHAR});

CREATE OR REPLACE VIEW restricted.items AS
SELECT * FROM read_parquet(getvariable('items'), hive_partitioning = true,
                           hive_types = {platform: VARCHAR, month: VARCHAR});

CREATE OR REPLACE VIEW restricted.labels AS
SELECT * FROM read_parquet(getvariable('labels'), hive_partitioning = true,
                           hive_types = {platform: VARCHAR, month: VARCHAR});

CREATE OR REPLACE VIEW restricted.family_members AS
SELECT * FROM read_parquet(getvariable('family_members'), hive_partitioning = true,
                           hive_types = {platform: VARCHAR, month: VARCHAR});

CREATE OR REPLACE VIEW restricted.observations AS
SELECT * FROM read_parquet(getvariable('observations'), hive_partitioning = true,
                           hive_types = {platform: VARCHAR, month: VARCHAR});

CREATE OR REPLACE VIEW restricted.ledger_counts AS
SELECT * FROM read_parquet(getvariable('ledger_counts'));

CREATE OR REPLACE VIEW restricted.coverage AS
SELECT * FROM read_parquet(getvariable('coverage'));

CREATE OR REPLACE VIEW restricted.removal_curves AS
SELECT * FROM read_parquet(getvariable('exact_removal_curves'));

CREATE OR REPLACE VIEW restricted.cascade_edges AS
SELECT * FROM read_parquet(getvariable('cascade_edges'));

CREATE OR REPLACE VIEW restricted.cascades AS
SELECT * FROM read_parquet(getvariable('complete_cascades'));

CREATE OR REPLACE VIEW restricted.families AS
SELECT * FROM read_parquet(getvariable('complete_families'));

CREATE OR REPLACE VIEW restricted.spread_timeline AS
SELECT * FROM read_parquet(getvariable('complete_spread_timeline'));

CREATE OR REPLACE VIEW restricted.platform_jumps AS
SELECT * FROM read_parquet(getvariable('complete_platform_jumps'));

CREATE OR REPLACE VIEW restricted.coordinated_pairs AS
SELECT * FROM read_parquet(getvariable('coordinated_pairs'));

-- Only where incidents were looked for, which is no part of a run; last, so that nothing else is missed where they were not.

CREATE OR REPLACE VIEW release.incidents AS
SELECT * FROM read_parquet(getvariable('incidents'));

CREATE OR REPLACE VIEW restricted.incidents AS
SELECT * FROM read_parquet(getvariable('complete_incidents'));
