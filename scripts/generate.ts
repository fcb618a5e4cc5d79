import { actionInputs } from "./generate/action-inputs.ts";
import { actionPages } from "./generate/action-pages.ts";
import { comparePages } from "./generate/compare-pages.ts";
import { extensionSettings } from "./generate/extension-settings.ts";
import { extensionStrings } from "./generate/extension-strings.ts";
import { lintBoundaries } from "./generate/lint-boundaries.ts";
import { areFresh, writeOutputs, type Output } from "./generate/outputs.ts";
import { findRules } from "./generate/rules.ts";
import { headersOutput } from "./generate/rule-headers.ts";
import { indexOutput, partOutputs } from "./generate/rule-index.ts";
import { referencesOutput } from "./generate/rule-references.ts";
import { requirementPages } from "./generate/requirement-pages.ts";
import { rulePages } from "./generate/rule-pages.ts";
import { treesOutput } from "./generate/rule-trees.ts";
import { schemaOutputs } from "./generate/schemas.ts";

/**
 * Writes everything that follows from rule folders and the model: index, references, documentation pages, JSON schemas.
 * With `--check` it writes nothing and fails where a file would change.
 */
async function main(): Promise<void> {
  const folders = await findRules();
  // The index comes first: the rest imports the rules through it.
  const index = [
    indexOutput(folders),
    ...partOutputs(folders),
    headersOutput(folders),
    treesOutput(folders),
    await referencesOutput(folders),
  ];
  const check = process.argv.includes("--check");
  if (!check) await writeOutputs(index);
  else if (!(await areFresh(index))) return;
  const outputs: Output[] = [
    ...(await rulePages(folders)),
    ...(await requirementPages(folders)),
    ...(await schemaOutputs()),
    ...comparePages(folders),
    await lintBoundaries(),
    ...actionInputs(),
    ...actionPages(),
    ...(await extensionSettings()),
    await extensionStrings(),
  ];
  if (check) await areFresh(outputs);
  else await writeOutputs(outputs);
}

await main();
