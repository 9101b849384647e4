-- The tables that ingest writes: items and observations by month with keyed hashes for ids, sorted by key.
CREATE TEMP TABLE records AS
SELECT
    left(sha256('key' || 'reddit' || chr(31) || coalesce(name, CASE WHEN body IS NULL THEN 't3_' ELSE 't1_' END || id)), 32)
        AS item_key,
    left(sha256('key' || 'reddit' || chr(31) || nullif(author, '[deleted]')), 32) AS account_key,
    left(sha256('key' || 'reddit' || chr(31) || parent_id), 32) AS parent_key,
    left(sha256('key' || 'reddit' || chr(31) || crosspost_parent), 32) AS origin_key,
    left(sha256('key' || 'reddit' || chr(31) || coalesce(link_id, name)), 32) AS root_key,
    to_timestamp(created_utc) AS posted_at,
    to_timestamp(retrieved_on) AS captured_at,
    coalesce(body, selftext) AS words,
    *
FROM read_json('${dump}', format = 'newline_delimited', compression = 'zstd', columns = {
    id: 'VARCHAR', name: 'VARCHAR', author: 'VARCHAR', parent_id: 'VARCHAR', link_id: 'VARCHAR',
    crosspost_parent: 'VARCHAR', url: 'VARCHAR', body: 'VARCHAR', selftext: 'VARCHAR', title: 'VARCHAR',
    removed_by_category: 'VARCHAR', removal_reason: 'VARCHAR', is_self: 'BOOLEAN', created_utc: 'DOUBLE',
    retrieved_on: 'BIGINT', edited: 'VARCHAR', score: 'BIGINT', num_comments: 'BIGINT', num_crossposts: 'BIGINT',
    _meta: 'STRUCT(retrieved_2nd_on BIGINT, was_deleted_later BOOLEAN, was_initially_deleted BOOLEAN,
                   is_edited BOOLEAN, removal_type VARCHAR, note VARCHAR)'
});

COPY (
    SELECT DISTINCT ON (item_key)
        'reddit' AS platform, strftime(posted_at, '%Y-%m') AS month, item_key, account_key,
        CASE WHEN crosspost_parent IS NOT NULL THEN 'SHARE' WHEN body IS NOT NULL THEN 'REPLY' ELSE 'POST' END AS kind,
        posted_at, captured_at, parent_key, origin_key, root_key,
        CASE WHEN words IN ('[removed]', '[deleted]') OR removed_by_category IS NOT NULL THEN NULL
            ELSE concat_ws(chr(10), title, words) END AS text,
        url, score AS likes, num_comments AS replies, num_crossposts AS shares,
        words IN ('[removed]', '[deleted]') OR removed_by_category IS NOT NULL AS is_stub
    FROM records
    ORDER BY item_key, captured_at
) TO '${output}/items' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (platform, month));

COPY (
    SELECT * FROM (
        -- Gone at the first look.
        SELECT 'reddit' AS platform, strftime(posted_at, '%Y-%m') AS month, item_key, 'REMOVAL' AS kind,
            posted_at AS time_lo, captured_at AS time_hi, removed_by_category AS reason, score AS likes
        FROM records
        WHERE words IN ('[removed]', '[deleted]') OR removed_by_category IS NOT NULL
        UNION ALL
        -- What the second look found.
        SELECT 'reddit', strftime(posted_at, '%Y-%m'), item_key,
            CASE WHEN _meta.was_deleted_later THEN 'REMOVAL'
                WHEN _meta.was_initially_deleted THEN 'REAPPEARANCE' ELSE 'RECHECK' END,
            captured_at, to_timestamp(_meta.retrieved_2nd_on), _meta.removal_type, score
        FROM records
        WHERE _meta.retrieved_2nd_on IS NOT NULL
        UNION ALL
        -- Later captures of the same item.
        SELECT 'reddit', strftime(posted_at, '%Y-%m'), item_key, 'RECHECK', captured_at, captured_at, NULL, score
        FROM (SELECT *, row_number() OVER (PARTITION BY item_key ORDER BY captured_at) AS capture FROM records)
        WHERE capture > 1
    )
    ORDER BY item_key, time_hi
) TO '${output}/observations' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (platform, month));
