-- The embedded scheduler's memory. Nothing else reads or writes these tables; with QStash itself
-- they stay empty.

-- A message until it is delivered, cancelled or buried. Claiming one moves `due_at` to the end of
-- the lease: a deliverer that dies leaves a message that falls due again by itself, and one that
-- comes back too late no longer holds the lease that it would settle.
create table scheduled_messages (
  id text primary key,
  url text not null,
  method text not null,
  headers jsonb not null,
  body text not null,
  callback text,
  failure_callback text,
  retries int not null check (retries >= 0),
  retry_delay_ms int check (retry_delay_ms >= 0),
  retried int not null check (retried >= 0),
  timeout_seconds int not null check (timeout_seconds > 0),
  schedule_id text,
  not_before timestamptz not null,
  due_at timestamptz not null,
  lease uuid,
  created_at timestamptz not null
);
create index scheduled_messages_due on scheduled_messages (due_at);

-- Outlives its message: a publisher may repeat himself after the delivery.
create table message_deduplications (
  id text primary key,
  message_id text not null,
  expires_at timestamptz not null
);
create index message_deduplications_expiry on message_deduplications (expires_at);

-- `content` is what each turn sends: a message without its identity, its moments and its lease.
create table schedules (
  id text primary key,
  cron text not null,
  content jsonb not null,
  delay_seconds int not null check (delay_seconds >= 0),
  paused boolean not null,
  last_at timestamptz,
  next_at timestamptz not null,
  created_at timestamptz not null
);
create index schedules_next on schedules (next_at) where not paused;

-- `message` is the row as it stood when the last attempt failed; `answer` is what it met.
create table dead_letters (
  id text primary key,
  message jsonb not null,
  answer jsonb not null,
  failed_at timestamptz not null
);
create index dead_letters_by_age on dead_letters (failed_at);
