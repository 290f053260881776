create table shipping_zones (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  country text not null check (country in ('US', 'KR')),
  region text not null default '',
  fee int not null check (fee >= 0),
  unique (seller_id, country, region)
);

-- An address as it was when an order was placed. Sealed with the row's id as associated data.
create table addresses (
  id uuid primary key,
  person_id uuid not null references people (id),
  sealed text not null,
  created_at timestamptz not null default now()
);

create table order_days (
  day date primary key,
  last int not null
);

create table orders (
  id uuid primary key,
  number text not null unique,
  seller_id uuid not null references sellers (id),
  shopper_id uuid not null references people (id),
  state text not null default 'awaiting_payment'
    check (state in ('awaiting_payment', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded')),
  currency text not null,
  goods int not null check (goods >= 0),
  shipping int not null check (shipping >= 0),
  points int not null default 0 check (points >= 0),
  refunded int not null default 0 check (refunded >= 0),
  depositor_name text not null,
  address_id uuid references addresses (id),
  country text not null,
  region text not null default '',
  placed_at timestamptz not null default now(),
  due_at timestamptz not null,
  reminded_at timestamptz,
  paid_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('shopper', 'seller', 'time')),
  constraint orders_paid check ((state in ('paid', 'shipped', 'delivered', 'refunded')) = (paid_at is not null)),
  constraint orders_refund check (refunded <= goods + shipping - points)
);
create index orders_of_shopper on orders (shopper_id, placed_at desc);
create index orders_of_seller on orders (seller_id, placed_at desc);
create index orders_due on orders (due_at) where state = 'awaiting_payment';

create table order_lines (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references orders (id),
  hold_id uuid unique,
  variant_id uuid not null references variants (id),
  product_id uuid not null references products (id),
  show_id uuid references shows (id) on delete set null,
  name text not null,
  options text not null default '',
  unit_price int not null check (unit_price >= 1),
  quantity int not null check (quantity >= 1),
  refunded int not null default 0 check (refunded between 0 and quantity)
);
create index order_lines_of_order on order_lines (order_id);
create index order_lines_of_variant on order_lines (variant_id);
create index order_lines_of_show on order_lines (show_id);

create table payment_claims (
  id uuid primary key,
  order_id uuid not null references orders (id),
  method text not null check (method in ('bank', 'zelle', 'venmo')),
  note text not null default '',
  picture_id uuid references pictures (id),
  created_at timestamptz not null default now()
);
create index payment_claims_of_order on payment_claims (order_id);

create table payments (
  order_id uuid primary key references orders (id),
  method text not null check (method in ('bank', 'zelle', 'venmo')),
  amount int not null,
  confirmed_by uuid not null references people (id),
  created_at timestamptz not null default now()
);

create table refunds (
  id uuid primary key,
  order_id uuid not null references orders (id),
  amount int not null check (amount >= 0),
  reason text not null default '',
  refunded_by uuid not null references people (id),
  created_at timestamptz not null default now()
);
create index refunds_of_order on refunds (order_id);

create table parcels (
  order_id uuid primary key references orders (id),
  carrier text not null,
  tracking text not null,
  shipped_at timestamptz not null default now(),
  delivered_at timestamptz
);

-- The functions below lock orders first, then variants, each in the order of their ids.

create function order_total(o orders) returns int language sql immutable as $$
  select o.goods + o.shipping - o.points
$$;

-- What shipping costs for lines of one seller to this place: [{showId, amount}]. Free when one of
-- the shows among the lines says so: always, or from a threshold over the goods of that show which
-- this shopper has paid for, these lines included; and with a threshold also when an earlier order
-- of that show is paid.
create function shipping_fee_for(shopper uuid, seller uuid, to_country text, to_region text,
  lines jsonb) returns int language sql stable as $$
  with of_show as (
    select w.free_shipping, w.free_shipping_from, sum(l.amount) as amount, (
      select coalesce(sum(t.unit_price * (t.quantity - t.refunded)), 0)
      from orders o join order_lines t on t.order_id = o.id
      where o.shopper_id = shopper and t.show_id = w.id
        and o.state in ('paid', 'shipped', 'delivered')
    ) as paid
    from jsonb_to_recordset(lines) as l ("showId" uuid, amount int)
    join shows w on w.id = l."showId"
    group by w.id
  )
  select case
    when exists (
      select from of_show
      where free_shipping = 'always'
        or free_shipping = 'threshold' and (paid > 0 or amount >= free_shipping_from)
    ) then 0
    else coalesce(
      (select fee from shipping_zones where seller_id = seller and country = to_country
        and region = to_region),
      (select fee from shipping_zones where seller_id = seller and country = to_country
        and region = ''),
      (select shipping_fee from sellers where id = seller))
  end
$$;

-- The checkout page and the order ask this same function.
create function shipping_fee(shopper uuid, seller uuid, hold_ids uuid[], to_country text,
  to_region text) returns int language sql stable as $$
  select shipping_fee_for(shopper, seller, to_country, to_region, (
    select jsonb_agg(jsonb_build_object('showId', p.show_id, 'amount',
      h.quantity * coalesce(h.unit_price, v.price)))
    from holds h join variants v on v.id = h.variant_id join products p on p.id = v.product_id
    where h.id = any (hold_ids) and p.seller_id = seller))
$$;

create function tell_order(topic text, order_id uuid) returns void language sql as $$
  insert into outbox (topic, subject, body)
  select topic, o.id, jsonb_build_object('number', o.number, 'shopperId', o.shopper_id,
    'sellerId', o.seller_id)
  from orders o where o.id = order_id
$$;

-- Shipping of an order whose lines a seller has changed, by the rules of checkout.
create function shipping_fee_of_order(o orders) returns int language sql stable as $$
  select shipping_fee_for(o.shopper_id, o.seller_id, o.country, o.region,
    (select jsonb_agg(jsonb_build_object('showId', l.show_id, 'amount', l.unit_price * l.quantity))
     from order_lines l where l.order_id = o.id))
$$;

-- Places orders from held lines, one a seller, all of a request or none of it.
-- asked: [{personId, requestId, fingerprint, holdIds, orderIds, addressId, address, country,
--   region, depositorName, zone}]; as many orderIds as holdIds
-- answer: {orders: [{id, number, sellerId, currency, goods, shipping, total, dueAt}]} or {refusal}
create function place_orders(asked jsonb) returns table (n int, answer jsonb)
language plpgsql set jit = off set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off as $$
#variable_conflict use_column
declare
  r record;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  ids uuid[] := array(
    select distinct h.variant_id
    from jsonb_array_elements(asked) a
    cross join jsonb_array_elements_text(a -> 'holdIds') hold_id
    join holds h on h.id = hold_id::uuid);
  changed uuid[];
  lapsed jsonb;
  found int;
  today date;
  first_number int;
begin
  perform lock_variants(ids);
  changed := reclaim(ids);

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, "holdIds" uuid[],
        "orderIds" uuid[], "addressId" uuid, address text, country text, region text,
        "depositorName" text, zone text)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      select count(*), jsonb_agg(h.id) filter (where h.state <> 'held') into found, lapsed
      from holds h where h.id = any (r."holdIds") and h.shopper_id = r."personId";
      if cardinality(r."holdIds") = 0 then
        said := refusal('CART_EMPTY');
      elsif found < cardinality(r."holdIds") then
        said := refusal('NOT_YOURS', '{"field": "holdIds"}');
      elsif lapsed is not null then
        said := refusal('HOLD_LAPSED', jsonb_build_object('holdIds', lapsed));
      else
        today := (now() at time zone r.zone)::date;
        insert into addresses (id, person_id, sealed)
        values (r."addressId", r."personId", r.address);

        with cart as (
          select p.seller_id, (row_number() over (order by p.seller_id))::int as i,
            sum(h.quantity * h.unit_price)::int as goods
          from holds h join variants v on v.id = h.variant_id
          join products p on p.id = v.product_id
          where h.id = any (r."holdIds") group by p.seller_id
        ), numbered as (
          insert into order_days as d (day, last)
          select today, count(*) from cart
          on conflict (day) do update set last = d.last + excluded.last
          returning last
        )
        insert into orders (id, number, seller_id, shopper_id, currency, goods, shipping,
          depositor_name, address_id, country, region, due_at)
        select r."orderIds"[c.i],
          'ORD-' || to_char(today, 'YYYYMMDD') || '-' || lpad(k.n::text, greatest(5, length(k.n::text)), '0'),
          s.id, r."personId", s.currency, c.goods,
          shipping_fee(r."personId", s.id, r."holdIds", r.country, r.region),
          r."depositorName", r."addressId", r.country, r.region,
          now() + make_interval(hours => s.payment_due_hours)
        from cart c join sellers s on s.id = c.seller_id
        cross join lateral (
          select m.last - (select count(*) from cart) + c.i as n from numbered m
        ) k;

        insert into order_lines (order_id, hold_id, variant_id, product_id, show_id, name, options,
          unit_price, quantity)
        select o.id, h.id, v.id, p.id, p.show_id, p.name,
          concat_ws(' / ', nullif(v.colour, ''), nullif(v.size, ''), nullif(v.label, '')),
          h.unit_price, h.quantity
        from holds h join variants v on v.id = h.variant_id join products p on p.id = v.product_id
        join orders o on o.id = any (r."orderIds") and o.seller_id = p.seller_id
        where h.id = any (r."holdIds") order by h.place;

        perform take_holds(r."holdIds");
        changed := changed || ids;

        perform tell_order('order.placed', o.id) from orders o where o.id = any (r."orderIds");
        select jsonb_build_object('orders', jsonb_agg(jsonb_build_object('id', o.id,
            'number', o.number, 'sellerId', o.seller_id, 'currency', o.currency, 'goods', o.goods,
            'shipping', o.shipping, 'total', order_total(o), 'dueAt', o.due_at) order by o.number))
          into said
        from orders o where o.id = any (r."orderIds");
      end if;
    end if;
    answers[r.n] := said;
  end loop;

  perform tell_variants(changed);
  perform remember(asked, answers, fresh);
  return query select a.ordinality::int, a.answer
    from unnest(answers) with ordinality as a (answer, ordinality);
