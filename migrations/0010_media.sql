-- What lets a seller's encoder publish a show. The key itself is known to its seller alone.
create table publish_keys (
  show_id uuid primary key references shows (id) on delete cascade,
  hash bytea not null,
  made_at timestamptz not null default now()
);

-- A show's picture as the shop knows it: without a row there never was one. `turn` counts how often
-- it came. One that is lost is waited for until `ends_at`; then the show ends. While a publisher
-- makes way for the next one, its loss ends nothing before `yields_until`.
create table signals (
  show_id uuid primary key references shows (id) on delete cascade,
  state text not null check (state in ('on', 'lost')),
  client_id text not null,
  server_id text not null,
  service_id text not null,
  turn int not null check (turn > 0),
  came_at timestamptz not null,
  lost_at timestamptz,
  ends_at timestamptz,
  yields_until timestamptz
);
create index signals_ending on signals (ends_at) where state = 'lost' and ends_at is not null;

-- Every publisher that a show has had, so that a hook which comes twice, or too late, is known.
-- One without a turn was never let in.
create table publishers (
  show_id uuid not null references shows (id) on delete cascade,
  service_id text not null,
  client_id text not null,
  turn int,
  came_at timestamptz not null default now(),
  went_at timestamptz,
  primary key (show_id, service_id, client_id)
);

-- A media server takes another service id each time it starts; those that it had are remembered,
-- newest last, so that a message which comes late is not taken for the next start.
create table media_servers (
  server_id text primary key,
  service_id text not null,
  former_ids text[] not null default '{}',
  seen_at timestamptz not null
);

alter table sellers add column grace_seconds int not null default 45
  check (grace_seconds between 0 and 300);

-- Those who follow a seller are told of a show once.
alter table shows add column on_air_told_at timestamptz;

-- `file` is its name among the recordings of the media server.
create table recordings (
  id uuid primary key,
  show_id uuid not null references shows (id) on delete cascade,
  file text not null unique check (char_length(file) between 1 and 200),
  began_at timestamptz not null,
  ended_at timestamptz not null
);
create index recordings_of_show on recordings (show_id, began_at);

-- How playing went for some of those who watched. Nothing tells who they were.
create table playback_samples (
  id bigint generated always as identity primary key,
  show_id uuid not null references shows (id) on delete cascade,
  at timestamptz not null default now(),
  kind text not null check (kind in ('flv', 'hls', 'native')),
  first_frame_ms int check (first_frame_ms >= 0),
  rebuffers int not null default 0 check (rebuffers >= 0),
  stalls int not null default 0 check (stalls >= 0)
);
create index playback_samples_of_show on playback_samples (show_id, at);

-- Where else a seller's shows go. The key is sealed (AES-256-GCM, bound to this row). `version`
-- counts what makes sending begin anew: another address, key or sound, and being switched on.
create table restream_targets (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  name text not null check (char_length(name) between 1 and 100),
  service text not null check (service in ('youtube', 'instagram', 'tiktok', 'other')),
  url text not null,
  key_sealed text not null,
  sound text not null default 'copy' check (sound in ('copy', 'transcode', 'silent')),
  enabled boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index restream_targets_of_seller on restream_targets (seller_id, created_at);

-- What the restreamer last told of each, as it was in that turn and that version.
create table restream_states (
  target_id uuid primary key references restream_targets (id) on delete cascade,
  show_id uuid not null references shows (id) on delete cascade,
  turn int not null,
  version int not null,
  state text not null check (state in ('starting', 'running', 'waiting', 'failed')),
  tries int not null default 0 check (tries >= 0),
  seconds int not null default 0 check (seconds >= 0),
  reason text,
  told_at timestamptz not null default now()
);
create index restream_states_of_show on restream_states (show_id);
