create schema matching;

-- Two who may be one: a request and a record. Scores, reasons and what people decided stand in `sealed` alone.
create table matching.pair (
  row_id uuid primary key,
  id uuid not null unique,
  compartment text not null,
  request_compartment text not null,
  record_compartment text not null,
  context uuid not null,
  request text not null,
  record text not null,
  state text not null check (state in ('queued', 'in_review', 'info_requested', 'accepted_first', 'accepted',
    'disputed', 'rejected', 'withdrawn', 'lapsed')),
  proposed_by text not null,
  proposed_by_system boolean not null,
  proposed_at timestamptz not null,
  -- The version of what is sought that was looked at last: a rejected pair comes back only with a later one.
  sought_version integer not null,
  state_at timestamptz not null,
  first_by text,
  second_by text,
  grade text check (grade in ('possible', 'probable', 'established')),
  record_doubted_at timestamptz,
  sealed bytea not null
);
create unique index pair_ends on matching.pair (request, record);
create index pair_record on matching.pair (record);
create index pair_state on matching.pair (compartment, state, row_id);

-- What was done with a pair, step by step: never changed, never deleted.
create table matching.step (
  row_id uuid primary key,
  id uuid not null unique,
  pair uuid not null references matching.pair (id),
  kind text not null,
  from_state text not null,
  to_state text not null,
  by text not null,
  at timestamptz not null,
  sealed bytea not null
);
create index step_pair on matching.step (pair, row_id);
