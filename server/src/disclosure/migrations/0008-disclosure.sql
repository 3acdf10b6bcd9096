create schema disclosure;

-- An answer to one enquirer, from one accepted pair. What it says stands sealed; in clear how far it is.
create table disclosure.answer (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null,
  pair uuid not null,
  record text not null,
  compartment text not null,
  state text not null check (state in ('proposed', 'cleared', 'told', 'doubted', 'ended')),
  known text not null,
  outcome text not null,
  identity_grade text not null,
  fact_grade text not null,
  until date not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  cleared_at timestamptz,
  cleared_by text,
  told_at timestamptz,
  told_by text,
  ended_at timestamptz,
  ended_because text,
  sealed bytea not null
);
create index answer_request on disclosure.answer (request, row_id);
create index answer_record on disclosure.answer (record) where state in ('proposed', 'cleared');
create index answer_state on disclosure.answer (compartment, state, row_id);
create unique index answer_standing on disclosure.answer (request) where state in ('proposed', 'cleared');

-- Who told whom, when, how, in which exact words, with which papers.
create table disclosure.telling (
  row_id uuid primary key,
  answer uuid not null references disclosure.answer (id),
  compartment text not null,
  at timestamptz not null,
  by text not null,
  how text not null,
  sealed bytea not null
);

-- Why the data protection officer stopped an answer.
create table disclosure.stop (
  row_id uuid primary key,
  answer uuid not null references disclosure.answer (id),
  compartment text not null,
  at timestamptz not null,
  by text not null,
  sealed bytea not null
);

-- Whether telling may harm the person or relatives: decided by two people, looked at again on a date (GC IV 137, 140).
create table disclosure.detriment (
  row_id uuid primary key,
  id uuid not null unique,
  request text not null,
  pair uuid not null,
  record text not null,
  compartment text not null,
  decision text not null,
  review_on date not null,
  at timestamptz not null,
  proposed_by text not null,
  decided_by text not null,
  sealed bytea not null
);
create index detriment_request on disclosure.detriment (request, pair, row_id);

-- Who of several enquirers is told first, where not all can be told on one day.
create table disclosure.telling_order (
  row_id uuid primary key,
  request text not null,
  compartment text not null,
  ground text not null,
  others_wait boolean not null,
  at timestamptz not null,
  by text not null,
  sealed bytea not null
);
create index telling_order_request on disclosure.telling_order (request);
