-- What `say` asks for each message, planned once a connection: functions in SQL that read tables are
-- planned anew by each statement that calls them, which took longer than all that they looked for.
create or replace function runs_shop(person uuid, shop uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (
    select from people p where p.id = person and p.suspended_at is null and (
      p.admin
      or exists (
        select from sellers s
        where s.id = shop and s.person_id = person and s.approved_at is not null)
      or exists (select from moderators m where m.seller_id = shop and m.person_id = person)));
end $$;

create or replace function silenced(person uuid, shop uuid) returns jsonb
language plpgsql stable as $$
begin
  return coalesce(
    (select refusal('BANNED') from bans b where b.seller_id = shop and b.person_id = person),
    (select refusal('MUTED', jsonb_build_object('retryAfterMs',
       ceil(extract(epoch from m.until - now()) * 1000)::int))
     from mutes m where m.seller_id = shop and m.person_id = person and m.until > now()));
end $$;

create or replace function held_word_in(shop uuid, folded text) returns text
language plpgsql stable as $$
begin
  return (
    select w.word from held_words w
    where w.seller_id = shop and position(w.word in folded) > 0 order by w.word limit 1);
end $$;

create or replace function wait_to_say(code text, quiet_seconds int, spoke_at timestamptz)
returns jsonb language plpgsql stable as $$
begin
  if quiet_seconds > 0 and spoke_at + make_interval(secs => quiet_seconds) > now() then
    return refusal(code, jsonb_build_object('retryAfterMs', ceil(extract(epoch from
      spoke_at + make_interval(secs => quiet_seconds) - now()) * 1000)::int));
  end if;
  return null;
end $$;
select pin_plans('say(jsonb)');
