/** Whether every word that was asked for is in the text, in any order, whatever the case or form of its letters. */
export function isFound(asked: string, text: string): boolean {
  const plain = (value: string) => value.normalize("NFKC").toLocaleLowerCase();
  const where = plain(text);
  return plain(asked)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
