import { CodedError } from "@plimsoll/core";
import { expect } from "vitest";

/** Runs a function that must throw a coded error, and gives the error for further looks. */
export async function thrownCode(run: () => unknown): Promise<CodedError> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError);
    if (error instanceof CodedError) return error;
  }
  throw new Error("nothing was thrown");
}
