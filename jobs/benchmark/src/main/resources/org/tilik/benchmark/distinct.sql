-- One row an item, the earliest capture, in order of ids.
COPY (
    SELECT DISTINCT ON (id) * FROM read_json('${dump}', format = 'newline_delimited', compression = 'zstd', columns = {
        id: 'VARCHAR', name: 'VARCHAR', author: 'VARCHAR', parent_id: 'VARCHAR', link_id: 'VARCHAR',
        crosspost_parent: 'VARCHAR', url: 'VARCHAR', body: 'VARCHAR', selftext: 'VARCHAR', title: 'VARCHAR',
        removed_by_category: 'VARCHAR', removal_reason: 'VARCHAR', is_self: 'BOOLEAN', created_utc: 'DOUBLE',
        retrieved_on: 'BIGINT', edited: 'VARCHAR', score: 'BIGINT', num_comments: 'BIGINT', num_crossposts: 'BIGINT',
        _meta: 'STRUCT(retrieved_2nd_on BIGINT, was_deleted_later BOOLEAN, was_initially_deleted BOOLEAN,
                       is_edited BOOLEAN, removal_type VARCHAR, note VARCHAR)'
    })
    ORDER BY id, retrieved_on
) TO '${output}/items.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
