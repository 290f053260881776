alter table shows drop column viewers_peak;
drop table room_updates;
