-- How a signal comes and goes. Whatever changes one locks its show first, and looks at the signal in
-- a statement of its own after that: nobody decides by what was so while they waited.

-- Tells the open pages of shows that changed.
create function tell_show(id uuid) returns void language sql as $$
  update shows w set version = w.version + 1 where w.id = tell_show.id;
  insert into outbox (topic, subject, body)
  select 'show', w.id, jsonb_build_object('state', w.state, 'version', w.version)
  from shows w where w.id = tell_show.id
$$;

-- Ends a show that is locked and on air.
create function end_show(id uuid) returns void language sql as $$
  update shows w set state = 'ended', ended_at = now() where w.id = end_show.id;
  select tell_show(end_show.id)
$$;

-- Ends a show that is locked if its signal was waited for long enough: whether it did.
create function end_if_lost(id uuid) returns boolean language plpgsql as $$
begin
  perform 1 from shows w join signals g on g.show_id = w.id
  where w.id = end_if_lost.id and w.state = 'live' and g.state = 'lost' and g.ends_at <= now();
  if not found then
    return false;
  end if;
  perform end_show(end_if_lost.id);
  return true;
end $$;

-- Ends all of them: how many.
create function end_lost_shows(shows_max int) returns int language plpgsql as $$
declare
  due uuid[] := array(
    select show_id from signals where state = 'lost' and ends_at <= now()
    order by ends_at limit shows_max);
  one uuid;
  ended int := 0;
begin
  for one in select id from shows where id = any (due) order by id for no key update loop
    if end_if_lost(one) then
      ended := ended + 1;
    end if;
  end loop;
  -- Those of a show that ended in another way end nothing any more.
  update signals g set ends_at = null from shows w
  where g.show_id = any (due) and w.id = g.show_id and w.state <> 'live';
  return ended;
end $$;

-- The signal of a show that is locked is lost: the moment at which the show ends without it. A show
-- that is over has no such moment.
create function lose_signal(id uuid) returns timestamptz language plpgsql as $$
declare
  moment timestamptz;
begin
  update signals g set state = 'lost', lost_at = now(), ends_at = case when w.state = 'live'
      then greatest(now() + make_interval(secs => s.grace_seconds), g.yields_until) end
  from shows w join sellers s on s.id = w.seller_id
  where g.show_id = lose_signal.id and g.state = 'on' and w.id = g.show_id
  returning g.ends_at into moment;
  if moment is not null and not end_if_lost(lose_signal.id) then
    perform tell_show(lose_signal.id);
  end if;
  return moment;
end $$;

-- The picture of a show that is locked comes from this publisher from now on: its turn. A show that
-- was to come is on air by it.
create function gain_signal(id uuid, server text, service text, client text)
returns int language plpgsql as $$
declare
  turned int;
begin
  insert into signals as g (show_id, state, client_id, server_id, service_id, turn, came_at)
  values (gain_signal.id, 'on', client, server, service, 1, now())
  on conflict (show_id) do update set state = 'on', client_id = excluded.client_id,
    server_id = excluded.server_id, service_id = excluded.service_id, turn = g.turn + 1,
    came_at = now(), lost_at = null, ends_at = null, yields_until = null
  returning turn into turned;
  insert into publishers (show_id, service_id, client_id, turn)
  values (gain_signal.id, service, client, turned)
  on conflict (show_id, service_id, client_id) do update set turn = turned, went_at = null;
  update shows w set state = 'live', started_at = now(), on_air_told_at = now()
  where w.id = gain_signal.id and w.state = 'scheduled';
  if found then
    insert into outbox (topic, subject, body)
    select 'on-air', w.id, jsonb_build_object('sellerId', w.seller_id)
    from shows w where w.id = gain_signal.id;
  end if;
  perform tell_show(gain_signal.id);
  return turned;
end $$;

-- A publisher is not let in, now or later.
create function turn_away(show uuid, service text, client text, why text)
returns jsonb language sql as $$
  insert into publishers (show_id, service_id, client_id, went_at)
  values (show, service, client, now())
  on conflict (show_id, service_id, client_id) do update set went_at = now();
  select jsonb_build_object('no', why)
$$;

-- A publisher knocks with a key. Where another one is in, that one must be dropped first: whoever
-- has done so says who it was and asks again. A publisher is judged once, so that a hook which comes
-- again lets nobody in who was turned away.
-- answer: {turn; began: it put the show on air; again: nothing new} or {inTheWay: client} or
--   {no: key, early, gone (it went already), another (who came first) or over; state: of the show}
create function publish(show uuid, key_hash bytea, server text, service text, client text,
  dropped text, early_hours int, yield_seconds int) returns jsonb language plpgsql as $$
declare
  stage shows;
  g signals;
  before publishers;
