export type { PrettyOptions } from "./pretty-style.ts";
export * from "./to-pretty.ts";
