import { corporaPresent } from "@plimsoll/testkit/corpus";
import { agreements, type ThemeAgreement } from "./agreement.ts";

/** Prints how far the rules agree with the labels of other tools, theme by theme, and where they do not. */
function main(): number {
  if (!corporaPresent) {
    process.stderr.write("The labelled corpora are absent; there is nothing to compare with.\n");
    return 2;
  }
  const all = agreements();
  let corpus = "";
  for (const row of all) {
    if (row.corpus !== corpus) {
      corpus = row.corpus;
      print(
        `\n${corpus.padEnd(36)} ${"fail found".padStart(12)} ${"pass kept".padStart(12)} ${"lines exact".padStart(12)}`,
      );
    }
    printRow(row);
  }
  printTotals(all);
  return 0;
}

function printRow(row: ThemeAgreement): void {
  const { theme, hasRule, fail, found, pass, kept, lines, exact, disagreements } = row;
  if (!hasRule) {
    print(`  ${theme.padEnd(34)} no rule yet (${fail + pass} labels)`);
    return;
  }
  const cells = [share(found, fail), share(kept, pass), share(exact, lines)];
  print(`  ${theme.padEnd(34)} ${cells.map((cell) => cell.padStart(12)).join(" ")}`);
  for (const disagreement of disagreements) print(`      ${disagreement}`);
}

const HEADINGS = ["fail found", "pass kept", "lines exact"].map((word) => word.padStart(18)).join(" ");

/** Parts of the table that are counted together. */
const PARTS: readonly (readonly [name: string, start: string])[] = [
  ["all", ""],
  ["Dockerfiles", "docker/"],
  ["Kubernetes objects", "k8s/"],
  ["control plane", "cp/"],
  ["workflows", "ci/"],
];

function printTotals(all: readonly ThemeAgreement[]): void {
  print(`\n${"total".padEnd(36)} ${HEADINGS}`);
  for (const [name, start] of PARTS)
    printTotal(
      name,
      all.filter(({ theme }) => theme.startsWith(start)),
    );
  for (const corpus of new Set(all.map((row) => row.corpus))) {
    printTotal(
      corpus,
      all.filter((row) => row.corpus === corpus),
    );
  }
  const without = all.filter(({ hasRule }) => !hasRule);
  const labels = without.reduce((sum, { fail, pass }) => sum + fail + pass, 0);
  print(`\nno rule yet: ${labels} labels of ${new Set(without.map(({ theme }) => theme)).size} themes`);
  print("psa: its fixtures are held to 100 % in packages/rules/src/pod-security.test.ts");
}

function printTotal(name: string, rows: readonly ThemeAgreement[]): void {
  const known = rows.filter(({ hasRule }) => hasRule);
  if (known.length === 0) return;
  const sum = (pick: (row: ThemeAgreement) => number): number =>
    known.reduce((total, row) => total + pick(row), 0);
  const cells = [
    percent(
      sum(({ found }) => found),
      sum(({ fail }) => fail),
    ),
    percent(
      sum(({ kept }) => kept),
      sum(({ pass }) => pass),
    ),
    percent(
      sum(({ exact }) => exact),
      sum(({ lines }) => lines),
    ),
  ];
  print(`  ${name.padEnd(34)} ${cells.map((cell) => cell.padStart(18)).join(" ")}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${share(part, whole)} ${((100 * part) / whole).toFixed(1)} %`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${part}/${whole}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main();
