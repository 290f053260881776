create table pictures (
  id uuid primary key,
  owner_id uuid not null references people (id),
  file_name text not null unique,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/gif', 'image/webp')),
  width int not null,
  height int not null,
  bytes int not null,
  created_at timestamptz not null default now()
);
create index pictures_of_owner on pictures (owner_id);

create table shows (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  title text not null check (char_length(title) between 1 and 100),
  description text not null default '',
  picture_id uuid references pictures (id),
  state text not null default 'scheduled' check (state in ('scheduled', 'live', 'ended', 'cancelled')),
  starts_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  free_shipping text not null default 'threshold' check (free_shipping in ('never', 'always', 'threshold')),
  free_shipping_from int not null default 15000 check (free_shipping_from >= 0),
  featured_product_id uuid,
  notice text not null default '',
  slow_mode_seconds int not null default 0 check (slow_mode_seconds between 0 and 120),
  version bigint not null default 0,
  created_at timestamptz not null default now()
);
create index shows_by_state on shows (state, starts_at);
create index shows_of_seller on shows (seller_id, starts_at);

create table products (
  id uuid primary key,
  seller_id uuid not null references sellers (id),
  show_id uuid references shows (id) on delete set null,
  name text not null check (char_length(name) between 1 and 100),
  description text not null default '',
  original_price int check (original_price > 0),
  new_badge boolean not null default false,
  position int not null default 0,
  visible_from timestamptz,
  visible_until timestamptz,
  in_store boolean not null default true,
  hold_minutes int check (hold_minutes between 1 and 1440),
  deleted_at timestamptz,
  created_at timestamptz not null default now()
);
create index products_of_seller on products (seller_id, position) where deleted_at is null;
create index products_of_show on products (show_id, position) where deleted_at is null;
alter table shows add constraint shows_featured
  foreign key (featured_product_id) references products (id) on delete set null;

create table product_pictures (
  product_id uuid not null references products (id) on delete cascade,
  picture_id uuid not null references pictures (id),
  position int not null,
  primary key (product_id, picture_id)
);

-- Stock and price live here alone: stock = available + held + sold, always.
-- `version` grows with every change, so that late or doubled news never shows an older figure.
create table variants (
  id uuid primary key,
  product_id uuid not null references products (id) on delete cascade,
  colour text not null default '',
  size text not null default '',
  label text not null default '',
  position int not null default 0,
  price int not null check (price >= 1),
  hidden boolean not null default false,
  stock int not null check (stock >= 0),
  available int not null check (available >= 0),
  held int not null default 0 check (held >= 0),
  sold int not null default 0 check (sold >= 0),
  version bigint not null default 0,
  constraint variants_add_up check (stock = available + held + sold),
  constraint variants_once unique (product_id, colour, size)
) with (fillfactor = 50);
