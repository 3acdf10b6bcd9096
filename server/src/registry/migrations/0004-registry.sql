create schema registry;

-- A claim by a source, kept for ever as that source said it. What is told of a person stands in `sealed` alone.
create table registry.record (
  row_id uuid primary key,
  id text not null unique,
  compartment text not null,
  context uuid not null,
  channel text not null,
  notice text not null,
  list text,
  unconfirmed boolean not null,
  received_on date not null,
  entered_at timestamptz not null,
  entered_by text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  replaced_by text,
  erased_at timestamptz,
  person text,
  sealed bytea not null
);
create index record_compartment on registry.record (compartment, row_id);
create index record_list on registry.record (list, row_id);
create index record_person on registry.record (person) where person is not null;

-- The only change of what a record says is that it is erased.
create function registry.keep_record() returns trigger language plpgsql as $$ begin
  if new.sealed is distinct from old.sealed and (new.erased_at is null or length(new.sealed) > 0) then
    raise exception 'a record is never changed';
  end if;
  return new;
end $$;
create trigger record_kept before update on registry.record for each row execute function registry.keep_record();

-- A number for a set of records. `founder` is the record by which a set that was parted finds its number again.
create table registry.person (
  row_id uuid primary key,
  id text not null unique,
  compartment text not null,
  founder text not null,
  formed_at timestamptz not null
);
create index person_compartment on registry.person (compartment, row_id);
create index person_founder on registry.person (founder);

-- A decision that two records speak of one person. Ended, never deleted.
create table registry.link (
  row_id uuid primary key,
  id uuid not null unique,
  compartment text not null,
  first text not null,
  second text not null,
  basis text not null,
  pair text,
  linked_at timestamptz not null,
  linked_by text not null,
  confirmed_by text,
  ended_at timestamptz,
  ended_by text,
  ended_reason text
);
create index link_first on registry.link (first);
create index link_second on registry.link (second);
create index link_pair on registry.link (pair) where pair is not null;
