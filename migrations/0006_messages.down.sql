drop function say(jsonb);
drop function wait_to_say(text, int, timestamptz);
drop table messages;
