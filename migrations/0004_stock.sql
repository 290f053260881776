-- A hold is n units of one variant set aside for one shopper. It ends exactly once.
-- No foreign keys: hold() has the variant locked and the shopper signed in, neither is ever
-- deleted, and checking both again would cost a rush a third of its holds.
create table holds (
  id uuid primary key,
  shopper_id uuid not null,
  variant_id uuid not null,
  quantity int not null check (quantity between 1 and 99),
  state text not null check (state in ('waiting', 'held', 'ordered', 'lapsed', 'released')),
  place bigint generated always as identity,
  unit_price int check (unit_price >= 1),
  expires_at timestamptz,
  promoted_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  constraint holds_have_a_deadline
    check (state = 'waiting' or state = 'released' or (expires_at is not null and unit_price is not null)),
  constraint holds_end_once check ((state in ('waiting', 'held')) = (ended_at is null))
);
create unique index holds_one_line on holds (shopper_id, variant_id) where state in ('waiting', 'held');
create index holds_overdue_of_variant on holds (variant_id, expires_at) where state = 'held';
create index holds_in_line on holds (variant_id, place) include (quantity) where state = 'waiting';
create index holds_overdue on holds (expires_at) where state = 'held';
create index holds_lapsed_of_shopper on holds (shopper_id, ended_at) where state = 'lapsed';

create table stock_changes (
  id uuid primary key,
  variant_id uuid not null references variants (id) on delete cascade,
  person_id uuid not null references people (id),
  delta int not null,
  reason text not null default '',
  created_at timestamptz not null default now()
);
create index stock_changes_of_variant on stock_changes (variant_id, created_at);

-- The functions below are the only code that moves units. A variant's row is the lock of its
-- holds: whoever touches a hold has locked its variant first, and variants are locked in the order
-- of their ids, so nobody waits in a circle. Each statement inside a function sees what was
-- committed before it began, which after the lock is everything about those variants.

