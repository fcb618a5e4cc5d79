import type { PragmaTool } from "../peer/peer-tools.ts";
import type { CheckSettings } from "../peer/weigh-checks.ts";
import type { Severity } from "../finding/finding.ts";
import type { Rule, RuleOptions } from "../rule/rule.ts";
import type { DeclaredInventory } from "./declared-inventory.ts";
import type { ImagePolicy } from "./image-policy.ts";

/** A configuration after files, `extends` and command line were merged and checked. Plain data. */
export interface Configuration {
  readonly profile: string;
  /** `1.34` or `v1.34`; the newest that the rules know where the user names none. */
  readonly kubernetesMinor: number;
  readonly images: ImagePolicy;
  /** What the user says of single rules; wins over the profile. */
  readonly rules: Readonly<Record<string, RuleChange>>;
  readonly overrides: readonly ConfigurationOverride[];
  /** Users' own rules, from `customRules` files. */
  readonly customRules: readonly Rule[];
  /** Globs from the workspace's root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Paths of waiver files, from the workspace's root. */
  readonly waiverFiles: readonly string[];
  /** Undefined leaves it to the profile. */
  readonly inlineIgnores: boolean | undefined;
  /** Other tools whose comments and annotations count like inline ignores; none where absent. */
  readonly compatibility?: readonly PragmaTool[];
  /** What findings weigh that stand for a check of another tool, by alias; wins over the rules. */
  readonly checks?: CheckSettings;
  /** Build arguments that CI passes, for Dockerfiles. */
  readonly buildArguments: Readonly<Record<string, string>>;
  /** Tools of the factory and statements of people, for requirements that no file can prove. */
  readonly inventory?: DeclaredInventory;
}

/** What a layer says of one rule. A part that is absent leaves what the layer below says. */
export interface RuleChange {
  readonly severity?: Severity | "off";
  /** Merged by option: later values win. */
  readonly options?: RuleOptions;
}

/** Other settings for some paths; later ones win. */
export interface ConfigurationOverride {
  readonly paths: readonly string[];
  readonly rules: Readonly<Record<string, RuleChange>>;
}
