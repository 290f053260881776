-- The identity of every unsafe request with the answer it got, written in the statement that had
-- the effect: the same request again finds its first answer. The id leads the key because it is made
-- in the order of time, so that a rush writes to one end of the index and not all over it.
create table requests (
  person_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (id, person_id)
);
create index requests_by_age on requests using brin (created_at);

-- What must follow a commit, written in the statement that caused it. Readers follow
-- (transaction, id) behind the oldest transaction still under way, and so never miss a row that
-- committed late.
create table outbox (
  transaction xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  topic text not null,
  subject uuid not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (transaction, id)
);
create index outbox_by_age on outbox using brin (created_at);
