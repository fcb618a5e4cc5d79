/** Names that people give to environments, and the one that we compare them by. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["dev", "development"],
  ["development", "development"],
  ["int", "integration"],
  ["integration", "integration"],
  ["test", "test"],
  ["testing", "test"],
  ["qa", "test"],
  ["uat", "test"],
  ["stage", "staging"],
  ["staging", "staging"],
  ["preprod", "staging"],
  ["pre-prod", "staging"],
  ["prod", "production"],
  ["production", "production"],
]);

/** An environment's name as it is compared: `prod` is `production`; other names in lower case. */
export function environmentName(written: string): string {
  const lower = written.toLowerCase();
  return NAMES.get(lower) ?? lower;
}

/** The environment that a path names by one of its folders; undefined where none does. */
export function environmentOfPath(path: string): string | undefined {
  const folders = path.toLowerCase().split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const name = NAMES.get(folder);
    if (name !== undefined) return name;
  }
  return undefined;
}
