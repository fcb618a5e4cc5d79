/** One option of a command, as data: parsing, help and messages follow from it. */
export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** What help calls the value, such as `FILE`; undefined for a switch. */
  readonly value?: string;
  readonly help: string;
  readonly repeatable?: boolean;
}

/** One command, as data. */
export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands behind the command's name in the usage line, such as `[paths… | -]`. */
  readonly operands: string;
  readonly options: readonly OptionSpec[];
  /** Whole command lines with a few words each. */
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Further paragraphs of its help. */
  readonly notes?: readonly string[];
  /** How many operands it takes. */
  readonly minimumOperands?: number;
  readonly maximumOperands?: number;
}

/** An option as it was given, in the order of the command line. */
export interface GivenOption {
  readonly name: string;
  /** Empty for a switch. */
  readonly value: string;
}

/** A command line that was understood. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly given: readonly GivenOption[];
  /** The last value of an option. */
  readonly valueOf: (name: string) => string | undefined;
  readonly valuesOf: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
}
