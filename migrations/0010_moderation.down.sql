-- What was held back was never out: without the column it would be.
delete from messages where held_word is not null;

-- Says something in the chat of a show, for a list of requests in order of arrival. Somebody's row
-- is the lock of their pace, so that all their devices count as one. A refusal is not remembered:
-- the same words may be let through a moment later.
-- asked: [{personId, requestId, fingerprint, id, showId, text, messagesMax, windowSeconds}]
-- answer: {id, n, name, text, at, fromSeller} or {refusal}; and `fresh` to the statement that wrote
-- the message, who must show it to the room
create or replace function say(asked jsonb) returns table (n int, answer jsonb)
language plpgsql set jit = off set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off as $$
#variable_conflict use_column
declare
  r record;
  stage record;
  known messages;
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
        "messagesMax" int, "windowSeconds" int)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := false;
    written[r.n] := false;
    if said is null then
      select w.state, s.person_id as seller, case when s.person_id = r."personId"
          then 0 else w.slow_mode_seconds end as slow_seconds
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
        said := coalesce(
          wait_to_say('RATE_LIMITED', r."windowSeconds", (
            select created_at from messages where person_id = r."personId"
            order by created_at desc offset r."messagesMax" - 1 limit 1)),
          wait_to_say('SLOW_MODE', stage.slow_seconds, (
            select max(created_at) from messages
            where person_id = r."personId" and show_id = r."showId"
              and created_at > now() - make_interval(secs => stage.slow_seconds))));
      end if;

      if said is null and known.id is null then
        insert into messages (id, show_id, person_id, text)
        values (r.id, r."showId", r."personId", r.text)
        on conflict (id) do nothing returning * into known;
        if known.id is null then
          said := refusal('IDEMPOTENCY_MISMATCH', '{"field": "id"}');
        else
          written[r.n] := true;
          insert into outbox (topic, subject, body)
          values ('message', r."showId", jsonb_build_object('id', r.id));
        end if;
      end if;

      if said is null then
        fresh[r.n] := true;
        select jsonb_build_object('id', known.id, 'n', known.place, 'name', p.display_name,
          'text', known.text, 'at', known.created_at, 'fromSeller', stage.seller = p.id) into said
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

drop function held_word_in(uuid, text);
drop function silenced(uuid, uuid);
drop function runs_shop(uuid, uuid);
alter table shows drop column pinned_message_id;
alter table messages drop column held_word, drop column kind;
drop table held_words;
drop table bans;
drop table mutes;
drop table audit;
