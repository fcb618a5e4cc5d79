import { readFileSync } from "node:fs";

/** What is written about a rule, in Markdown. */
export interface RuleTexts {
  /** Why it matters, how to satisfy it, when to waive. */
  readonly proseOf: (ruleId: string) => string | undefined;
  /** The examples that its tests run. */
  readonly examplesOf: (ruleId: string) => string | undefined;
}

/** The texts of all rules: from the file that the build puts beside the bundle, or in source from the generated pages. */
export function loadRuleTexts(): RuleTexts {
  const isSource = import.meta.url.endsWith(".ts");
  const pageOf = isSource ? pageOfSource : pageOfBundle();
  return {
    proseOf: (ruleId) => section(pageOf(ruleId), "## Why it matters", "## Examples"),
    examplesOf: (ruleId) => section(pageOf(ruleId), "## Examples", "\n## "),
  };
}

function pageOfSource(ruleId: string): string | undefined {
  if (!/^[a-z]+\/[a-z0-9-]+$/u.test(ruleId)) return undefined;
  try {
    return readFileSync(new URL(`../../../../docs/rules/${ruleId}.md`, import.meta.url), "utf8");
  } catch {
    // A user's own rule has no page.
    return undefined;
  }
}

function pageOfBundle(): (ruleId: string) => string | undefined {
  const pages: unknown = JSON.parse(readFileSync(new URL("./rule-pages.json", import.meta.url), "utf8"));
  const known = new Map<string, unknown>(
    typeof pages === "object" && pages !== null ? Object.entries(pages) : [],
  );
  return (ruleId) => {
    const page = known.get(ruleId);
    return typeof page === "string" ? page : undefined;
  };
}

/** The part of a page from one heading to the next; undefined where the page has no such part. */
function section(page: string | undefined, from: string, to: string): string | undefined {
  const start = page?.indexOf(from) ?? -1;
  if (page === undefined || start < 0) return undefined;
  const end = page.indexOf(to, start + from.length);
  return page.slice(start, end < 0 ? undefined : end).trim();
}
