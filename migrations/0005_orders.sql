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
create index parcels_under_way on parcels (shipped_at) where delivered_at is null;

-- The functions below lock orders first, then variants, each in the order of their ids.

create function order_total(o orders) returns int language sql immutable as $$
  select o.goods + o.shipping - o.points
$$;

-- Holds with what they are of, walked to from the hold.
create view cart_lines as
select
  h.id as hold_id,
  h.shopper_id,
  h.variant_id,
  h.state,
  h.quantity,
  coalesce(h.unit_price, v.price) as unit_price,
  h.quantity::bigint * coalesce(h.unit_price, v.price) as amount,
  h.place,
  v.product_id,
  p.show_id,
  p.name,
  concat_ws(' / ', nullif(v.colour, ''), nullif(v.size, ''), nullif(v.label, '')) as options,
  p.seller_id,
  s.currency,
  s.payment_due_hours,
  s.approved_at is not null and owner.suspended_at is null as seller_open
from holds h
cross join lateral (select * from variants v where v.id = h.variant_id limit 1) v
cross join lateral (select * from products p where p.id = v.product_id limit 1) p
cross join lateral (select * from sellers s where s.id = p.seller_id limit 1) s
cross join lateral (select suspended_at from people u where u.id = s.person_id limit 1) owner;

-- For how much a shopper has bought in a show and paid.
create function paid_in_show(shopper uuid, show uuid) returns bigint language sql stable as $$
  select coalesce(sum(lines.amount), 0)::bigint
  from orders o cross join lateral (
    select sum(l.unit_price::bigint * (l.quantity - l.refunded)) filter (where l.show_id = show) as amount
    from order_lines l where l.order_id = o.id
  ) lines
  where o.shopper_id = shopper and o.state in ('paid', 'shipped', 'delivered')
$$;

-- What shipping costs for lines of one seller to this place: [{showId, amount}]. Free when one of
-- the shows among the lines says so: always, or from a threshold over the goods of that show which
-- this shopper has paid for, these lines included; and with a threshold also when an earlier order
-- of that show is paid.
create function shipping_fee_for(shopper uuid, seller uuid, to_country text, to_region text,
  lines jsonb) returns int language sql stable as $$
  with of_show as (
    select "showId" as id, sum(amount) as amount
    from jsonb_to_recordset(lines) as l ("showId" uuid, amount bigint) group by "showId"
  )
  select case
    when exists (
      select from of_show l cross join lateral (select * from shows w where w.id = l.id limit 1) w
      where w.free_shipping = 'always' or w.free_shipping = 'threshold'
        and (l.amount >= w.free_shipping_from or paid_in_show(shopper, w.id) > 0)
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
    select jsonb_agg(jsonb_build_object('showId', l.show_id, 'amount', l.amount))
    from cart_lines l where l.hold_id = any (hold_ids) and l.seller_id = seller))
$$;

