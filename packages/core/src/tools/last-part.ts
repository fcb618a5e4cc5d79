/** `neuvector` of `https://git.example/packages/neuvector.git` and of `charts/neuvector/`. */
export function lastPart(text: string): string {
  const trimmed = text.endsWith("/") ? text.slice(0, -1) : text;
  const last = trimmed.slice(trimmed.lastIndexOf("/") + 1);
  return last.endsWith(".git") ? last.slice(0, -4) : last;
}
