-- `held_word` says why a message is held back; without one it is out. Only its author and the
-- moderators see it until then. A message that is released takes the place of one just said.
create table messages (
  id uuid primary key,
  show_id uuid not null references shows (id) on delete cascade,
  person_id uuid not null references people (id),
  place bigint generated always as identity,
  kind text not null default 'said' check (kind in ('said', 'announced')),
  text text not null check (char_length(text) between 1 and 500),
  held_word text,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index messages_of_show on messages (show_id, place);
create index messages_of_person on messages (person_id, created_at);
create index messages_held_back on messages (show_id, place)
  where held_word is not null and deleted_at is null;

alter table shows add column pinned_message_id uuid references messages (id) on delete set null;
create index shows_pinned on shows (pinned_message_id) where pinned_message_id is not null;

-- Who did what to whom in a shop, and why: one row an act. Where nobody acts the shop does by itself.
create table audit (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  actor_id uuid references people (id),
  verb text not null,
  subject uuid not null,
  facts jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_of_seller on audit (seller_id, created_at);

-- Who may not write in a shop's chats: for a while, or at all.
create table mutes (
  seller_id uuid not null references sellers (id),
  person_id uuid not null references people (id),
  until timestamptz not null,
  primary key (seller_id, person_id)
);
create table bans (
  seller_id uuid not null references sellers (id),
  person_id uuid not null references people (id),
  created_at timestamptz not null default now(),
  primary key (seller_id, person_id)
);

-- Words that hold a message back, folded: Unicode's NFKC in lower case.
create table held_words (
  seller_id uuid not null references sellers (id),
  word text not null check (char_length(word) between 1 and 40),
  created_at timestamptz not null default now(),
  primary key (seller_id, word)
);

-- Whether somebody runs a shop's chats: its owner, its moderators, and admins.
create function runs_shop(person uuid, shop uuid) returns boolean language sql stable as $$
  select exists (
    select from people p where p.id = person and p.suspended_at is null and (
      p.admin
      or exists (
        select from sellers s
        where s.id = shop and s.person_id = person and s.approved_at is not null)
      or exists (select from moderators m where m.seller_id = shop and m.person_id = person)))
$$;

-- The refusal for who may not write in a shop's chats.
create function silenced(person uuid, shop uuid) returns jsonb language sql stable as $$
  select coalesce(
    (select refusal('BANNED') from bans b where b.seller_id = shop and b.person_id = person),
    (select refusal('MUTED', jsonb_build_object('retryAfterMs',
       ceil(extract(epoch from m.until - now()) * 1000)::int))
     from mutes m where m.seller_id = shop and m.person_id = person and m.until > now()))
$$;

-- The first word of a shop that a folded text must be held back for.
create function held_word_in(shop uuid, folded text) returns text language sql stable as $$
  select w.word from held_words w where w.seller_id = shop and position(w.word in folded) > 0
  order by w.word limit 1
$$;

-- The refusal for who spoke last at this moment and must keep quiet for so long after it. Without
-- slow mode nobody waits: two statements of one person that overlap may find what the other said
-- "after" their own now().
create function wait_to_say(code text, quiet_seconds int, spoke_at timestamptz)
returns jsonb language sql stable as $$
  select refusal(code, jsonb_build_object('retryAfterMs', ceil(extract(epoch from
    spoke_at + make_interval(secs => quiet_seconds) - now()) * 1000)::int))
  where quiet_seconds > 0 and spoke_at + make_interval(secs => quiet_seconds) > now()
$$;

-- Says something in the chat of a show, for a list of requests in order of arrival. Somebody's row
-- is the lock of their pace, so that all their devices count as one. A refusal is not remembered:
-- the same words may be let through a moment later. Those who run the shop wait for nobody, and no
-- word of theirs is held back; what is held back is told to nobody but the moderators.
-- asked: [{personId, requestId, fingerprint, id, showId, text, folded, messagesMax, windowSeconds}]
-- answer: {id, n, kind, name, text, at, fromSeller, heldBack} or {refusal}; and `fresh` to the
-- statement that wrote a message which is to be shown, who must show it to the room
create function say(asked jsonb) returns table (n int, answer jsonb)
language plpgsql set jit = off set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off as $$
#variable_conflict use_column
declare
  r record;
  stage record;
  known messages;
  word text;
  runs boolean;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  written boolean[] := '{}';
begin
  perform 1 from people where id in (
    select (a ->> 'personId')::uuid from jsonb_array_elements(asked) a
  ) order by id for no key update;

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, id uuid, "showId" uuid, text text,
        folded text, "messagesMax" int, "windowSeconds" int)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := false;
    written[r.n] := false;
    if said is null then
      select w.state, s.id as shop, s.person_id as seller, w.slow_mode_seconds as slow_seconds
        into stage
      from shows w join sellers s on s.id = w.seller_id
      where w.id = r."showId" and s.approved_at is not null;
      select * into known from messages where id = r.id;

      if stage is null then
        said := refusal('NOT_YOURS');
      elsif known.id is not null and (known.person_id, known.show_id, known.text)
          is distinct from (r."personId", r."showId", r.text) then
        said := refusal('IDEMPOTENCY_MISMATCH', '{"field": "id"}');
      elsif known.id is null and stage.state not in ('scheduled', 'live') then
        said := refusal('SHOW_STATE', jsonb_build_object('state', stage.state));
      elsif known.id is null then
        runs := runs_shop(r."personId", stage.shop);
        said := coalesce(
          silenced(r."personId", stage.shop),
          wait_to_say('RATE_LIMITED', r."windowSeconds", (
            select created_at from messages where person_id = r."personId"
            order by created_at desc offset r."messagesMax" - 1 limit 1)),
          wait_to_say('SLOW_MODE', case when runs then 0 else stage.slow_seconds end, (
            select max(created_at) from messages
            where person_id = r."personId" and show_id = r."showId"
              and created_at > now() - make_interval(secs => stage.slow_seconds))));
      end if;

      if said is null and known.id is null then
        word := case when runs then null else held_word_in(stage.shop, r.folded) end;
        insert into messages (id, show_id, person_id, text, held_word)
        values (r.id, r."showId", r."personId", r.text, word)
        on conflict (id) do nothing returning * into known;
        if known.id is null then
          said := refusal('IDEMPOTENCY_MISMATCH', '{"field": "id"}');
        elsif word is null then
          written[r.n] := true;
          insert into outbox (topic, subject, body)
          values ('message', r."showId", jsonb_build_object('id', r.id));
        else
          insert into outbox (topic, subject, body)
          values ('moderation', r."showId",
            jsonb_build_object('verb', 'hold_back', 'messageId', r.id));
          insert into audit (id, seller_id, verb, subject, facts)
          values (gen_random_uuid(), stage.shop, 'hold_back', r.id,
            jsonb_build_object('personId', r."personId", 'text', r.text, 'word', word));
        end if;
      end if;

      if said is null then
        fresh[r.n] := true;
        select jsonb_build_object('id', known.id, 'n', known.place, 'kind', known.kind,
          'name', p.display_name, 'text', known.text, 'at', known.created_at,
          'fromSeller', stage.seller = p.id, 'heldBack', known.held_word is not null) into said
        from people p where p.id = r."personId";
      end if;
    end if;
    answers[r.n] := said;
  end loop;

  perform remember(asked, answers, fresh);
  return query
    select a.ordinality::int, case when a.written then a.answer || '{"fresh": true}' else a.answer end
    from unnest(answers, written) with ordinality as a (answer, written, ordinality);
end $$;