-- Pins the plans of a function that is called from outside, and of those that it calls: one plan
-- for all calls, which walks indexes and nothing else. A plan that a connection made while the
-- tables were small must serve them when full, and planning would cost more than the walk. On small
-- tables all ways look alike to the planner, so a statement leaves it but one: it names rows by
-- `= any (…)` or walks to them through `lateral … limit`, and orders by the index that it means.
create function pin_plans(pinned regprocedure) returns void language plpgsql as $$
begin
  execute format('alter function %s set plan_cache_mode = force_generic_plan set jit = off
    set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
    set enable_mergejoin = off set enable_material = off', pinned);
end $$;

-- On what terms a variant can be had at this moment; `refusal` says why it cannot. The way leads
-- from the variant to the rest.
create view offers as
select
  v.id as variant_id,
  v.price,
  v.available,
  v.hidden,
  v.version,
  v.product_id,
  p.show_id,
  p.seller_id,
  w.state as show_state,
  coalesce(p.hold_minutes,
    case when w.state = 'live' then s.hold_minutes_live else s.hold_minutes_store end) as hold_minutes,
  s.waitlist_minutes,
  s.units_per_shopper,
  case
    when v.hidden or p.deleted_at is not null or s.approved_at is null
      or owner.suspended_at is not null or p.visible_from > now() or p.visible_until <= now()
      then 'NOT_YOURS'
    when w.state = 'live' then null
    when w.state = 'scheduled' then 'SHOW_STATE'
    when p.in_store then null
    when w.state is null then 'NOT_YOURS'
    else 'SHOW_STATE'
  end as refusal
from variants v
cross join lateral (select * from products p where p.id = v.product_id limit 1) p
cross join lateral (select * from sellers s where s.id = p.seller_id limit 1) s
cross join lateral (select suspended_at from people u where u.id = s.person_id limit 1) owner
left join lateral (select state from shows w where w.id = p.show_id limit 1) w on true;

create function lock_variants(ids uuid[]) returns void language plpgsql as $$
begin
  perform 1 from variants where id = any (ids) order by id for no key update;
end $$;

create function variant_news(product uuid, show uuid, price int, available int, hidden boolean,
  version bigint) returns jsonb language sql stable as $$
  select jsonb_build_object('productId', product, 'showId', show, 'price', price,
    'available', available, 'hidden', hidden, 'version', version)
$$;

-- Tells the world how many units are left.
create function tell_variants(ids uuid[]) returns void language plpgsql as $$
begin
  if cardinality(ids) = 0 then
    return;
  end if;
  insert into outbox (topic, subject, body)
  select 'variant', v.id, variant_news(v.product_id,
    (select p.show_id from products p where p.id = v.product_id), v.price, v.available, v.hidden,
    v.version)
  from variants v where v.id = any (ids);
end $$;

-- Gives free units to those who wait: in order of arrival, to each whose quantity fits; those
-- passed over keep their place. Returns the variants whose figures changed.
create function promote(ids uuid[]) returns uuid[] language plpgsql as $$
declare
  offer record;
  wait record;
  units_left int;
  chosen uuid[];
  waited_for uuid[] := array(
    select variant from unnest(ids) variant cross join lateral (
      select from holds where variant_id = variant and state = 'waiting' order by place limit 1
    ) first);
  changed uuid[] := '{}';
begin
  if cardinality(waited_for) = 0 then
    return changed;
  end if;
  for offer in
    select o.variant_id, o.price, o.waitlist_minutes, o.available from offers o
    where o.variant_id = any (waited_for) and o.refusal is null and (
      select true from holds h
      where h.variant_id = o.variant_id and h.state = 'waiting' and h.quantity <= o.available
      order by h.place limit 1)
  loop
    units_left := offer.available;
    chosen := '{}';
    for wait in
      select id, quantity from holds
      where variant_id = offer.variant_id and state = 'waiting' and quantity <= offer.available
      order by place
    loop
      exit when units_left = 0;
      continue when wait.quantity > units_left;
      chosen := chosen || wait.id;
      units_left := units_left - wait.quantity;
    end loop;

    update holds set state = 'held', unit_price = offer.price, promoted_at = now(),
      expires_at = now() + make_interval(mins => offer.waitlist_minutes)
    where id = any (chosen);
    update variants set available = units_left, held = held + available - units_left,
      version = version + 1
    where id = offer.variant_id;
    insert into outbox (topic, subject, body)
    select 'hold.promoted', h.id, jsonb_build_object('shopperId', h.shopper_id,
      'variantId', h.variant_id, 'quantity', h.quantity, 'expiresAt', h.expires_at)
    from holds h where h.id = any (chosen) order by h.place;
    changed := changed || offer.variant_id;
  end loop;
  return changed;
end $$;

-- Takes back what is overdue of these variants, which the caller has locked, and serves their
-- lines: nobody who comes now is served before those who wait for units that are free.
-- Returns the variants whose figures changed.
create function reclaim(ids uuid[]) returns uuid[] language plpgsql as $$
declare
  overdue uuid[] := array(
    select h.id from unnest(ids) variant cross join lateral (
      select id from holds
      where variant_id = variant and state = 'held' and expires_at <= now() order by expires_at
    ) h);
  changed uuid[] := '{}';
begin
  if cardinality(overdue) > 0 then
    with lapsed as (
      update holds set state = 'lapsed', ended_at = now() where id = any (overdue)
      returning id, shopper_id, variant_id, quantity
    ), told as (
      insert into outbox (topic, subject, body)
      select 'hold.lapsed', id, jsonb_build_object('shopperId', shopper_id,
        'variantId', variant_id, 'quantity', quantity)
      from lapsed
    ), returned as (
      update variants v set available = v.available + l.units, held = v.held - l.units,
        version = v.version + 1
      from (select variant_id, sum(quantity)::int as units from lapsed group by variant_id) l
      where v.id = l.variant_id and v.id = any (ids)
      returning v.id
    )
    select array_agg(id) into changed from returned;
  end if;
  return changed || promote(ids);
end $$;

-- Lapses what is overdue, for at most so many variants. Returns how many changed.
create function lapse(variants_max int) returns int language plpgsql as $$
declare
  ids uuid[] := array(
    select distinct variant_id from (
      select variant_id from holds where state = 'held' and expires_at <= now() order by expires_at
    ) overdue limit variants_max);
  changed uuid[];
begin
  perform lock_variants(ids);
  changed := reclaim(ids);
  perform tell_variants(changed);
  return (select count(distinct id) from unnest(changed) id);
end $$;
select pin_plans('lapse(int)');

-- Serves waiting holds whose variant came on offer when its units were already free. Returns how
-- many variants changed.
create function serve_lines(variants_max int) returns int language plpgsql as $$
declare
  ids uuid[] := array(
    select variant_id from (
      select variant_id, min(quantity) as least from holds where state = 'waiting' group by variant_id
    ) line
    where (
      select line.least <= o.available and o.refusal is null
      from offers o where o.variant_id = line.variant_id limit 1
    ) limit variants_max);
  changed uuid[];
begin
  perform lock_variants(ids);
  changed := promote(ids);
  perform tell_variants(changed);
  return cardinality(changed);
end $$;
select pin_plans('serve_lines(int)');

-- The answer that a request got the first time; null if it was never seen.
create function first_answer(fingerprint text, first_fingerprint text, first_answer jsonb)
returns jsonb language sql immutable as $$
  select case
    when first_answer is null then null
    when first_fingerprint = fingerprint then first_answer
    else '{"refusal": {"code": "IDEMPOTENCY_MISMATCH"}}'::jsonb
  end
$$;

create function refusal(code text, facts jsonb default '{}') returns jsonb
language sql stable as $$
  select jsonb_build_object('refusal', jsonb_build_object('code', code) || facts)
$$;

-- Serves quantities in order from what is there: the units left after each.
create function units_left(units int, asked int, available int) returns int
language plpgsql immutable as $$
begin
  if asked is null or asked > coalesce(units, available) then
    return coalesce(units, available);
  end if;
  return coalesce(units, available) - asked;
end $$;

create aggregate serve(asked int, available int) (sfunc = units_left, stype = int);

-- Grants a list of requests for one variant when there is nothing to weigh: all units are there,
-- nothing is overdue, nobody waits, and everybody asks for the first time and for a first line. All
-- this is looked at before the variant is locked, so that a rush holds the lock for no more than
-- the writing. What can change until the lock is had, units, price and whether it is hidden, is
-- looked at again by the update; what is overdue at this moment stays so, and who came to wait
-- meanwhile was served whatever fitted. Returns nothing when there is more to it.
create function grant_at_once(asked jsonb, variant uuid) returns table (n int, answer jsonb)
language plpgsql as $$
#variable_conflict use_column
begin
  return query
  with request as materialized (
    select a.person_id, a.request_id, a.fingerprint, a.hold_id, a.quantity, a.live_max, a.n::int as n
    from rows from (
      jsonb_to_recordset(asked) as ("personId" uuid, "requestId" uuid, fingerprint text,
        "holdId" uuid, quantity int, "liveHoldsMax" int)
    ) with ordinality as a (person_id, request_id, fingerprint, hold_id, quantity, live_max, n)
  ), granted as materialized (
    select o.*, r.units, now() + make_interval(mins => o.hold_minutes) as deadline
    from (
      select sum(quantity)::int as units, min(quantity) as least, max(quantity) as most from request
    ) r
    cross join lateral (select * from offers o where o.variant_id = variant limit 1) o
    where o.refusal is null and r.units <= o.available
      and r.least >= 1 and r.most <= o.units_per_shopper
      and (
        select true from holds h where h.variant_id = variant and h.state = 'held'
          and h.expires_at <= now() order by h.expires_at limit 1) is null
      and (
        select true from holds h where h.variant_id = variant and h.state = 'waiting'
        order by h.place limit 1) is null
      and (
        select true from request r
        where (
            select count(*) >= r.live_max or bool_or(h.variant_id = variant) from holds h
            where h.shopper_id = r.person_id and h.state in ('waiting', 'held'))
          or (
            select true from requests q where q.id = r.request_id and q.person_id = r.person_id
            limit 1)
        limit 1) is null
  ), taken as (
    update variants v set available = v.available - g.units, held = v.held + g.units,
      version = v.version + 1
    from granted g
    where v.id = variant and v.available >= g.units and v.price = g.price and not v.hidden
    returning v.available, v.version
  ), told as (
    insert into outbox (topic, subject, body)
    select 'variant', variant, variant_news(g.product_id, g.show_id, g.price, t.available, false,
      t.version)
    from taken t, granted g
  ), answered as materialized (
    select r.*, g.price, g.deadline, jsonb_build_object('id', r.hold_id, 'state', 'held',
      'quantity', r.quantity, 'unitPrice', g.price, 'expiresAt', g.deadline) as answer
    from taken t, granted g, request r
  ), placed as (
    insert into holds (id, shopper_id, variant_id, state, quantity, unit_price, expires_at)
    select hold_id, person_id, variant, 'held', quantity, price, deadline from answered
  ), remembered as (
    insert into requests (person_id, id, fingerprint, answer)
    select person_id, request_id, fingerprint, answer from answered
  )
  select n, answer from answered order by n;
end $$;

-- Holds units for a list of requests, in order of arrival and each of another shopper: takes back
-- what is overdue, serves the line, grants what is there, and puts those who asked to wait in line.
-- How many lines a shopper has is a matter of all variants, so two statements do not serve the same
-- shopper at once; shoppers are locked before the variants, in one order, and nowhere else.
-- asked: [{personId, requestId, fingerprint, holdId, variantId, quantity, waitlist, liveHoldsMax,
--   waitUnitsMax}]
-- answer: {id, state, quantity, unitPrice?, expiresAt?, position?} or {refusal}
create function hold(asked jsonb) returns table (n int, answer jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  ids uuid[] := array(select distinct (a ->> 'variantId')::uuid from jsonb_array_elements(asked) a);
begin
  perform pg_advisory_xact_lock(shopper) from (
    select hashtextextended(a ->> 'personId', 0) as shopper from jsonb_array_elements(asked) a
    order by shopper
  ) s;
  if cardinality(ids) = 1 then
    return query select * from grant_at_once(asked, ids[1]);
    if found then
      return;
    end if;
  end if;

  perform lock_variants(ids);
  perform tell_variants(reclaim(ids));

  return query
  with request as (
    select a.person_id, a.request_id, a.fingerprint, a.hold_id, a.variant_id, a.quantity,
      a.waitlist, a.live_max, a.wait_max, a.n::int as n
    from rows from (
      jsonb_to_recordset(asked) as ("personId" uuid, "requestId" uuid, fingerprint text,
        "holdId" uuid, "variantId" uuid, quantity int, waitlist boolean, "liveHoldsMax" int,
        "waitUnitsMax" int)
    ) with ordinality as a (person_id, request_id, fingerprint, hold_id, variant_id, quantity,
      waitlist, live_max, wait_max, n)
  ), offer as materialized (
    select o.*, now() + make_interval(mins => o.hold_minutes) as deadline
    from offers o where o.variant_id = any (ids)
  ), line as materialized (
    select variant_id, (
      select count(*) from (
        select from holds h
        where h.variant_id = l.variant_id and h.state = 'waiting' order by h.place
      ) h) as waiting
    from unnest(ids) l (variant_id)
  ), judged as materialized (
    select r.*, o.available, o.price, o.deadline,
      mine.id as mine_id, mine.quantity as mine_quantity, mine.unit_price, mine.expires_at,
      first_answer(r.fingerprint, q.fingerprint, q.answer) as first,
      case
        when o.variant_id is null or o.refusal = 'NOT_YOURS'
          then refusal('NOT_YOURS', '{"field": "variantId"}')
        when o.refusal is not null
          then refusal(o.refusal, jsonb_build_object('state', o.show_state))
        when r.quantity < 1 then refusal('INVALID', '{"field": "quantity"}')
        when mine.state = 'waiting' then refusal('ALREADY_WAITING')
        when r.quantity + coalesce(mine.quantity, 0) > o.units_per_shopper
          then refusal('HOLD_LIMIT', jsonb_build_object('limit', o.units_per_shopper))
        when mine.id is null and r.live_max <= (
          select count(*) from holds h where h.shopper_id = r.person_id
            and h.state in ('waiting', 'held') and (h.state = 'waiting' or h.expires_at > now()))
          then refusal('HOLD_LIMIT', jsonb_build_object('limit', r.live_max))
      end as refused
    from request r
    left join offer o on o.variant_id = r.variant_id
    left join lateral (
      select * from holds h where h.shopper_id = r.person_id and h.variant_id = r.variant_id
        and h.state in ('waiting', 'held') limit 1
    ) mine on true
    left join lateral (
      select * from requests q where q.person_id = r.person_id and q.id = r.request_id limit 1
    ) q on true
  ), served as (
    select j.*, j.first is null and j.refused is null as open, serve(
        case when j.first is null and j.refused is null then j.quantity end, j.available
      ) over arrival as left_after
    from judged j
    window arrival as (partition by j.variant_id order by j.n)
  ), settled as (
    select s.*, s.open and s.left_after < s.left_before as granted,
      s.open and s.left_after = s.left_before and s.waitlist and s.mine_id is null
        and s.quantity <= s.wait_max as queued
    from (
      select s.*, coalesce(lag(s.left_after) over arrival, s.available) as left_before
      from served s window arrival as (partition by s.variant_id order by s.n)
    ) s
  ), placed as (
    insert into holds (id, shopper_id, variant_id, state, quantity, unit_price, expires_at)
    select hold_id, person_id, variant_id, case when granted then 'held' else 'waiting' end,
      quantity, case when granted then price end, case when granted then deadline end
    from settled where (granted or queued) and mine_id is null order by n
  ), added as (
    update holds h set quantity = h.quantity + (
      select s.quantity from settled s where s.mine_id = h.id and s.granted)
    where h.id = any (array(select mine_id from settled where granted and mine_id is not null))
  ), taken as (
    update variants v set available = v.available - g.units, held = v.held + g.units,
      version = v.version + 1
    from (
      select variant_id, sum(quantity)::int as units from settled where granted group by variant_id
    ) g
    where v.id = g.variant_id and v.id = any (ids)
    returning v.id, v.available, v.version
  ), told as (
    insert into outbox (topic, subject, body)
    select 'variant', t.id, variant_news(o.product_id, o.show_id, o.price, t.available, o.hidden,
      t.version)
    from taken t join offer o on o.variant_id = t.id
  ), answered as (
    select s.*, case
      when first is not null then first
      when refused is not null then refused
      when granted then jsonb_build_object('id', coalesce(mine_id, hold_id), 'state', 'held',
        'quantity', quantity + coalesce(mine_quantity, 0),
        'unitPrice', coalesce(unit_price, price), 'expiresAt', coalesce(expires_at, deadline))
      when queued then jsonb_build_object('id', hold_id, 'state', 'waiting', 'quantity', quantity,
        'position', count(*) filter (where queued) over (partition by variant_id order by n)
          + coalesce((select waiting from line where line.variant_id = s.variant_id), 0))
      when waitlist and mine_id is not null then refusal('NOT_WAITABLE')
      when waitlist then refusal('HOLD_LIMIT', jsonb_build_object('limit', wait_max))
      when left_before = 0 then refusal('SOLD_OUT')
      else refusal('NOT_ENOUGH_STOCK', jsonb_build_object('available', left_before))
    end as answer
    from settled s
  ), remembered as (
    insert into requests (person_id, id, fingerprint, answer)
    select person_id, request_id, fingerprint, answer from answered
    where first is null order by person_id, request_id
  )
  select n, answer from answered order by n;
end $$;
select pin_plans('hold(jsonb)');

-- Remembers the first answers of a list of requests; `answers` is in the order of `asked`.
create function remember(asked jsonb, answers jsonb[], fresh boolean[]) returns void
language plpgsql as $$
begin
  insert into requests (person_id, id, fingerprint, answer)
  select r."personId", r."requestId", r.fingerprint, r.answer
  from rows from (
    jsonb_to_recordset(asked) as ("personId" uuid, "requestId" uuid, fingerprint text),
    unnest(answers), unnest(fresh)
  ) as r ("personId", "requestId", fingerprint, answer, fresh)
  where r.fresh order by r."personId", r."requestId";
end $$;

-- What was answered to this request before, by a committed statement or earlier in this list.
create function recall(person uuid, request uuid, print text, asked jsonb, answers jsonb[])
returns jsonb language plpgsql as $$
declare
  said jsonb;
begin
  select first_answer(print, fingerprint, answer) into said
  from requests where person_id = person and id = request;
  if said is null and cardinality(answers) > 0 then
    select first_answer(print, a.fingerprint, answers[a.n]) into said
    from (
      select r.*, (row_number() over ())::int as n
      from jsonb_to_recordset(asked) as r ("personId" uuid, "requestId" uuid, fingerprint text)
    ) a
    where a."personId" = person and a."requestId" = request and a.n <= cardinality(answers)
    order by a.n limit 1;
  end if;
  return said;
end $$;

create function hold_answer(h holds) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('id', h.id, 'state', h.state,
    'quantity', h.quantity, 'unitPrice', h.unit_price, 'expiresAt', h.expires_at))
$$;

-- Changes the quantity of holds, or releases them (quantity 0); the deadline stays as it was.
-- Only what is on offer can grow. A waiting hold may become smaller and keeps its place.
-- asked: [{personId, requestId, fingerprint, holdId, quantity}]
-- answer: {id, state, quantity, unitPrice?, expiresAt?} or {refusal}
create function change_holds(asked jsonb) returns table (n int, answer jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  mine holds;
  offer offers;
  units_max int;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  ids uuid[] := array(
    select distinct variant_id from holds where id = any (array(
      select (a ->> 'holdId')::uuid from jsonb_array_elements(asked) a)));
  changed uuid[];
begin
  perform lock_variants(ids);
  changed := reclaim(ids);

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, "holdId" uuid, quantity int)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      select * into mine from holds
      where id = r."holdId" and shopper_id = r."personId" and variant_id = any (ids);
      select * into offer from offers where variant_id = mine.variant_id;
      units_max := mine.quantity + case when offer.refusal is null then offer.available else 0 end;
      if mine.id is null then
        said := refusal('NOT_YOURS');
      elsif r.quantity < 0 then
        said := refusal('INVALID', '{"field": "quantity"}');
      elsif mine.state = 'released' and r.quantity = 0 then
        said := hold_answer(mine);
      elsif mine.state not in ('waiting', 'held') then
        said := refusal('HOLD_LAPSED', jsonb_build_object('state', mine.state,
          'holdIds', jsonb_build_array(mine.id)));
      elsif r.quantity > greatest(mine.quantity, offer.units_per_shopper) then
        said := refusal('HOLD_LIMIT', jsonb_build_object('limit', offer.units_per_shopper));
      elsif mine.state = 'waiting' and r.quantity > mine.quantity then
        said := refusal('NOT_WAITABLE');
      elsif mine.state = 'held' and r.quantity > units_max then
        said := refusal('NOT_ENOUGH_STOCK', jsonb_build_object('available', units_max));
      else
        if mine.state = 'held' then
          update variants set available = available - r.quantity + mine.quantity,
            held = held + r.quantity - mine.quantity, version = version + 1
          where id = mine.variant_id;
          changed := changed || mine.variant_id;
        end if;
        if r.quantity = 0 then
          update holds set state = 'released', ended_at = now() where id = mine.id;
        else
          update holds set quantity = r.quantity where id = mine.id;
        end if;
        changed := changed || promote(array[mine.variant_id]);
        select hold_answer(h) into said from holds h where h.id = mine.id;
      end if;
    end if;
    answers[r.n] := said;
  end loop;

  perform tell_variants(changed);
  perform remember(asked, answers, fresh);
  return query select a.ordinality::int, a.answer
    from unnest(answers) with ordinality as a (answer, ordinality);
end $$;
select pin_plans('change_holds(jsonb)');

-- Turns held holds into ordered ones. The caller has locked their variants, reclaimed, and seen
-- that every one of them is held.
create function take_holds(ids uuid[]) returns void language plpgsql as $$
begin
  with taken as (
    update holds set state = 'ordered', ended_at = now()
    where id = any (ids) and state = 'held' returning variant_id, quantity
  )
  update variants v set held = v.held - t.units, sold = v.sold + t.units, version = v.version + 1
  from (select variant_id, sum(quantity)::int as units from taken group by variant_id) t
  where v.id = t.variant_id and v.id = any (array(select variant_id from taken));
end $$;

-- Puts sold units back on offer and serves the line. The caller has locked the variants.
create function return_units(ids uuid[], quantities int[]) returns void language plpgsql as $$
begin
  update variants v set sold = v.sold - r.units, available = v.available + r.units,
    version = v.version + 1
  from (
    select id, sum(units)::int as units from unnest(ids, quantities) as u (id, units) group by id
  ) r
  where v.id = r.id and v.id = any (ids);
  perform promote(ids);
  perform tell_variants(ids);
end $$;

-- Takes free units for lines that a seller adds to. The caller has locked the variant and seen
-- that they are there.
create function sell_units(variant uuid, units int) returns void language plpgsql as $$
begin
  update variants set available = available - units, sold = sold + units, version = version + 1
  where id = variant;
  perform tell_variants(array[variant]);
end $$;

-- Changes stock by deltas, so that a sale in between is never lost.
-- asked: [{personId, requestId, fingerprint, id, sellerId, variantId, delta, reason, unitsMax}]
-- answer: {id, stock, available, held, sold} or {refusal}
create function change_stock(asked jsonb) returns table (n int, answer jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  v variants;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  ids uuid[] := array(select distinct (a ->> 'variantId')::uuid from jsonb_array_elements(asked) a);
  changed uuid[];
begin
  perform lock_variants(ids);
  changed := reclaim(ids);

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, id uuid, "sellerId" uuid,
        "variantId" uuid, delta int, reason text, "unitsMax" int)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      select t.* into v from variants t where t.id = r."variantId" and (
        select p.seller_id = r."sellerId" and p.deleted_at is null
        from products p where p.id = t.product_id);
      if v.id is null then
        said := refusal('NOT_YOURS');
      elsif v.available + r.delta < 0 then
        said := refusal('NOT_ENOUGH_STOCK',
          jsonb_build_object('field', 'delta', 'available', v.available));
      elsif v.stock - v.sold + r.delta > r."unitsMax" then
        said := refusal('INVALID', jsonb_build_object('field', 'delta', 'fields',
          jsonb_build_array(jsonb_build_object('field', 'delta', 'rule',
            'tooMany:' || r."unitsMax"))));
      else
        update variants set stock = stock + r.delta, available = available + r.delta,
          version = version + 1
        where id = v.id;
        insert into stock_changes (id, variant_id, person_id, delta, reason)
        values (r.id, v.id, r."personId", r.delta, r.reason);
        perform promote(array[v.id]);
        changed := changed || v.id;
        select jsonb_build_object('id', t.id, 'stock', t.stock, 'available', t.available,
          'held', t.held, 'sold', t.sold) into said
        from variants t where t.id = v.id;
      end if;
    end if;
    answers[r.n] := said;
  end loop;

  perform tell_variants(changed);
  perform remember(asked, answers, fresh);
  return query select a.ordinality::int, a.answer
    from unnest(answers) with ordinality as a (answer, ordinality);
end $$;
select pin_plans('change_stock(jsonb)');
