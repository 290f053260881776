-- Which product was shown from when on, so that a replay shows them as they came. Without a product
-- nothing was.
create table product_marks (
  id bigint generated always as identity primary key,
  show_id uuid not null references shows (id) on delete cascade,
  product_id uuid references products (id) on delete cascade,
  at timestamptz not null default now()
);
create index product_marks_of_show on product_marks (show_id, at);
