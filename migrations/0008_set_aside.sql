-- Free units that a seller took off sale when marking a product sold out, until they are put back.
-- They are not part of `stock`.
alter table variants add column set_aside int not null default 0 check (set_aside >= 0);

-- Takes the free units of products off sale, or puts back what was taken; those who wait come first.
-- asked: [{personId, requestId, fingerprint, sellerId, productIds, onSale, unitsMax}]
-- answer: {variants: how many changed} or {refusal}
create function set_sale(asked jsonb) returns table (n int, answer jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  said jsonb;
  answers jsonb[] := '{}';
  fresh boolean[] := '{}';
  ids uuid[] := array(
    select id from variants where product_id = any (array(
      select product::uuid from jsonb_array_elements(asked) a
      cross join jsonb_array_elements_text(a -> 'productIds') product)));
  changed uuid[];
  turned uuid[];
begin
  perform lock_variants(ids);
  changed := reclaim(ids);

  for r in
    select a.*, (row_number() over ())::int as n from jsonb_to_recordset(asked)
      as a ("personId" uuid, "requestId" uuid, fingerprint text, "sellerId" uuid,
        "productIds" uuid[], "onSale" boolean, "unitsMax" int)
  loop
    said := recall(r."personId", r."requestId", r.fingerprint, asked, answers);
    fresh[r.n] := said is null;
    if said is null then
      if (
        select count(*) from products p
        where p.id = any (r."productIds") and p.seller_id = r."sellerId" and p.deleted_at is null
      ) < cardinality(r."productIds") then
        said := refusal('NOT_YOURS');
      else
        with due as (
          select v.id, case
              when r."onSale" then least(v.set_aside, r."unitsMax" - v.available - v.held)
              else - v.available
            end as delta
          from variants v where v.product_id = any (r."productIds") and v.id = any (ids)
        ), moved as (
          update variants v set stock = v.stock + d.delta, available = v.available + d.delta,
            set_aside = v.set_aside - d.delta, version = v.version + 1
          from due d
          where v.id = d.id and v.id = any (ids) and case when r."onSale" then d.delta > 0 else d.delta < 0 end
          returning v.id, d.delta
        ), noted as (
          insert into stock_changes (id, variant_id, person_id, delta, reason)
          select gen_random_uuid(), m.id, r."personId", m.delta,
            case when r."onSale" then 'on sale' else 'sold out' end
          from moved m
        )
        select coalesce(array_agg(m.id), '{}') into turned from moved m;
        perform promote(turned);
        changed := changed || turned;
        said := jsonb_build_object('variants', cardinality(turned));
      end if;
    end if;
    answers[r.n] := said;
  end loop;

  perform tell_variants(changed);
  perform remember(asked, answers, fresh);
  return query select a.ordinality::int, a.answer
    from unnest(answers) with ordinality as a (answer, ordinality);
end $$;
select pin_plans('set_sale(jsonb)');
