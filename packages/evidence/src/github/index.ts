export * from "./to-github.ts";
