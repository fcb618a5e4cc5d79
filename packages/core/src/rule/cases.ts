import type { ImagePolicy } from "../config/image-policy.ts";
import type { FixSafety } from "../finding/finding.ts";
import type { RuleOptions } from "./rule.ts";

/** What a case sets besides its text. */
interface CaseSettings {
  /** Says what the case is about; unique in its rule. */
  readonly name: string;
  /** Literal text of the file. */
  readonly text: string;
  /** Default: `Dockerfile`, `hardening_manifest.yaml` or `manifest.yaml` by the rule's surface. */
  readonly path?: string;
  readonly kubernetesMinor?: number;
  readonly options?: RuleOptions;
  readonly images?: Partial<ImagePolicy>;
  readonly profile?: string;
  readonly buildArguments?: Readonly<Record<string, string>>;
  /** Other files of the workspace, by path; findings in them are not part of the case. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that the rule may read, by path from the file's folder. */
  readonly siblings?: Readonly<Record<string, string>>;
}

/** A text on which the rule must say nothing. */
export type PassCase = CaseSettings;

/** A finding that a case expects. */
export interface ExpectedFinding {
  /** `line:column-line:column` from 1, end exclusive, such as `3:6-3:10`. */
  readonly at: string;
  readonly problem: string;
  /** The whole message, where the case is about the words. */
  readonly message?: string;
  readonly severity?: string;
}

/** A text on which the rule must find exactly these problems. */
export interface FailCase extends CaseSettings {
  readonly findings: readonly ExpectedFinding[];
  /** The whole text after all fixes of `safety` were made; null where the problems have none. */
  readonly fixed: string | null;
  /** Default `review`: the most that a fix may be. */
  readonly safety?: FixSafety;
  /** True where fixing leaves some of the findings (those without a fix). */
  readonly remains?: boolean;
}

export interface RuleCases {
  readonly pass: readonly PassCase[];
  readonly fail: readonly FailCase[];
}