begin
  select w.* into stage from shows w where w.id = show for no key update;
  if not exists (select from publish_keys where show_id = stage.id and hash = key_hash) then
    return '{"no": "key"}';
  end if;
  if stage.state = 'live' and end_if_lost(show) then
    stage.state := 'ended';
  end if;
  if stage.state not in ('scheduled', 'live') then
    return jsonb_build_object('no', 'over', 'state', stage.state);
  end if;

  select * into g from signals where show_id = show;
  if g.state = 'on' and (g.service_id, g.client_id) = (service, client) then
    return jsonb_build_object('turn', g.turn, 'again', true);
  end if;
  select * into before from publishers p
  where p.show_id = show and p.service_id = service and p.client_id = client;
  if before.turn is not null or before.went_at is not null
      or (before.client_id is not null and dropped is null) or exists (
    select from media_servers m where m.server_id = server and service = any (m.former_ids)
  ) then
    return '{"no": "gone"}';
  end if;
  if stage.state = 'scheduled' and stage.starts_at > now() + make_interval(hours => early_hours) then
    return turn_away(show, service, client, 'early');
  end if;
  if not exists (
    select from sellers s join people p on p.id = s.person_id
    where s.id = stage.seller_id and s.approved_at is not null and p.suspended_at is null
  ) then
    return turn_away(show, service, client, 'key');
  end if;
  if g.state = 'on' and g.service_id = service and g.client_id is distinct from dropped then
    if dropped is not null then
      return turn_away(show, service, client, 'another');
    end if;
    insert into publishers (show_id, service_id, client_id) values (show, service, client);
    update signals set yields_until = now() + make_interval(secs => yield_seconds)
    where show_id = show;
    return jsonb_build_object('inTheWay', g.client_id);
  end if;
  return jsonb_build_object('began', stage.state = 'scheduled',
    'turn', gain_signal(show, server, service, client));
end $$;

-- A publisher went: the moment at which the show ends without its signal. Of one who had made way
-- already, and of one who went before, nothing follows.
create function unpublish(show uuid, service text, client text)
returns timestamptz language plpgsql as $$
begin
  perform 1 from shows where id = show for no key update;
  if not found then
    return null;
  end if;
  insert into publishers as p (show_id, service_id, client_id, went_at)
  values (show, service, client, now())
  on conflict (show_id, service_id, client_id) do update set went_at = coalesce(p.went_at, now());
  perform 1 from signals g
  where g.show_id = show and g.state = 'on' and (g.service_id, g.client_id) = (service, client);
  return case when found then lose_signal(show) end;
end $$;

-- Remembers the id that a media server took at its start, and locks it. Whether that is the one of
-- now: unless it is certain, one that it had before comes too late.
create function note_media_server(server text, service text, former_max int, certain boolean)
returns boolean language plpgsql as $$
declare
  m media_servers;
begin
  insert into media_servers (server_id, service_id, seen_at) values (server, service, now())
  on conflict (server_id) do nothing;
  select * into m from media_servers where server_id = server for no key update;
  if service = any (m.former_ids) and not certain then
    return false;
  end if;
  m.former_ids := array_remove(m.former_ids, service) ||
    case when m.service_id <> service then array[m.service_id] else '{}' end;
  update media_servers set seen_at = now(), service_id = service,
    former_ids = m.former_ids[greatest(1, cardinality(m.former_ids) + 1 - former_max):]
  where server_id = server;
  return true;
end $$;

-- A media server says that it is there. When it started anew, whatever it had before is lost: the
-- moments at which shows end because of it.
create function hear_media_server(server text, service text, former_max int)
returns setof timestamptz language plpgsql as $$
declare
  one uuid;
begin
  if not note_media_server(server, service, former_max, false) then
    return;
  end if;
  for one in
    select w.id from shows w where w.id in (
      select g.show_id from signals g
      where g.state = 'on' and g.server_id = server and g.service_id <> service
    ) order by w.id for no key update
  loop
    perform 1 from signals g
    where g.show_id = one and g.server_id = server and g.service_id <> service;
    if found then
      return next lose_signal(one);
    end if;
  end loop;
end $$;

-- What a media server has is compared with what the shop knows. What came or went within the last
-- seconds is left alone: the list may be older than it. A publisher who was let in once is believed to
-- be there; whoever was not, or publishes what is not on air, is a stranger.
-- there: [{showId, clientId}], each show once
-- answer: {ends: the moments at which shows end without their signal, strangers: [clientId]}
create function reconcile_signals(server text, service text, there jsonb, settle_seconds int,
  former_max int) returns jsonb language plpgsql as $$
declare
  settled timestamptz := now() - make_interval(secs => settle_seconds);
  one record;
  g signals;
  ends timestamptz[] := '{}';
  strangers text[];
begin
  perform note_media_server(server, service, former_max, true);
  strangers := array(
    select f ->> 'clientId' from jsonb_array_elements(there) f
    where not exists (select from shows w where w.id = (f ->> 'showId')::uuid));
  for one in
    select w.id, w.state, (
      select f ->> 'clientId' from jsonb_array_elements(there) f where (f ->> 'showId')::uuid = w.id
    ) as client
    from shows w where w.id in (
      select show_id from signals where state = 'on' or ends_at is not null
      union all select (f ->> 'showId')::uuid from jsonb_array_elements(there) f
    ) order by w.id for no key update of w
  loop
    select * into g from signals where show_id = one.id;
    if end_if_lost(one.id) then
      one.state := 'ended';
    end if;
    if one.client is null then
      if g.state = 'on' and g.came_at < settled then
        ends := ends || lose_signal(one.id);
      end if;
    elsif one.state <> 'live' or not exists (
      select from publishers p where p.show_id = one.id and p.service_id = service
        and p.client_id = one.client and p.turn is not null
    ) then
      strangers := strangers || one.client;
    elsif (g.state, g.service_id, g.client_id) <> ('on', service, one.client)
        and greatest(g.came_at, g.lost_at) < settled then
      perform gain_signal(one.id, server, service, one.client);
    end if;
  end loop;
  return jsonb_build_object('ends', array_remove(ends, null), 'strangers', strangers);
end $$;