end $$;

-- The order that somebody may act on: a shopper's own, or one of a seller's shop.
create function order_for(order_number text, shopper uuid, seller uuid) returns orders
language sql stable as $$
  select o from orders o
  where o.number = order_number and (o.shopper_id = shopper or o.seller_id = seller)
$$;

create function lock_orders(numbers text[]) returns void language plpgsql as $$
begin
  perform 1 from orders where number = any (numbers) order by id for no key update;
end $$;

create function order_answer(o orders) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
    'currency', o.currency, 'goods', o.goods, 'shipping', o.shipping, 'total', order_total(o),
    'refunded', o.refunded, 'dueAt', o.due_at)
$$;

create function order_state_refusal(o orders) returns jsonb language sql immutable as $$
  select refusal('ORDER_STATE', jsonb_build_object('state', o.state))
$$;

-- Cancels an unpaid order, which the caller has locked with its variants.
create function cancel_order(order_id uuid, by text) returns void language plpgsql as $$
begin
  update orders set state = 'cancelled', cancelled_at = now(), cancelled_by = by
  where id = order_id and state = 'awaiting_payment';
  perform return_units(array_agg(l.variant_id), array_agg(l.quantity))
  from order_lines l where l.order_id = cancel_order.order_id;
  perform tell_order('order.cancelled', order_id);
