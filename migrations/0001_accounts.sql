create table people (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  display_name text not null check (char_length(display_name) between 1 and 40),
  admin boolean not null default false,
  locale text not null default 'ko' check (locale in ('ko', 'en')),
  -- Rooms do not tell the display name when they have bought something.
  buys_unnamed boolean not null default false,
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);

-- A seller's shop and its rules. Ranges repeat src/limits.ts.
create table sellers (
  id uuid primary key,
  person_id uuid not null unique references people (id),
  name text not null check (char_length(name) between 1 and 100),
  approved_at timestamptz,
  currency text not null default 'USD' check (currency in ('USD', 'KRW')),
  hold_minutes_live int not null default 10 check (hold_minutes_live between 1 and 120),
  hold_minutes_store int not null default 30 check (hold_minutes_store between 5 and 1440),
  waitlist_minutes int not null default 10 check (waitlist_minutes between 1 and 120),
  units_per_shopper int not null default 10 check (units_per_shopper between 1 and 99),
  payment_due_hours int not null default 24 check (payment_due_hours between 1 and 168),
  shipping_fee int not null default 1000 check (shipping_fee >= 0),
  bank_account text not null default '',
  zelle text not null default '',
  venmo text not null default '',
  created_at timestamptz not null default now()
);

create table moderators (
  seller_id uuid not null references sellers (id),
  person_id uuid not null references people (id),
  primary key (seller_id, person_id)
);

-- What an order needs to know. Phone and address are sealed (AES-256-GCM, bound to this row).
create table profiles (
  person_id uuid primary key references people (id),
  depositor_name text check (char_length(depositor_name) between 1 and 100),
  instagram text unique check (instagram = lower(instagram)),
  sealed_contact text,
  updated_at timestamptz not null default now()
);

-- A family of refresh tokens on one device. `turn` counts the rotations.
create table sessions (
  id uuid primary key,
  person_id uuid not null references people (id),
  turn int not null default 0,
  device text not null default '',
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  turned_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_of_person on sessions (person_id);
create index sessions_revoked on sessions (revoked_at) where revoked_at is not null;
