create schema dialogue;

-- The entries of a channel: who may be spoken with, meetings, letters, texts read and what was said in them, commitments,
-- access, representations, matters. What they say stands sealed under the channel's session key; in clear are kinds,
-- states, and dates of our own acts.
create table dialogue.entry (
  row_id uuid primary key,
  id text not null unique,
  compartment text not null,
  party uuid not null,
  kind text not null,
  state text not null,
  parent text references dialogue.entry (id),
  -- One general matter put to each party: the same id in each channel.
  shared uuid,
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  awaits text check (awaits in ('party', 'us')),
  awaited_since timestamptz,
  remind_on date,
  sealed bytea not null,
  check ((awaits is null) = (awaited_since is null))
);
create index entry_timeline on dialogue.entry (compartment, row_id);
create index entry_parent on dialogue.entry (parent) where parent is not null;
create index entry_awaits on dialogue.entry (compartment, awaits, awaited_since) where awaits is not null;
create index entry_remind on dialogue.entry (compartment, remind_on) where remind_on is not null;
create index entry_shared on dialogue.entry (shared) where shared is not null;

-- What has happened to an entry, and what it said afterwards: nothing is written over.
create table dialogue.step (
  row_id uuid primary key,
  id uuid not null unique,
  entry text not null references dialogue.entry (id),
  compartment text not null,
  act text not null,
  state text not null,
  at timestamptz not null,
  by text not null,
  proposed_by text,
  sealed bytea not null
);
create index step_entry on dialogue.step (entry, row_id);
