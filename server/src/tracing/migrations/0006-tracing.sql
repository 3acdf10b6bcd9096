create schema tracing;

-- A request: where it stands, and the dates of our own acts. Who asks and who is sought stand sealed beside it.
create table tracing.request (
  row_id uuid primary key,
  id text not null unique,
  context uuid not null,
  compartment text not null,
  state text not null,
  outcome text,
  sought_version integer not null,
  enquirer_version integer not null,
  filed_at timestamptz not null,
  filed_by text not null,
  submitted_at timestamptz,
  opened_at timestamptz,
  state_at timestamptz not null,
  officer text,
  awaiting_reply boolean not null default false,
  candidates integer not null default 0,
  review_on date,
  next_call_on date,
  unanswered_calls integer not null default 0,
  urgent_reason text,
  urgent_by text,
  urgent_at timestamptz,
  urgent_review_on date,
  correction_owed_at timestamptz,
  told_at timestamptz,
  told_by text,
  told_in_person boolean not null default false,
  merged_into text
);
create index request_state on tracing.request (compartment, state_at, row_id);

-- What is known of the sought person, version by version; nothing is overwritten.
create table tracing.sought (
  row_id uuid primary key,
  request text not null references tracing.request (id),
  compartment text not null,
  version integer not null,
  corrects integer,
  at timestamptz not null,
  by text not null,
  sealed bytea not null,
  unique (request, version)
);

-- Who asks and how to call back: apart from the case, read only by who must.
create table tracing.enquirer (
  row_id uuid primary key,
  request text not null references tracing.request (id),
  compartment text not null,
  version integer not null,
  corrects integer,
  at timestamptz not null,
  by text not null,
  sealed bytea not null,
  unique (request, version)
);

-- Every transition, for ever. A correction is a new one that names what it corrects.
create table tracing.transition (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null references tracing.request (id),
  compartment text not null,
  happening text not null,
  from_state text not null,
  to_state text not null,
  outcome text,
  at timestamptz not null,
  by text not null,
  corrects uuid,
  sealed bytea not null
);
create index transition_request on tracing.transition (request, row_id);

create table tracing.call (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null references tracing.request (id),
  compartment text not null,
  direction text not null check (direction in ('in', 'out')),
  answered boolean not null,
  at timestamptz not null,
  by text not null,
  next_call_on date,
  sealed bytea not null
);
create index call_request on tracing.call (request, row_id);

create table tracing.consent (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null references tracing.request (id),
  compartment text not null,
  purpose text not null,
  recipient uuid,
  basis text not null,
  given_at timestamptz not null,
  taken_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  sealed bytea not null
);
create index consent_request on tracing.consent (request, row_id);

-- Two requests for one person: seen by officers only, input to nothing that leaves.
create table tracing.link (
  row_id uuid primary key,
  one text not null references tracing.request (id),
  other text not null references tracing.request (id),
  compartment text not null,
  at timestamptz not null,
  by text not null,
  ended_at timestamptz,
  check (one < other)
);
create index link_one on tracing.link (one) where ended_at is null;
create index link_other on tracing.link (other) where ended_at is null;

-- What an officer is to look at because of a linked request; never what it says.
create table tracing.warning (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null references tracing.request (id),
  compartment text not null,
  kind text not null,
  about text not null,
  at timestamptz not null,
  seen_at timestamptz,
  seen_by text
);
create index warning_request on tracing.warning (request) where seen_at is null;

-- Accepted pairs that concern a request: leads, and what an outcome rests on.
create table tracing.lead (
  row_id uuid primary key,
  request text not null references tracing.request (id),
  compartment text not null,
  pair uuid not null,
  record text not null,
  grade text not null check (grade in ('possible', 'probable', 'established')),
  at timestamptz not null,
  ended_at timestamptz
);
create index lead_request on tracing.lead (request) where ended_at is null;
create index lead_record on tracing.lead (record) where ended_at is null;
