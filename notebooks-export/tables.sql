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
SET VARIABLE items = tilik_table('restricted/items');
SET VARIABLE observations = tilik_table('restricted/observations');
SET VARIABLE coverage = tilik_table('restricted/coverage');
SET VARIABLE labels = tilik_table('restricted/labels');
SET VARIABLE family_members = tilik_table('restricted/family_members');
SET VARIABLE episodes = tilik_table('restricted/episodes');
SET VARIABLE exact_removal_curves = tilik_table('restricted/removal_curves');

-- Aggregates that may be published.

CREATE OR REPLACE VIEW release.removal_measures AS
SELECT * FROM read_parquet(getvariable('removal_measures'));

CREATE OR REPLACE VIEW release.removal_curves AS
SELECT * FROM read_parquet(getvariable('removal_curves'));

CREATE OR REPLACE VIEW release.prevalence AS
SELECT * FROM read_parquet(getvariable('prevalence'));

CREATE OR REPLACE VIEW release.rejects AS
SELECT * FROM read_parquet(getvariable('rejects'));

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

CREATE OR REPLACE VIEW restricted.coverage AS
SELECT * FROM read_parquet(getvariable('coverage'));

CREATE OR REPLACE VIEW restricted.removal_curves AS
SELECT * FROM read_parquet(getvariable('exact_removal_curves'));
