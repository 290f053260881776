alter function say(jsonb) reset plan_cache_mode;

create or replace function runs_shop(person uuid, shop uuid) returns boolean language sql stable as $$
  select exists (
    select from people p where p.id = person and p.suspended_at is null and (
      p.admin
      or exists (
        select from sellers s
        where s.id = shop and s.person_id = person and s.approved_at is not null)
      or exists (select from moderators m where m.seller_id = shop and m.person_id = person)))
$$;

create or replace function silenced(person uuid, shop uuid) returns jsonb language sql stable as $$
  select coalesce(
    (select refusal('BANNED') from bans b where b.seller_id = shop and b.person_id = person),
    (select refusal('MUTED', jsonb_build_object('retryAfterMs',
       ceil(extract(epoch from m.until - now()) * 1000)::int))
     from mutes m where m.seller_id = shop and m.person_id = person and m.until > now()))
$$;

create or replace function held_word_in(shop uuid, folded text) returns text language sql stable as $$
  select w.word from held_words w where w.seller_id = shop and position(w.word in folded) > 0
  order by w.word limit 1
$$;

create or replace function wait_to_say(code text, quiet_seconds int, spoke_at timestamptz)
returns jsonb language sql stable as $$
  select refusal(code, jsonb_build_object('retryAfterMs', ceil(extract(epoch from
    spoke_at + make_interval(secs => quiet_seconds) - now()) * 1000)::int))
  where quiet_seconds > 0 and spoke_at + make_interval(secs => quiet_seconds) > now()
$$;
