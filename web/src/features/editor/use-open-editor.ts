"use client";

import { useEffect, useRef } from "react";
import { copyPost } from "./copy-buttons";
import { openEditor } from "./open-editors";
import { isUnsaved } from "./saving";
import type { Editing } from "./use-editing";

/** Makes the editor known to those outside it while it is there. */
export function useOpenEditor(editing: Editing): void {
  const latest = useRef(editing);
  latest.current = editing;
  const { saver } = editing;
  const postId = editing.saving.base.id;
  useEffect(
    () =>
      openEditor(postId, {
        draft: () => saver.now().draft,
        copy: () => copyPost({ ...latest.current, draft: saver.now().draft }),
        async stored() {
          await saver.flush();
          return isUnsaved(saver.now()) ? null : saver.now().base;
        },
      }),
    [postId, saver],
  );
}