end $$;

-- One step of an order's life for a list of requests; which steps are open depends on the state.
-- asked: [{personId, requestId, fingerprint, number, shopperId | sellerId, step, …}] with step
--   cancellation
--   claim {id, method, note, pictureId}
--   payment {method}
--   shipment {carrier, tracking}    delivery
--   refund {id, reason, lines: [{id, quantity}] | null}: without lines, all that is left
--   removal {lines: [{id, quantity}]}: quantities that stay, of an unpaid order
-- answer: {id, number, state, currency, goods, shipping, total, refunded, dueAt} or {refusal}
create function step_orders(asked jsonb) returns table (n int, answer jsonb)
language plpgsql set jit = off set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off as $$
#variable_conflict use_column
declare
  r record;
  o orders;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  numbers text[] := array(select distinct a ->> 'number' from jsonb_array_elements(asked) a);
  amount int;
  wrong int;
begin
  perform lock_orders(numbers);
  perform lock_variants(array(
    select distinct l.variant_id from orders t join order_lines l on l.order_id = t.id
    where t.number = any (numbers)));

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, number text, "shopperId" uuid,
        "sellerId" uuid, step text, id uuid, method text, note text, "pictureId" uuid,
        carrier text, tracking text, reason text, lines jsonb)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      o := order_for(r.number, r."shopperId", r."sellerId");
      if o.id is null then
        said := refusal('NOT_YOURS');

      elsif r.step = 'cancellation' then
        if o.state = 'cancelled' then
          said := order_answer(o);
        elsif o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
        else
          perform cancel_order(o.id, case when r."sellerId" is null then 'shopper' else 'seller' end);
        end if;

      elsif r.step = 'claim' then
        if o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
        elsif o.due_at <= now() then
          said := refusal('PAYMENT_LATE');
        elsif r."pictureId" is not null and not exists (
          select from pictures p where p.id = r."pictureId" and p.owner_id = r."personId") then
          said := refusal('NOT_YOURS', '{"field": "pictureId"}');
        else
          insert into payment_claims (id, order_id, method, note, picture_id)
          values (r.id, o.id, r.method, r.note, r."pictureId");
        end if;

      elsif r.step = 'payment' then
        if o.state = 'cancelled' then
          said := refusal('PAYMENT_LATE');
        elsif o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
        elsif o.due_at <= now() then
          said := refusal('PAYMENT_LATE');
        else
          insert into payments (order_id, method, amount, confirmed_by)
          values (o.id, r.method, order_total(o), r."personId");
          update orders set state = 'paid', paid_at = now() where id = o.id;
          perform tell_order('order.paid', o.id);
        end if;

      elsif r.step = 'shipment' then
        if o.state <> 'paid' then
          said := order_state_refusal(o);
        else
          insert into parcels (order_id, carrier, tracking) values (o.id, r.carrier, r.tracking);
          update orders set state = 'shipped' where id = o.id;
          perform tell_order('order.shipped', o.id);
        end if;

      elsif r.step = 'delivery' then
        if o.state <> 'shipped' then
          said := order_state_refusal(o);
        else
          update parcels set delivered_at = now() where order_id = o.id;
          update orders set state = 'delivered' where id = o.id;
          perform tell_order('order.delivered', o.id);
        end if;

      elsif r.step = 'refund' then
        if o.state not in ('paid', 'shipped', 'delivered') then
          said := order_state_refusal(o);
        else
          select count(*) filter (where l.id is null or c.quantity not between 1 and l.quantity - l.refunded),
            coalesce(sum(c.quantity * l.unit_price), 0)
          into wrong, amount
          from jsonb_to_recordset(coalesce(r.lines, '[]')) as c (id uuid, quantity int)
          left join order_lines l on l.id = c.id and l.order_id = o.id;
          if wrong > 0 then
            said := refusal('INVALID', '{"field": "lines"}');
          else
            if r.lines is null then
              perform return_units(array_agg(l.variant_id), array_agg(l.quantity - l.refunded))
              from order_lines l where l.order_id = o.id and l.refunded < l.quantity;
              update order_lines set refunded = quantity where order_id = o.id;
              amount := order_total(o) - o.refunded;
            else
              perform return_units(array_agg(l.variant_id), array_agg(c.quantity))
              from jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
              join order_lines l on l.id = c.id;
              update order_lines l set refunded = l.refunded + c.quantity
              from jsonb_to_recordset(r.lines) as c (id uuid, quantity int) where l.id = c.id;
              amount := least(amount, order_total(o) - o.refunded);
            end if;
            insert into refunds (id, order_id, amount, reason, refunded_by)
            values (r.id, o.id, amount, r.reason, r."personId");
            update orders set refunded = refunded + amount, state = case
                when exists (select from order_lines l where l.order_id = o.id and l.refunded < l.quantity)
                then state else 'refunded' end
            where id = o.id;
            perform tell_order('order.refunded', o.id);
          end if;
        end if;

      elsif r.step = 'removal' then
        if o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
        elsif exists (
          select from jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          left join order_lines l on l.id = c.id and l.order_id = o.id
          where l.id is null or c.quantity not between 0 and l.quantity
        ) or not exists (
          select from order_lines l
          left join jsonb_to_recordset(r.lines) as c (id uuid, quantity int) on c.id = l.id
          where l.order_id = o.id and coalesce(c.quantity, l.quantity) > 0
        ) then
          said := refusal('INVALID', '{"field": "lines"}');
        else
          perform return_units(array_agg(l.variant_id), array_agg(l.quantity - c.quantity))
          from jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          join order_lines l on l.id = c.id;
          delete from order_lines l using jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          where l.id = c.id and c.quantity = 0;
          update order_lines l set quantity = c.quantity
          from jsonb_to_recordset(r.lines) as c (id uuid, quantity int) where l.id = c.id;
          update orders set goods = (
              select sum(l.unit_price * l.quantity) from order_lines l where l.order_id = o.id
            ) where id = o.id;
          update orders t set shipping = shipping_fee_of_order(t) where t.id = o.id;
        end if;
      end if;
      said := coalesce(said, (select order_answer(t) from orders t where t.id = o.id));
    end if;
    answers[r.n] := said;
  end loop;

  perform remember(asked, answers, fresh);
  return query select a.ordinality::int, a.answer
    from unnest(answers) with ordinality as a (answer, ordinality);
