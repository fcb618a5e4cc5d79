import type { OptionValue } from "@plimsoll/core";
import type { UsesReference } from "@plimsoll/syntax";

/** Whether a ref is a full commit: 40 hexadecimal digits. A shorter one is looked up as a tag or branch. */
export function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/i.test(ref);
}

/** `owner/repository` or `owner/repository/path` in lower case, as actions are compared; undefined for anything else. */
export function actionName(uses: UsesReference | undefined): string | undefined {
  if (uses?.kind !== "repository") return undefined;
  const { owner, repository, path } = uses;
  return [owner, repository, ...(path === "" ? [] : [path])].join("/").toLowerCase();
}

/** Names of accounts from an option, in lower case. */
export function ownersOption(value: OptionValue | undefined): ReadonlySet<string> {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  return new Set(names.map((name) => name.toLowerCase()));
}
