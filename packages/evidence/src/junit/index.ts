export * from "./to-junit.ts";
