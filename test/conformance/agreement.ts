import type { Finding } from "@plimsoll/core";
import { corpusNames, type CorpusLabel } from "@plimsoll/testkit/corpus";
import { filesOf, type CorpusFile } from "../corpora/files.ts";
import { LabelEngines } from "./label-engines.ts";
import { matchOf } from "./themes.ts";

/** How far the rules agree with the labels of one theme. */
export interface Agreement {
  readonly fail: number;
  /** Of the labels that ask for a finding: those that have one. */
  readonly found: number;
  readonly pass: number;
  /** Of the labels that ask for none: those without. */
  readonly kept: number;
  /** Found ones whose label names a line. */
  readonly lines: number;
  /** Of these: those with a finding on that very line. */
  readonly exact: number;
}

/** A theme of one corpus. */
export interface ThemeAgreement extends Agreement {
  readonly corpus: string;
  readonly theme: string;
  /** False where no rule speaks about the theme; then nothing is counted as found. */
  readonly hasRule: boolean;
  readonly disagreements: readonly string[];
}

/** Judged by profile, level and version, not by theme: a suite of its own holds them to 100 %. */
const ELSEWHERE = new Set(["psa"]);

/** Compares what the rules find with all labels of the corpora, each file on its own, under the settings that each label was made under. */
export function agreements(): readonly ThemeAgreement[] {
  const engines = new LabelEngines();
  return corpusNames.labelled
    .filter((corpus) => !ELSEWHERE.has(corpus))
    .flatMap((corpus) => {
      const tallies = new Map<string, Tally>();
      for (const file of filesOf(corpus)) {
        for (const label of file.labels) {
          tallyOf(tallies, label.theme).add(file, label, engines.findings(file, label));
        }
      }
      return [...tallies.values()]
        .map((tally) => tally.result(corpus))
        .sort((a, b) => (a.theme < b.theme ? -1 : 1));
    });
}

function tallyOf(tallies: Map<string, Tally>, theme: string): Tally {
  let tally = tallies.get(theme);
  if (tally === undefined) {
    tally = new Tally(theme);
    tallies.set(theme, tally);
  }
  return tally;
}

class Tally {
  readonly #theme: string;
  #hasRule = false;
  readonly #disagreements: string[] = [];
  readonly #counts = { fail: 0, found: 0, pass: 0, kept: 0, lines: 0, exact: 0 };

  constructor(theme: string) {
    this.#theme = theme;
  }

  add(file: CorpusFile, label: CorpusLabel, findings: readonly Finding[]): void {
    const counts = this.#counts;
    const wantsFinding = label.expected === "fail";
    counts[wantsFinding ? "fail" : "pass"] += 1;
    const match = matchOf(file.corpus, label);
    if (match === undefined) return;
    this.#hasRule = true;
    const own = findings.filter(match);
    if (own.length > 0 !== wantsFinding) {
      this.#disagree(file, label, own);
      return;
    }
    counts[wantsFinding ? "found" : "kept"] += 1;
    if (!wantsFinding || label.line === undefined) return;
    counts.lines += 1;
    if (own.some(({ range }) => range.start.line === label.line)) counts.exact += 1;
    else this.#disagree(file, label, own);
  }

  result(corpus: string): ThemeAgreement {
    return {
      corpus,
      theme: this.#theme,
      hasRule: this.#hasRule,
      ...this.#counts,
      disagreements: this.#disagreements,
    };
  }

  #disagree({ name }: CorpusFile, { expected, line }: CorpusLabel, own: readonly Finding[]): void {
    const lines = own.map(({ range }) => range.start.line).join(", ");
    const where = line === undefined ? "" : ` at line ${line}`;
    this.#disagreements.push(`${name}: must ${expected}${where}; found at lines ${lines || "none"}`);
  }
}
