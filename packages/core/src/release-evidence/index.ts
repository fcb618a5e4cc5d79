export * from "./evidence-kinds.ts";
export type * from "./predicates.ts";
