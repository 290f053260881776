/** Eaves over a floor of boards: a maru, where people sit together. */
export function Logo() {
  return (
    <svg class="logo-mark" viewBox="0 0 98 32" width="98" height="32" aria-hidden="true">
      <path class="logo-roof" d="M2 13C9 12 14 9 17 4c3 5 8 8 15 9l-2 4H4l-2-4Z" />
      <path class="logo-floor" d="M6 20h22v3H6zM6 25h22v3H6z" />
      <path class="logo-name" d="M41 26V13m0 4c1.5-4.6 8-4.6 8 1v8m0-8c0-5.6 8-5.6 8 0v8" />
      <path class="logo-name" d="M72 13v13m0-6.5a5 5.5 0 1 1-10 0 5 5.5 0 0 1 10 0Z" />
      <path
        class="logo-name"
        d="M78 26V13m0 5c.5-3 2.5-4.3 5-4m4-1v7.5c0 6.5 9 6.5 9 0V13m0 13V13"
      />
    </svg>
  );
}
