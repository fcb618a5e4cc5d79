import { createEngine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { everyRuleOn } from "../../corpora/configuration.ts";
import { checkAll, type PlainFile } from "../../corpora/check-all.ts";

/** The worker's half of the browser proof: fetches the corpora, checks them and answers with the results as JSON. */
async function answer(): Promise<string> {
  const response = await fetch("/files.json");
  const files: readonly PlainFile[] = await response.json();
  return checkAll(createEngine(everyRuleOn(ruleSet)), files);
}

function post(message: { readonly results?: string; readonly failure?: string }): void {
  self.postMessage(message, { transfer: [] });
}

answer().then(
  (results) => post({ results }),
  (error: unknown) =>
    post({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
