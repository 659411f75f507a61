-- Cities, /* the largest first.
CREATE TABLE cities (
    name text PRIMARY KEY,
    country char(2) NOT NULL
);
