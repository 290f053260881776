/** Names one request, so that sending the form again is known to be the same wish. */
export function RequestId({ id }: { id: string }) {
  return <input type="hidden" name="request" value={id} {...kept} />;
}

// News that redraws a form around it must not change which request is being repeated.
const kept = { "hx-morph-skip": "" };