create function order_number(day date, n bigint) returns text language sql stable as $$
  select 'ORD-' || to_char(day, 'YYYYMMDD') || '-' || lpad(n::text, greatest(5, length(n::text)), '0')
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
--   region, depositorName, zone, amountMax}]; as many orderIds as holdIds
-- answer: {orders: [{id, number, sellerId, currency, goods, shipping, total, dueAt}]} or {refusal}
create function place_orders(asked jsonb) returns table (n int, answer jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  ids uuid[] := array(
    select distinct variant_id from holds where id = any (array(
      select hold_id::uuid from jsonb_array_elements(asked) a
      cross join jsonb_array_elements_text(a -> 'holdIds') hold_id)));
  changed uuid[];
  cart record;
  today date;
begin
  perform lock_variants(ids);
  changed := reclaim(ids);

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, "holdIds" uuid[],
        "orderIds" uuid[], "addressId" uuid, address text, country text, region text,
        "depositorName" text, zone text, "amountMax" bigint)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      select count(*) as lines, count(*) filter (where l.state = 'waiting') as waiting,
        jsonb_agg(l.hold_id) filter (where l.state not in ('waiting', 'held')) as gone,
        sum(l.amount) as amount
      into cart
      from cart_lines l
      where l.hold_id = any (r."holdIds") and l.shopper_id = r."personId" and l.variant_id = any (ids)
        and l.seller_open;
      if cardinality(r."holdIds") = 0 then
        said := refusal('CART_EMPTY');
      elsif cart.lines < cardinality(r."holdIds") then
        said := refusal('NOT_YOURS', '{"field": "holdIds"}');
      elsif cart.gone is not null then
        said := refusal('HOLD_LAPSED', jsonb_build_object('holdIds', cart.gone));
      elsif cart.waiting > 0 then
        said := refusal('SOLD_OUT', '{"field": "holdIds"}');
      elsif cart.amount > r."amountMax" then
        said := refusal('INVALID', '{"field": "holdIds", "fields": [{"field": "holdIds", "rule": "tooMany"}]}');
      else
        today := (now() at time zone r.zone)::date;
        insert into addresses (id, person_id, sealed)
        values (r."addressId", r."personId", r.address);

        with cart as (
          select seller_id, currency, payment_due_hours, sum(amount)::int as goods,
            (row_number() over (order by seller_id))::int as i
          from cart_lines where hold_id = any (r."holdIds")
          group by seller_id, currency, payment_due_hours
        ), numbered as (
          insert into order_days as d (day, last)
          select today, count(*) from cart
          on conflict (day) do update set last = d.last + excluded.last
          returning last
        ), placed as (
          insert into orders (id, number, seller_id, shopper_id, currency, goods, shipping,
            depositor_name, address_id, country, region, due_at)
          select r."orderIds"[c.i],
            order_number(today, m.last - (select count(*) from cart) + c.i),
            c.seller_id, r."personId", c.currency, c.goods,
            shipping_fee(r."personId", c.seller_id, r."holdIds", r.country, r.region),
            r."depositorName", r."addressId", r.country, r.region,
            now() + make_interval(hours => c.payment_due_hours)
          from cart c cross join numbered m
        )
        insert into order_lines (order_id, hold_id, variant_id, product_id, show_id, name, options,
          unit_price, quantity)
        select r."orderIds"[c.i], l.hold_id, l.variant_id, l.product_id, l.show_id, l.name,
          l.options, l.unit_price, l.quantity
        from cart_lines l join cart c on c.seller_id = l.seller_id
        where l.hold_id = any (r."holdIds") order by l.place;

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
select pin_plans('place_orders(jsonb)');

-- The order that somebody may act on: a shopper's own, or one of a seller's shop.
create function order_for(order_number text, shopper uuid, seller uuid) returns orders
language sql stable as $$
  select o from orders o
  where o.number = order_number and (o.shopper_id = shopper or o.seller_id = seller)
$$;

create function lock_orders(numbers text[]) returns void language plpgsql as $$
begin
  perform 1 from orders where id = any (array(select id from orders where number = any (numbers)))
  order by id for no key update;
end $$;

create function order_answer(o orders) returns jsonb language sql stable as $$
  select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
    'currency', o.currency, 'goods', o.goods, 'shipping', o.shipping, 'total', order_total(o),
    'refunded', o.refunded, 'dueAt', o.due_at)
$$;

create function order_state_refusal(o orders) returns jsonb language sql stable as $$
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

-- The units of an order that were not refunded, as [{id, quantity}]; null when there are none.
create function lines_left(order_id uuid) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_build_object('id', l.id, 'quantity', l.quantity - l.refunded))
  from order_lines l where l.order_id = lines_left.order_id and l.refunded < l.quantity
$$;

-- Whether [{id, quantity}] names lines of the order, each once, with no more units than are left.
create function lines_fit(order_id uuid, lines jsonb, units_min int) returns boolean
language sql stable as $$
  select count(*) > 0 and count(*) = count(distinct l.id)
    and bool_and(coalesce(c.quantity between units_min and l.quantity - l.refunded, false))
  from jsonb_to_recordset(lines) as c (id uuid, quantity int)
  left join order_lines l on l.id = c.id and l.order_id = lines_fit.order_id
$$;

