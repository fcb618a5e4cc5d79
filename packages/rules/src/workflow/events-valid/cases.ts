import type { RuleCases } from "@plimsoll/core";

const on = (events: string): string => `on:\n${events}jobs:\n  a:\n    runs-on: x\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    {
      name: "events with their settings",
      text: on(
        "  push: {branches: [main, 'release/**', '!release/old'], tags: ['v[0-9]+.*'], paths: ['**.ts']}\n  pull_request: {types: [opened, synchronize]}\n  schedule:\n    - cron: '*/15 6-18 1,15 jan-jun mon'\n      timezone: Europe/Berlin\n  repository_dispatch: {types: [anything]}\n  workflow_dispatch:\n    inputs:\n      a: {type: choice, options: [x, y], default: x}\n      b: {type: boolean, default: true}\n",
      ),
    },
    { name: "an action has none", path: "a/action.yml", text: "runs: {using: composite, steps: []}\n" },
  ],
  fail: [
    {
      name: "an event that does not exist",
      text: "on: [push, pull_requests]\njobs: {}\n",
      findings: [
        {
          at: "1:12-1:25",
          problem: "unknownEvent",
          message: 'GitHub knows no event "pull_requests"; the nearest is pull_request.',
        },
      ],
      fixed: null,
    },
    {
      name: "activities and filters that the event does not have",
      text: on(
        "  issues: {types: [created], branches: [main]}\n  push: {types: [x], branches: [a], branches-ignore: [b]}\n",
      ),
      findings: [
        { at: "2:20-2:27", problem: "unknownType" },
        { at: "2:30-2:38", problem: "noFilter", message: "The event issues is not filtered by branches." },
        { at: "3:10-3:15", problem: "noTypes" },
        { at: "3:37-3:52", problem: "bothFilters" },
      ],
      fixed: null,
    },
    {
      name: "patterns that never match",
      text: on("  push:\n    branches: ['a b', '/x', '[9-0]', 'a[', '?']\n    paths: ['./src/**']\n"),
      findings: [
        { at: "3:16-3:21", problem: "badPattern" },
        { at: "3:23-3:27", problem: "badPattern" },
        { at: "3:29-3:36", problem: "badPattern" },
        { at: "3:38-3:42", problem: "badPattern" },
        { at: "3:44-3:47", problem: "badPattern" },
        {
          at: "4:13-4:23",
          problem: "badPattern",
          message: 'The pattern "./src/**" has a step of dots, which no name has.',
        },
      ],
      fixed: null,
    },
    {
      name: "times that never come, or too often",
      text: on(
        "  schedule:\n    - cron: '0 25 * * *'\n    - cron: '@daily'\n    - cron: '*/2 * * * *'\n      timezone: Mars/Base\n",
      ),
      findings: [
        { at: "3:13-3:25", problem: "badCron" },
        { at: "4:13-4:21", problem: "badCron", message: '"@daily" has not the five fields of a schedule.' },
        { at: "5:13-5:26", problem: "tooOften" },
        { at: "6:17-6:26", problem: "badTimeZone" },
      ],
      fixed: null,
    },
    {
      name: "inputs whose default is of another kind",
      text: on(
        "  workflow_dispatch:\n    inputs:\n      a: {type: choice}\n      b: {type: choice, options: [x], default: y}\n      c: {type: boolean, default: 'yes'}\n      d: {type: number, default: many}\n",
      ),
      findings: [
        { at: "4:7-4:8", problem: "noOptions" },
        { at: "5:48-5:49", problem: "badDefault" },
        { at: "6:35-6:40", problem: "badDefault", message: 'The default "yes" is not true or false.' },
        { at: "7:34-7:38", problem: "badDefault" },
      ],
      fixed: null,
    },
  ],
};
