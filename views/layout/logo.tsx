/** Eaves over a floor of boards: a maru, where people sit together. */
export function Logo() {
  return (
    <svg class="logo-mark" viewBox="0 0 96 32" width="96" height="32" aria-hidden="true">
      <path class="logo-roof" d="M2 13C9 12 14 9 17 4c3 5 8 8 15 9l-2 4H4l-2-4Z" />
      <path class="logo-floor" d="M6 20h22v3H6zM6 25h22v3H6z" />
      <text class="logo-name" x="39" y="24">maru</text>
    </svg>
  );
}
