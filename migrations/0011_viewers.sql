-- The most people who watched a show at once while it was on air.
alter table shows add column viewers_peak int not null default 0 check (viewers_peak >= 0);
