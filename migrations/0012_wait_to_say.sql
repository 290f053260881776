-- Without slow mode nobody waits. Two statements of one person that overlap may find what the other
-- said "after" their own now().
create or replace function wait_to_say(code text, quiet_seconds int, spoke_at timestamptz)
returns jsonb language sql stable as $$
  select refusal(code, jsonb_build_object('retryAfterMs', ceil(extract(epoch from
    spoke_at + make_interval(secs => quiet_seconds) - now()) * 1000)::int))
  where quiet_seconds > 0 and spoke_at + make_interval(secs => quiet_seconds) > now()
$$;
