/** How long a deletion can be taken back. */
export const UNDO_MS = 6000;

/**
 * Deletions that wait for a change of mind. Each is sent when its time is over, or at once when the page is left; until
 * then nothing has happened, so undoing cannot fail.
 */
export class Removals {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly send: (id: string) => void,
    private readonly changed: (ids: string[]) => void,
  ) {}

  add(id: string): void {
    if (this.waiting.has(id)) return;
    this.waiting.set(
      id,
      setTimeout(() => this.finish(id), UNDO_MS),
    );
    this.tell();
  }

  undo(id: string): void {
    clearTimeout(this.waiting.get(id));
    if (this.waiting.delete(id)) this.tell();
  }

  /** Send all that wait. */
  flush(): void {
    for (const id of [...this.waiting.keys()]) this.finish(id);
  }

  private finish(id: string): void {
    clearTimeout(this.waiting.get(id));
    if (!this.waiting.delete(id)) return;
    this.send(id);
    this.tell();
  }

  private tell(): void {
    this.changed([...this.waiting.keys()]);
  }
}
