-- What made trips.parquet, by DuckDB.
COPY (
  SELECT
    i AS id,
    CASE WHEN i % 10 <> 0 THEN (i % 7)::INTEGER END AS seats,
    (18446744073709551615 - i)::UBIGINT AS top,
    (i * 0.25)::DECIMAL(9, 2) AS fare,
    (i * 1000000000000)::DECIMAL(30, 3) AS large,
    CASE WHEN i = 77 THEN 'nan'::DOUBLE ELSE i / 4 END AS km,
    i % 3 = 0 AS shared,
    'stop ' || (i % 20) AS stop,
    encode('b' || (i % 2)) AS raw,
    DATE '2026-01-01' + (i / 100)::INTEGER AS day,
    TIMESTAMP '2026-01-01 00:00:00' + INTERVAL (i) SECOND AS start,
    TIME '12:00:00' + INTERVAL (i % 60) SECOND AS clock,
    '00000000-0000-0000-0000-00000000000a'::UUID AS code,
    CASE WHEN i % 5 <> 0 THEN range(i % 3) END AS legs,
    CASE WHEN i % 4 <> 0 THEN {'x': i, 'name': 'n' || (i % 2)} END AS place,
    MAP {'k' || (i % 2): i} AS tags
  FROM range(5000) t(i)
) TO 'trips.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048);
