import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "names of their own", text: "FROM golang:1.23 AS build\nFROM alpine:3.20 AS run\n" },
    { name: "stages without a name", text: "FROM golang:1.23\nFROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "the same name",
      text: "FROM golang:1.23 AS build\nFROM alpine:3.20 AS build\n",
      findings: [
        {
          at: "2:21-2:26",
          problem: "duplicate",
          message: 'Stage name "build" is taken, so which stage it means depends on where it is used.',
        },
      ],
      fixed: null,
    },
    {
      name: "names that differ by case only",
      text: "FROM golang:1.23 as Build\nFROM alpine:3.20\nFROM alpine:3.20 as build\n",
      findings: [{ at: "3:21-3:26", problem: "duplicate" }],
      fixed: null,
    },
  ],
};
