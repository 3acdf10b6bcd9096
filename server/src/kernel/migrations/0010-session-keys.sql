-- Session class (security.md 0.1): the key of such a compartment is wrapped to each member's key pair and to nothing else,
-- so its row here names the class alone.
alter table kernel.compartment_key alter column wrapped drop not null;
alter table kernel.compartment_key add constraint wrapped_by_class check ((class = 'service') = (wrapped is not null));

-- A member's key pair. Until passkeys hold the private half, it is wrapped under the root key.
create table kernel.member_key (
  person text primary key,
  public bytea not null,
  wrapped_private bytea not null,
  created_at timestamptz not null
);

-- The key of a session-class compartment, wrapped to one member.
create table kernel.member_wrap (
  compartment text not null references kernel.compartment_key (compartment),
  person text not null references kernel.member_key (person),
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (compartment, person)
);

-- What a session has opened: the key under HKDF(the session's token), of which only a hash is stored anywhere.
create table kernel.session_key (
  session uuid not null,
  compartment text not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (session, compartment)
);
