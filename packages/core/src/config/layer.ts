import type { Range } from "@plimsoll/syntax";
import type { PragmaTool } from "../peer/peer-tools.ts";
import type { CheckSettings } from "../peer/weigh-checks.ts";
import type { ConfigurationOverride, RuleChange } from "./configuration.ts";
import type { DeclaredInventory } from "./declared-inventory.ts";
import type { ImagePolicy } from "./image-policy.ts";
import type { LocatedDocument } from "./located-document.ts";

/** Where a setting comes from. */
export type LayerKind = "default" | "file" | "package" | "command line";

/** One source of settings. Layers are merged in order: later ones win. */
export interface ConfigurationLayer {
  readonly kind: LayerKind;
  /** The file's path, `defaults` or `command line`. */
  readonly name: string;
}

/** A configuration file that was read. */
export interface DocumentLayer extends ConfigurationLayer {
  readonly kind: "file" | "package";
  readonly document: LocatedDocument;
}

/** A file that a configuration names, with the digest that it must have. */
export interface FileReference {
  readonly path: string;
  readonly integrity: string | undefined;
  /** Where it is named. */
  readonly file: string;
  readonly range: Range | undefined;
}

/** What one layer says; what it leaves out is undefined or empty. */
export interface LayerSettings {
  readonly profile?: string;
  readonly kubernetesMinor?: number;
  readonly images?: { readonly [Key in keyof ImagePolicy]?: Exclude<ImagePolicy[Key], undefined> };
  readonly rules?: Readonly<Record<string, RuleChange>>;
  readonly overrides?: readonly ConfigurationOverride[];
  readonly customRules?: readonly FileReference[];
  readonly waivers?: readonly FileReference[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly inlineIgnores?: boolean;
  readonly compatibility?: readonly PragmaTool[];
  readonly checks?: CheckSettings;
  readonly buildArguments?: Readonly<Record<string, string>>;
  readonly inventory?: DeclaredInventory;
}

/** Something that the user should know although nothing is wrong, such as a rule's new name. */
export interface ConfigurationNote {
  readonly code: string;
  readonly file: string;
  readonly range?: Range;
  readonly message: string;
}
