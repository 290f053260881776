create table messages (
  id uuid primary key,
  show_id uuid not null references shows (id) on delete cascade,
  person_id uuid not null references people (id),
  place bigint generated always as identity,
  text text not null check (char_length(text) between 1 and 500),
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index messages_of_show on messages (show_id, place);
create index messages_of_person on messages (person_id, created_at);
