import type { ReactNode } from "react";
import type { Presentation } from "@/features/platforms/presentation";
import type { Place } from "../placing";

/** What a family of platforms puts into its own surroundings. */
export interface FrameProps {
  readonly platformId: string;
  readonly presentation: Presentation;
  /** Under whose name the post appears: the article's site. */
  readonly account: string;
  readonly partCount: number;
  readonly needsImage: boolean;
  /** The text itself, to be typed into. */
  readonly slot: (place: Place, className?: string) => ReactNode;
  readonly meter: (place: Place) => ReactNode;
  /** Adding, joining and removing parts; nothing where the platform has no threads. */
  readonly tools: (part: number) => ReactNode;
  /** Fields that the platform fills. */
  readonly has: (field: "title" | "subject" | "preheader") => boolean;
  readonly tags: ReactNode;
}