end $$;

-- Cancels what was not paid in time. Returns how many orders.
create function cancel_overdue_orders(orders_max int) returns int
language plpgsql set jit = off set enable_seqscan = off
  set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set enable_material = off as $$
declare
  ids uuid[];
  due uuid;
begin
  ids := array(
    select id from orders where state = 'awaiting_payment' and due_at <= now()
    order by id limit orders_max for no key update skip locked);
  perform lock_variants(array(
    select distinct variant_id from order_lines where order_id = any (ids)));
  foreach due in array ids loop
    perform cancel_order(due, 'time');
  end loop;
  return cardinality(ids);
end $$;

-- Marks as delivered what was shipped so many days ago. Returns how many orders.
create function deliver_old_orders(days int) returns int language sql as $$
  with old as (
    update parcels p set delivered_at = now() from orders o
    where o.id = p.order_id and o.state = 'shipped' and p.delivered_at is null
      and p.shipped_at <= now() - make_interval(days => days)
    returning p.order_id
  ), delivered as (
    update orders o set state = 'delivered' from old where o.id = old.order_id returning o.id
  )
  select count(*)::int from delivered
$$;

-- Orders whose reminder is due and was not sent yet: marks them and tells.
create function remind_orders(hours_before int, orders_max int) returns int language sql as $$
  with due as (
    update orders set reminded_at = now()
    where id in (
      select id from orders where state = 'awaiting_payment' and reminded_at is null
        and due_at <= now() + make_interval(hours => hours_before) and due_at > now()
      limit orders_max for no key update skip locked)
    returning id, number, shopper_id, seller_id
  ), told as (
    insert into outbox (topic, subject, body)
    select 'order.reminder', id, jsonb_build_object('number', number, 'shopperId', shopper_id,
      'sellerId', seller_id)
    from due returning 1
  )
  select count(*)::int from told
$$;
