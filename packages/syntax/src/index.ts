export * from "./dockerfile/index.ts";
export * from "./source/index.ts";
