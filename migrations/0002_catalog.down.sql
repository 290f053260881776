drop table variants;
drop table product_pictures;
alter table shows drop constraint shows_featured;
drop table products;
drop table shows;
drop table pictures;
