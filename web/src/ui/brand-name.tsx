/** The mark: one article, several posts. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0">
      <rect x="2" y="3" width="11" height="18" rx="2.5" fill="var(--accent)" />
      <path d="M5 8h5M5 12h5M5 16h3" stroke="white" strokeWidth="1.6" strokeLinecap="round" />
      <rect x="15" y="3" width="7" height="5" rx="1.6" fill="currentColor" />
      <rect x="15" y="9.5" width="7" height="5" rx="1.6" fill="currentColor" opacity=".7" />
      <rect x="15" y="16" width="7" height="5" rx="1.6" fill="currentColor" opacity=".4" />
    </svg>
  );
}

export function BrandName() {
  return (
    <span className="flex shrink-0 items-center gap-2 whitespace-nowrap font-bold tracking-tight">
      <BrandMark />
      <span>
        NewsForge <span className="font-medium text-muted">Pro</span>
      </span>
    </span>
  );
}
