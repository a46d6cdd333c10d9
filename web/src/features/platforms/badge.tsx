import { presentationOf } from "./presentation";

/** Our own sign for a platform. Its name stands beside it or in the label of what holds it. */
export function PlatformBadge({ id, size = 20 }: { id: string; size?: number }) {
  const { colour, ink, glyph } = presentationOf(id);
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <rect width="24" height="24" rx="6" fill={colour} />
      <path
        d={glyph}
        fill="none"
        stroke={ink}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform="translate(3.6 3.6) scale(.7)"
      />
    </svg>
  );
}
