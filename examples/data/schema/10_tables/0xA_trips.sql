CREATE TABLE trips (
    id bigint PRIMARY KEY,
    city text NOT NULL REFERENCES cities,
    fare numeric(9, 2) CHECK (fare >= 0)
);
