export * from "./compare-declared.ts";
export * from "./recognise-tools.ts";
export type * from "./tool-trace.ts";
