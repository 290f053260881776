create or replace function wait_to_say(code text, quiet_seconds int, spoke_at timestamptz)
returns jsonb language sql stable as $$
  select refusal(code, jsonb_build_object('retryAfterMs', ceil(extract(epoch from
    spoke_at + make_interval(secs => quiet_seconds) - now()) * 1000)::int))
  where spoke_at + make_interval(secs => quiet_seconds) > now()
$$;
