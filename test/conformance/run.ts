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

function printTotals(all: readonly ThemeAgreement[]): void {
  const withRule = all.filter(({ hasRule }) => hasRule);
  const sum = (rows: readonly ThemeAgreement[], pick: (row: ThemeAgreement) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  const without = all.filter(({ hasRule }) => !hasRule);
  print("");
  print(
    `fail labels found  ${share(
      sum(withRule, (row) => row.found),
      sum(withRule, (row) => row.fail),
    )}`,
  );
  print(
    `pass labels kept   ${share(
      sum(withRule, (row) => row.kept),
      sum(withRule, (row) => row.pass),
    )}`,
  );
  print(
    `lines exact        ${share(
      sum(withRule, (row) => row.exact),
      sum(withRule, (row) => row.lines),
    )}`,
  );
  const themes = new Set(without.map(({ theme }) => theme));
  print(`no rule yet        ${sum(without, (row) => row.fail + row.pass)} labels of ${themes.size} themes`);
  print("psa                its fixtures are held to 100 % in packages/rules/src/pod-security.test.ts");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${part}/${whole}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main();
