-- What the rooms' documents are made of: updates as Yjs encodes them (version 1). Nobody is shown
-- anything of a room that does not stand here, so that who comes back after a restart resumes. Their
-- order says nothing. Now and then a room's rows are made into one.
create table room_updates (
  id bigint generated always as identity primary key,
  show_id uuid not null references shows (id) on delete cascade,
  bytes bytea not null,
  created_at timestamptz not null default now()
);
create index room_updates_of_show on room_updates (show_id, id);

-- The most people who watched a show at once while it was on air.
alter table shows add column viewers_peak int not null default 0 check (viewers_peak >= 0);
