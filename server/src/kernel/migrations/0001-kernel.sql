create schema kernel;

do $$ begin
  create role solferino_app nologin;
exception when duplicate_object or unique_violation then null; end $$;

-- Which installation this is; the check proves a root key before anything is opened with it.
create table kernel.installation (
  one boolean primary key default true check (one),
  id uuid not null,
  mode text not null check (mode in ('exercise', 'real')),
  root_check bytea not null,
  head_key bytea not null,
  head_public bytea not null,
  created_at timestamptz not null
);

-- The root key under a passphrase (Argon2id), where somebody chose to unseal by one; with a key file there is no row.
create table kernel.root_wrap (
  one boolean primary key default true check (one),
  salt bytea not null,
  wrapped bytea not null,
  created_at timestamptz not null
);

-- One key a compartment, wrapped under the root key (security.md 0.1).
create table kernel.compartment_key (
  compartment text primary key,
  class text not null check (class in ('service', 'session')),
  wrapped bytea not null,
  created_at timestamptz not null
);

-- One salt a subject: the key of a record is HKDF(compartment key, salt), and erasing is deleting here (security.md 0.7).
create table kernel.salt (
  subject text primary key,
  salt bytea not null
);

-- The audit log: salted digests, no content. number, position, previous and hash are written once, by the sequencer.
create table kernel.leaf (
  row_id uuid primary key,
  number bigint unique,
  chain text not null,
  position bigint,
  at timestamptz not null,
  actor text not null,
  operation text not null,
  type text not null,
  subject text not null,
  digest bytea not null,
  previous bytea,
  hash bytea,
  unique (chain, position)
);
create index leaf_unnumbered on kernel.leaf (row_id) where number is null;
create index leaf_subject on kernel.leaf (subject);

create table kernel.leaf_salt (
  row_id uuid primary key,
  subject text not null,
  salt bytea not null,
  data text not null
);
create index leaf_salt_subject on kernel.leaf_salt (subject);

-- What happened, for other rooms: ids, codes, dates of our acts and counts only.
create table kernel.outbox (
  row_id uuid primary key,
  number bigint unique,
  at timestamptz not null,
  actor text not null,
  type text not null,
  subject text not null,
  compartment text not null,
  data jsonb not null
);
create index outbox_unnumbered on kernel.outbox (row_id) where number is null;
-- A subscriber of a rare event finds the next one without reading all that happened in between.
create index outbox_type on kernel.outbox (type, number);

-- Signed heads of the chains; also copied outside the database, so that a cut tail is seen.
create table kernel.head (
  row_id uuid primary key,
  number bigint not null,
  at timestamptz not null,
  note text not null
);

create table kernel.subscription (
  name text primary key,
  number bigint not null default 0,
  failures integer not null default 0
);

create table kernel.job (
  row_id uuid primary key,
  id uuid not null unique,
  kind text not null,
  compartment text not null,
  subject text not null,
  created_by text not null,
  created_at timestamptz not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'stopped')),
  stopping boolean not null default false,
  node text,
  lease_until timestamptz,
  attempts integer not null default 0,
  stage text not null default '',
  done_count bigint not null default 0,
  total_count bigint,
  input jsonb not null,
  position jsonb,
  outcome text,
  reference text,
  started_at timestamptz,
  ended_at timestamptz
);
create index job_waiting on kernel.job (row_id) where state in ('queued', 'running');

-- Two different people for one act: what is proposed never changes after it was proposed.
create table kernel.proposal (
  row_id uuid primary key,
  id uuid not null unique,
  act text not null,
  subject text not null,
  compartment text not null,
  digest bytea not null,
  state text not null check (state in ('open', 'confirmed', 'withdrawn', 'expired')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  sealed bytea not null
);
create index proposal_open on kernel.proposal (compartment, row_id) where state = 'open';

-- What a person is typing, sealed: nothing personal stays in a browser (security.md 0.14).
create table kernel.draft (
  person text not null,
  name text not null,
  row_id uuid not null,
  compartment text not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (person, name)
);

create table kernel.file (
  row_id uuid primary key,
  id uuid not null unique,
  compartment text not null,
  subject text not null,
  bytes bigint not null,
  chunks integer not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  sealed bytea not null
);
