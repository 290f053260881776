-- What is true of a shop at every moment. Each query finds what breaks its sentence, and nothing in
-- a shop that is well. Run whole with psql, or through tests/support/invariants.ts.

-- A variant's stock is what is available, held and sold.
select id, stock, available, held, sold
from variants where stock <> available + held + sold;

-- No figure is negative.
select 'variant' as what, id, least(stock, available, held, sold) as figure
from variants where least(stock, available, held, sold) < 0
union all
select 'hold', id, quantity from holds where quantity < 1
union all
select 'order', id, least(goods, shipping, points, refunded, goods + shipping - points)
from orders where least(goods, shipping, points, refunded, goods + shipping - points) < 0
union all
select 'line', id, least(quantity, refunded, quantity - refunded)
from order_lines where least(quantity, refunded, quantity - refunded) < 0
union all
select 'payment', order_id, amount from payments where amount < 0
union all
select 'refund', id, amount from refunds where amount < 0;

-- The units held of a variant are those of its holds.
select v.id, v.held, coalesce(h.units, 0) as units
from variants v
left join (
  select variant_id, sum(quantity) as units from holds where state = 'held' group by variant_id
) h on h.variant_id = v.id
where v.held <> coalesce(h.units, 0);

-- The units sold of a variant are those of orders that were neither cancelled nor refunded.
select v.id, v.sold, coalesce(l.units, 0) as units
from variants v
left join (
  select l.variant_id, sum(l.quantity - l.refunded) as units
  from order_lines l join orders o on o.id = l.order_id
  where o.state <> 'cancelled' group by l.variant_id
) l on l.variant_id = v.id
where v.sold <> coalesce(l.units, 0);

-- A hold is of a variant and a shopper that exist.
select h.id from holds h
left join variants v on v.id = h.variant_id left join people p on p.id = h.shopper_id
where v.id is null or p.id is null;

-- A hold is over when its state says so, and only then.
select id, state, ended_at from holds
where (state in ('waiting', 'held')) <> (ended_at is null);

-- A hold that has its units has a price and a deadline.
select id, state from holds
where state in ('held', 'ordered', 'lapsed') and (unit_price is null or expires_at is null);

-- A shopper has at most one live hold of a variant.
select shopper_id, variant_id, count(*) from holds
where state in ('waiting', 'held') group by shopper_id, variant_id having count(*) > 1;

-- A hold is ordered once, by its own shopper, and only then stands in an order.
select l.id, h.id as hold_id, h.state
from order_lines l join orders o on o.id = l.order_id join holds h on h.id = l.hold_id
where h.state <> 'ordered' or h.shopper_id <> o.shopper_id or h.variant_id <> l.variant_id
  or h.unit_price <> l.unit_price or h.quantity < l.quantity
union all
select min(l.id::text)::uuid, l.hold_id, 'twice' from order_lines l
where l.hold_id is not null group by l.hold_id having count(*) > 1;

-- What happens once to a hold or an order is told once.
select topic, subject, count(*) from outbox
where topic in ('hold.promoted', 'hold.lapsed', 'order.placed', 'order.paid', 'order.cancelled',
  'order.shipped', 'order.delivered')
group by topic, subject having count(*) > 1;

-- Whoever lapsed is told, and nobody else.
select h.id, h.state from outbox o join holds h on h.id = o.subject
where o.topic = 'hold.lapsed' and h.state <> 'lapsed';

-- Nobody waits for units that are free.
select h.id, h.quantity, v.available
from holds h join variants v on v.id = h.variant_id join offers o on o.variant_id = v.id
where h.state = 'waiting' and o.refusal is null and v.available >= h.quantity;

-- The line is served in order: nobody is promoted past someone whose quantity would have fitted.
-- A wait may shrink later, so what counts is the quantity that its shopper first asked for.
with asked as (
  select h.id, h.variant_id, h.place, h.state, max((q.answer ->> 'quantity')::int) as quantity
  from holds h join requests q on q.answer ->> 'id' = h.id::text
  where q.answer ->> 'state' = 'waiting' group by h.id
), promoted as (
  select h.id, h.variant_id, h.place, o.id as turn, (o.body ->> 'quantity')::int as quantity
  from outbox o join holds h on h.id = o.subject where o.topic = 'hold.promoted'
)
select later.id, earlier.id as passed_over
from promoted later
join asked earlier on earlier.variant_id = later.variant_id and earlier.place < later.place
left join promoted served on served.id = earlier.id
where earlier.quantity <= later.quantity
  and (served.turn > later.turn or served.id is null and earlier.state = 'waiting');

-- An order has lines, all of its own seller.
select o.id from orders o
where not exists (select from order_lines l where l.order_id = o.id)
union all
select o.id from orders o join order_lines l on l.order_id = o.id
join products p on p.id = l.product_id where p.seller_id <> o.seller_id;

-- An order's goods are its lines.
select o.id, o.goods, sum(l.unit_price * l.quantity) as lines
from orders o join order_lines l on l.order_id = o.id
group by o.id having o.goods <> sum(l.unit_price * l.quantity);

-- An order is paid once, with what it costs, and its state says so.
select o.id, o.state, count(p.order_id) as payments
from orders o left join payments p on p.order_id = o.id
group by o.id
having count(p.order_id) <> (o.state in ('paid', 'shipped', 'delivered', 'refunded'))::int
  or (o.paid_at is null) <> (count(p.order_id) = 0)
  or coalesce(sum(p.amount), o.goods + o.shipping - o.points) <> o.goods + o.shipping - o.points;

-- What was given back of an order is its refunds, and never more than was paid.
select o.id, o.refunded, coalesce(sum(r.amount), 0) as refunds
from orders o left join refunds r on r.order_id = o.id
group by o.id
having o.refunded <> coalesce(sum(r.amount), 0) or o.refunded > o.goods + o.shipping - o.points;

-- A refunded order has nothing left, and any other has something.
select o.id, o.state from orders o join order_lines l on l.order_id = o.id
group by o.id having (o.state = 'refunded') <> (sum(l.quantity - l.refunded) = 0);

-- An order's number is not below one that is still to come.
select o.number from orders o
join order_days d on to_char(d.day, 'YYYYMMDD') = split_part(o.number, '-', 2)
where split_part(o.number, '-', 3)::int > d.last;

-- A parcel left with an order that was paid.
select p.order_id, o.state from parcels p join orders o on o.id = p.order_id
where o.state not in ('shipped', 'delivered', 'refunded')
  or o.state = 'delivered' and p.delivered_at is null;
