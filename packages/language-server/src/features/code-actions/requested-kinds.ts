/** Whether a request asks for a kind of code action: all kinds where it names none, otherwise one that is the kind or holds it. */
export function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  if (only === undefined) return true;
  return only.some((asked) => asked === "" || asked === kind || kind.startsWith(`${asked}.`));
}
