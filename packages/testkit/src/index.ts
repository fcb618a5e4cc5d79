export * from "./coded.ts";
export * from "./corpus.ts";
export * from "./rule-tester.ts";
