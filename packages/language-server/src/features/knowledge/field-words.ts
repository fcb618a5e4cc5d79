/** What is said of a field of a Kubernetes object. */
export interface FieldWords {
  /** What it does, in one or two sentences. */
  readonly text: string;
  /** What holds where it is absent; nothing worth saying where this is absent. */
  readonly default?: string;
  /** The rules of Plimsoll that look at it, without their surface, the weightiest first. */
  readonly rules: readonly string[];
}

/**
 * Words on a field.
 * @param rules names of rules on Kubernetes, without their surface
 * @param absent what holds where the field is absent
 */
export function field(text: string, rules: readonly string[], absent?: string): FieldWords {
  const full = rules.map((rule) => `kubernetes/${rule}`);
  return absent === undefined ? { text, rules: full } : { text, rules: full, default: absent };
}
