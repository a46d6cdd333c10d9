import { presentationOf } from "@/features/platforms/presentation";

/** A platform's badge: our own sign on its colour. */
export function PlatformMark({ id, size = 20 }: { id: string; size?: number }) {
  const { colour, ink, glyph } = presentationOf(id);
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className="shrink-0 rounded-[6px]">
      <rect width="24" height="24" fill={colour} />
      <path
        d={glyph}
        fill="none"
        stroke={ink}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform="translate(2.4 2.4) scale(.8)"
      />
    </svg>
  );
}
