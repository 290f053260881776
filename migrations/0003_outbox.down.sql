drop table outbox;
drop table requests;
