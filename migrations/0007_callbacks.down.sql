drop table dead_letters;
drop table schedules;
drop table message_deduplications;
drop table scheduled_messages;
