-- A row in every table, for the way down and up again.
insert into people (id, email, display_name)
values ('00000000-0000-7000-8000-000000000001', 'a@example.com', 'A');
insert into sellers (id, person_id, name)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Shop');
insert into moderators (seller_id, person_id)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
insert into profiles (person_id) values ('00000000-0000-7000-8000-000000000001');
insert into sessions (id, person_id, expires_at)
values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', now());

insert into pictures (id, owner_id, file_name, media_type, width, height, bytes)
values ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000001', 'a.png',
  'image/png', 1, 1, 1);
insert into shows (id, seller_id, title, picture_id, starts_at)
values ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000002', 'Show',
  '00000000-0000-7000-8000-000000000004', now());
insert into products (id, seller_id, show_id, name)
values ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000002',
  '00000000-0000-7000-8000-000000000005', 'Product');
update shows set featured_product_id = '00000000-0000-7000-8000-000000000006';
insert into product_pictures (product_id, picture_id, position)
values ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', 1);
insert into variants (id, product_id, price, stock, available, held)
values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006', 1, 3, 2, 1);

insert into requests (person_id, id, fingerprint, answer)
values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), '', '{}');
insert into outbox (topic, subject, body) values ('variant', gen_random_uuid(), '{}');
insert into messages (id, show_id, person_id, text)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000005',
  '00000000-0000-7000-8000-000000000001', 'Hello');
insert into audit (id, seller_id, verb, subject)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'mute', gen_random_uuid());
insert into mutes (seller_id, person_id, until)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', now());
insert into bans (seller_id, person_id)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
insert into held_words (seller_id, word)
values ('00000000-0000-7000-8000-000000000002', 'word');
insert into room_updates (show_id, bytes)
values ('00000000-0000-7000-8000-000000000005', '\x0000');

insert into holds (id, shopper_id, variant_id, quantity, state, unit_price, expires_at)
values ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000007', 1, 'held', 1, now());
insert into stock_changes (id, variant_id, person_id, delta)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000007',
  '00000000-0000-7000-8000-000000000001', 3);

insert into shipping_zones (id, seller_id, country, region, fee)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'US', 'CA', 800);
insert into addresses (id, person_id, sealed)
values ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000001', '');
insert into order_days (day, last) values ('2026-11-21', 1);
insert into orders (id, number, seller_id, shopper_id, state, currency, goods, shipping,
  depositor_name, address_id, country, due_at, paid_at)
values ('00000000-0000-7000-8000-00000000000a', 'ORD-20261121-00001',
  '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'paid', 'USD', 1,
  0, 'A', '00000000-0000-7000-8000-000000000009', 'US', now(), now());
insert into order_lines (order_id, hold_id, variant_id, product_id, name, unit_price, quantity)
values ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000008',
  '00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000006', 'Product', 1, 1);
insert into payment_claims (id, order_id, method)
values (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', 'bank');
insert into payments (order_id, method, amount, confirmed_by)
values ('00000000-0000-7000-8000-00000000000a', 'bank', 1, '00000000-0000-7000-8000-000000000001');
insert into refunds (id, order_id, amount, refunded_by)
values (gen_random_uuid(), '00000000-0000-7000-8000-00000000000a', 0,
  '00000000-0000-7000-8000-000000000001');
insert into parcels (order_id, carrier, tracking)
values ('00000000-0000-7000-8000-00000000000a', 'USPS', '1');

insert into scheduled_messages (id, url, method, headers, body, retries, retried, timeout_seconds,
  not_before, due_at, created_at)
values ('1', 'http://127.0.0.1', 'POST', '{}', '', 0, 0, 1, now(), now(), now());
insert into message_deduplications (id, message_id, expires_at) values ('1', '1', now());
insert into schedules (id, cron, content, delay_seconds, paused, next_at, created_at)
values ('1', '* * * * *', '{}', 0, false, now(), now());
insert into dead_letters (id, message, answer, failed_at) values ('1', '{}', '{}', now());

insert into publish_keys (show_id, hash) values ('00000000-0000-7000-8000-000000000005', '\x00');
insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at)
values ('00000000-0000-7000-8000-000000000005', 'on', 'c', 's', 'v', 1, now());
insert into publishers (show_id, service_id, client_id, turn)
values ('00000000-0000-7000-8000-000000000005', 'v', 'c', 1);
insert into media_servers (server_id, service_id, seen_at) values ('s', 'v', now());
insert into recordings (id, show_id, file, began_at, ended_at)
values (gen_random_uuid(), '00000000-0000-7000-8000-000000000005', 'a.mp4', now(), now());
insert into playback_samples (show_id, kind)
values ('00000000-0000-7000-8000-000000000005', 'flv');
insert into restream_targets (id, seller_id, name, service, url, key_sealed)
values ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000002', 'A',
  'other', 'rtmp://a', '');
insert into restream_states (target_id, show_id, turn, version, state)
values ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000005', 1, 1,
  'running');
insert into product_marks (show_id) values ('00000000-0000-7000-8000-000000000005');
