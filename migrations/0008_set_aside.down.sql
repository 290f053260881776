drop function set_sale(jsonb);
alter table variants drop column set_aside;
