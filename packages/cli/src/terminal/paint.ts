/** The few styles that the commands beside `check` need. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const ESCAPE = "\u001b[";

/** Styles with colours, or plain text. */
export function paintOf(color: boolean): Paint {
  const sequence = (code: string) => (text: string) =>
    color && text !== "" ? `${ESCAPE}${code}m${text}${ESCAPE}0m` : text;
  return { strong: sequence("1"), dim: sequence("2"), added: sequence("32"), removed: sequence("31") };
}
