/** The form of VS Code's `l10n.t`: the English text, with `{0}` where arguments go. Handed to code that is tested without VS Code. */
export type Translate = (message: string, ...values: (string | number | boolean)[]) => string;
