create schema access;

-- A conflict the house works in. Labels are words of the house, not of persons.
create table access.context (
  row_id uuid primary key,
  id uuid not null unique,
  kind text not null check (kind in ('international', 'not_international')),
  labels jsonb not null,
  created_at timestamptz not null
);

-- A party to a conflict, and with it its channel. An armed group without a bureau is as ordinary as a State with one.
create table access.party (
  row_id uuid primary key,
  id uuid not null unique,
  context uuid not null references access.context (id),
  kind text not null check (kind in ('state', 'non_state')),
  has_bureau boolean not null,
  labels jsonb not null,
  created_at timestamptz not null
);

-- context x channel x sensitivity; the channel is a party's id, 'families' or 'house' (domain/05 7).
create table access.compartment (
  compartment text primary key,
  context uuid not null references access.context (id),
  channel text not null,
  sensitivity text not null check (sensitivity in ('case', 'medical', 'interview', 'dialogue')),
  created_at timestamptz not null
);

create table access.person (
  row_id uuid primary key,
  id uuid not null unique,
  state text not null check (state in ('open', 'closed')),
  settings jsonb not null,
  created_at timestamptz not null,
  sealed bytea not null
);

-- A role within a context, or within one channel of it; without a context it is of the installation.
create table access.membership (
  row_id uuid primary key,
  id uuid not null unique,
  person uuid not null references access.person (id),
  role text not null,
  context uuid references access.context (id),
  channel text,
  granted_at timestamptz not null,
  granted_by text not null,
  confirmed_by text not null,
  ended_at timestamptz
);
create index membership_person on access.membership (person) where ended_at is null;

-- One-time links: only the hash of a token is stored.
create table access.link (
  token_hash text primary key,
  person uuid not null references access.person (id),
  kind text not null check (kind in ('sign_in', 'walk', 'terminal')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table access.session (
  row_id uuid primary key,
  id uuid not null unique,
  token_hash text not null unique,
  person uuid not null references access.person (id),
  kind text not null check (kind in ('browser', 'terminal', 'walk')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on access.session (person) where ended_at is null;