-- One step of an order's life for a list of requests; which steps are open depends on the state.
-- asked: [{personId, requestId, fingerprint, number, shopperId | sellerId, step, …}] with step
--   cancellation
--   claim {id, method, note, pictureId}
--   payment {method}
--   shipment {carrier, tracking}    delivery
--   refund {id, reason, lines: [{id, quantity}] | null}: without lines, all that is left
--   removal {lines: [{id, quantity}]}: quantities that stay, of an unpaid order
-- A seller takes all of them but claims, a shopper claims and cancels.
-- answer: {id, number, state, currency, goods, shipping, total, refunded, dueAt} or {refusal}
create function step_orders(asked jsonb) returns table (n int, answer jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  o orders;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  numbers text[] := array(select distinct a ->> 'number' from jsonb_array_elements(asked) a);
  chosen jsonb;
  amount int;
begin
  perform lock_orders(numbers);
  perform lock_variants(array(
    select distinct variant_id from order_lines where order_id = any (array(
      select id from orders where number = any (numbers)))));

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
      if o.id is null
        or r."shopperId" is null and r.step = 'claim'
        or r."sellerId" is null and r.step not in ('claim', 'cancellation') then
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
        if o.cancelled_by = 'time' or o.state = 'awaiting_payment' and o.due_at <= now() then
          said := refusal('PAYMENT_LATE');
        elsif o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
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
        chosen := coalesce(r.lines, lines_left(o.id));
        if o.state not in ('paid', 'shipped', 'delivered') then
          said := order_state_refusal(o);
        elsif not lines_fit(o.id, chosen, 1) then
          said := refusal('INVALID', '{"field": "lines"}');
        else
          amount := order_total(o) - o.refunded;
          if r.lines is not null then
            select least(amount, sum(c.quantity * l.unit_price)) into amount
            from jsonb_to_recordset(chosen) as c (id uuid, quantity int)
            join order_lines l on l.id = c.id and l.order_id = o.id;
          end if;
          insert into refunds (id, order_id, amount, reason, refunded_by)
          values (r.id, o.id, amount, r.reason, r."personId");
          update order_lines l set refunded = l.refunded + c.quantity
          from jsonb_to_recordset(chosen) as c (id uuid, quantity int)
          where l.id = c.id and l.order_id = o.id;
          update orders set refunded = refunded + amount,
            state = case when lines_left(o.id) is null then 'refunded' else state end
          where id = o.id;
          perform return_units(array_agg(l.variant_id), array_agg(c.quantity))
          from jsonb_to_recordset(chosen) as c (id uuid, quantity int)
          join order_lines l on l.id = c.id and l.order_id = o.id;
          perform tell_order('order.refunded', o.id);
        end if;

      elsif r.step = 'removal' then
        if o.state <> 'awaiting_payment' then
          said := order_state_refusal(o);
        elsif not lines_fit(o.id, r.lines, 0) or not exists (
          select from order_lines l
          left join jsonb_to_recordset(r.lines) as c (id uuid, quantity int) on c.id = l.id
          where l.order_id = o.id and coalesce(c.quantity, l.quantity) > 0
        ) then
          said := refusal('INVALID', '{"field": "lines"}');
        else
          perform return_units(array_agg(l.variant_id), array_agg(l.quantity - c.quantity))
          from jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          join order_lines l on l.id = c.id and l.order_id = o.id;
          delete from order_lines l using jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          where l.id = c.id and l.order_id = o.id and c.quantity = 0;
          update order_lines l set quantity = c.quantity
          from jsonb_to_recordset(r.lines) as c (id uuid, quantity int)
          where l.id = c.id and l.order_id = o.id;
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
select pin_plans('step_orders(jsonb)');

-- Cancels what was not paid in time. Returns how many orders.
create function cancel_overdue_orders(orders_max int) returns int
language plpgsql as $$
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
select pin_plans('cancel_overdue_orders(int)');

-- Marks as delivered what was shipped so many days ago. Returns how many orders.
create function deliver_old_orders(days int, orders_max int) returns int language plpgsql as $$
declare
  ids uuid[] := array(
    select id from orders where state = 'shipped' and id = any (array(
      select order_id from parcels
      where delivered_at is null and shipped_at <= now() - make_interval(days => days)))
    limit orders_max for no key update skip locked);
begin
  update parcels set delivered_at = now() where order_id = any (ids);
  update orders set state = 'delivered' where id = any (ids);
  perform tell_order('order.delivered', id) from unnest(ids) id;
  return cardinality(ids);
end $$;
select pin_plans('deliver_old_orders(int, int)');

-- Orders whose reminder is due and was not sent yet: marks them and tells. Returns how many.
create function remind_orders(hours_before int, orders_max int) returns int language plpgsql as $$
declare
  ids uuid[] := array(
    select id from orders where state = 'awaiting_payment' and reminded_at is null
      and due_at > now() and due_at <= now() + make_interval(hours => hours_before)
    limit orders_max for no key update skip locked);
begin
  update orders set reminded_at = now() where id = any (ids);
  perform tell_order('order.reminder', id) from unnest(ids) id;
  return cardinality(ids);
end $$;
select pin_plans('remind_orders(int, int)');
