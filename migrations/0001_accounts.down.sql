drop table sessions;
drop table profiles;
drop table moderators;
drop table sellers;
drop table people;
