import { classifyFile, createEngine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { parseDockerfile, parseYaml } from "@plimsoll/syntax";
import { DockerfileParser } from "dockerfile-ast";
import { parseAllDocuments } from "yaml";
import { everyRuleOn } from "../corpora/configuration.ts";
import { filesOf, labelledFiles, type CorpusFile } from "../corpora/files.ts";
import { atMost, interleaved, shown, type Figure } from "./measure.ts";

/** Hundreds of rules are compiled only once each of them is hot, so the warm-up is long. */
const ROUNDS = { warmUp: 30, rounds: 15 };

function isDockerfile({ path }: CorpusFile): boolean {
  return classifyFile(path) === "dockerfile";
}

/** Checking with all rules against the parser libraries alone, on the same files; and parser against parser. */
export function benchParsers(): readonly Figure[] {
  const yaml = filesOf("real/istio-samples").filter((file) => !isDockerfile(file));
  const dockerfiles = labelledFiles().filter(isDockerfile);
  const all = [...yaml, ...dockerfiles];
  const engine = createEngine(everyRuleOn(ruleSet));
  const findings = all.reduce((sum, file) => sum + engine.checkFile(file).findings.length, 0);
  const check = (files: readonly CorpusFile[]) => () => files.forEach((file) => engine.checkFile(file));
  const libraries = (files: readonly CorpusFile[]) => () => files.forEach(parseWithLibrary);
  const ours = (files: readonly CorpusFile[]) => () => files.forEach(parseWithOurs);
  const whole = interleaved(check(all), libraries(all), ROUNDS);
  const parts = [
    { name: "YAML", files: yaml },
    { name: "Dockerfiles", files: dockerfiles },
  ];
  return [
    atMost(
      "all rules on istio samples and all labelled Dockerfiles, over the parser libraries",
      whole.first / whole.second,
      {
        limit: 2,
        unit: "×",
        note: `${whole.first.toFixed(0)} ms over ${whole.second.toFixed(0)} ms, ${all.length} files, ${findings} findings`,
      },
    ),
    ...parts.flatMap(({ name, files }) => {
      const checked = interleaved(check(files), libraries(files), ROUNDS);
      const parsed = interleaved(ours(files), libraries(files), ROUNDS);
      return [
        shown(`  of it ${name}`, ratio(checked)),
        shown(`  our reader over the library, ${name}`, ratio(parsed)),
      ];
    }),
  ];
}

function ratio({ first, second }: { readonly first: number; readonly second: number }): string {
  return `${(first / second).toFixed(2)}× (${first.toFixed(0)} ms over ${second.toFixed(0)} ms)`;
}

/** Without the library's check for equal keys, which is quadratic and which ours makes. */
function parseWithLibrary(file: CorpusFile): void {
  if (isDockerfile(file)) DockerfileParser.parse(file.text);
  else parseAllDocuments(file.text, { uniqueKeys: false, merge: true });
}

function parseWithOurs(file: CorpusFile): void {
  if (isDockerfile(file)) parseDockerfile(file.text);
  else parseYaml(file.text);
}
