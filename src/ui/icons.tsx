/** A flag that marks a place: *missed*, called for and to be come back to. */
export function MissedIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d="M5 17.5V3h10l-2.4 3.6L15 10.2H5" />
    </svg>
  );
}

export function AboutIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
    >
      <circle cx="10" cy="10" r="7.6" />
      <path d="M10 9.2V14M10 6.2v.1" />
    </svg>
  );
}

/** A pin: *keep on top*. */
export function PinIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d="M7 3h6l-.8 5.4L15 11.5H5l2.8-3.1zM10 11.5V17" />
    </svg>
  );
}
