-- Views over the tables of this bundle, named as in the output of the run: release.<table>.
-- Start inside the bundle (the folder with this file):
--
--     duckdb -init tables.sql

SET TimeZone = 'UTC';

CREATE SCHEMA IF NOT EXISTS release;

-- One row per tree of shares, quotes and replies that holds a tracked item, and way of building it; in release/ one row per tree of a tracked root with at least k items and k accounts, and one per size class, platform and way of building for all others.
CREATE OR REPLACE VIEW release.cascades AS
SELECT * FROM read_parquet('tables/cascades.parquet');

-- One row per stratum and window: how many accounts shared the same content within seconds of each other. Sharing together has many innocent reasons.
CREATE OR REPLACE VIEW release.coordination AS
SELECT * FROM read_parquet('tables/coordination.parquet');

-- One row per family of two copies and more that holds a tracked item; in release/ one row per family of k copies and more by k accounts and more, and per class of the others. Hours are rounded up to whole ones there.
CREATE OR REPLACE VIEW release.families AS
SELECT * FROM read_parquet('tables/families.parquet');

-- One row per family and ordered pair of platforms of which the first had it earlier; platforms of which the source delivered a sample are left out. In release/ on each of both there are at least k copies by k accounts.
CREATE OR REPLACE VIEW release.platform_jumps AS
SELECT * FROM read_parquet('tables/platform_jumps.parquet');

-- One row per stratum, label and measure of how much of what was posted the classifier calls so; the long shape of removal_measures.
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
