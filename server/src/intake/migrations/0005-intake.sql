create schema intake;

-- A list as it was received. The envelope, numbers and names of files stand in `sealed`, the file itself sealed beside.
create table intake.list (
  row_id uuid primary key,
  id text not null unique,
  compartment text not null,
  context uuid not null,
  channel uuid not null,
  kind text not null,
  state text not null,
  authenticity text not null,
  confirmed_at timestamptz,
  received_on date not null,
  entered_at timestamptz not null,
  entered_by text not null,
  file uuid not null,
  bytes integer not null,
  file_mark bytea not null,
  same_file_as text,
  replaces text,
  returned_reason text,
  problem text,
  read_at timestamptz,
  row_count integer,
  blank_count integer not null default 0,
  heading_count integer not null default 0,
  mapped_at timestamptz,
  completed_at timestamptz,
  unlisted_count integer,
  unlisted_noted_at timestamptz,
  unlisted_outcome text,
  file_destroyed_at timestamptz,
  file_removed_at timestamptz,
  sealed bytea not null
);
create index list_compartment on intake.list (compartment, row_id);
create index list_file on intake.list (compartment, file_mark);

-- What was seen when the file was looked through: headings and first rows. Its key goes with the file's.
create table intake.sample (
  row_id uuid primary key,
  list text not null unique,
  compartment text not null,
  file uuid not null,
  sealed bytea not null
);

-- How columns are read, each time it was fixed: the last one of a list, and the last one of a sender.
create table intake.mapping (
  row_id uuid primary key,
  list text not null,
  compartment text not null,
  kind text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  sealed bytea not null
);
create index mapping_list on intake.mapping (list, row_id);
create index mapping_sender on intake.mapping (compartment, row_id);

-- Each row of each list and what became of it. `mark` is the HMAC of the whole line under a key of the sender: the same
-- words again are known again, and add nothing.
create table intake.row (
  row_id uuid primary key,
  id uuid not null unique,
  list text not null,
  compartment text not null,
  sheet integer not null,
  number integer not null,
  state text not null,
  reason text,
  record text,
  mark bytea not null,
  mended_at timestamptz,
  mended_by text,
  sealed bytea
);
create unique index row_place on intake.row (list, sheet, number);
create unique index row_mark on intake.row (compartment, mark) where state in ('registered', 'quarantined', 'set_aside', 'erased');
create index row_state on intake.row (list, state, sheet, number);
create index row_record on intake.row (record) where record is not null;
