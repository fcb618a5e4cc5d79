import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a number", text: "FROM alpine:3.20\nUSER 1001\n" },
    { name: "a name", text: "FROM alpine:3.20\nUSER web:web\n" },
    { name: "root for a while", text: "FROM alpine:3.20\nUSER root\nRUN apk upgrade\nUSER 1001:1001\n" },
    {
      name: "root in a stage that is only copied from",
      text: "FROM alpine:3.20 AS build\nUSER root\nFROM alpine:3.20\nUSER 65532\nCOPY --from=build /a /a\n",
    },
    { name: "no user, which another rule reports", text: "FROM alpine:3.20\n" },
    { name: "a variable without a value", text: "FROM alpine:3.20\nARG UID\nUSER $UID\n" },
    {
      name: "a build argument that CI passes",
      text: "FROM alpine:3.20\nARG UID=0\nUSER $UID\n",
      buildArguments: { UID: "1001" },
    },
    { name: "a name that only starts like root", text: "FROM alpine:3.20\nUSER rootless\n" },
  ],
  fail: [
    {
      name: "root by name",
      text: "FROM alpine:3.20\nUSER root\n",
      findings: [
        { at: "2:6-2:10", problem: "rootUser", message: 'Last USER is "root", so the image runs as root.' },
      ],
      fixed: "FROM alpine:3.20\nUSER 1001\n",
    },
    {
      name: "back to root in the end",
      text: 'FROM alpine:3.20\nUSER 1001\nRUN id\nUSER 0\nCMD ["top"]\n',
      findings: [{ at: "4:6-4:7", problem: "rootUser" }],
      fixed: `FROM alpine:3.20
USER 1001
RUN id
USER 1001
CMD ["top"]
`,
    },
    {
      name: "root of the stage that it builds on, with a group",
      text: 'FROM alpine:3.20 AS base\nUSER 0:0\nFROM base\nCMD ["top"]\n',
      findings: [{ at: "2:6-2:7", problem: "rootUser" }],
      fixed: `FROM alpine:3.20 AS base
USER 1001:1001
FROM base
CMD ["top"]
`,
    },
    {
      name: "the root group",
      text: "FROM alpine:3.20\nUSER 1001:root\n",
      findings: [
        {
          at: "2:11-2:15",
          problem: "rootGroup",
          severity: "warning",
          message:
            'Group "root" of the last USER is the root group, which owns files that others may not change.',
        },
      ],
      fixed: "FROM alpine:3.20\nUSER 1001:1001\n",
    },
    {
      name: "the root group of a user with a name",
      text: "FROM alpine:3.20\nUSER web:0\n",
      findings: [{ at: "2:10-2:11", problem: "rootGroup" }],
      fixed: null,
    },
    {
      name: "the default of an argument",
      text: "FROM alpine:3.20\nARG RUN_AS=root\nUSER ${RUN_AS}\n",
      findings: [{ at: "3:6-3:15", problem: "rootUser" }],
      fixed: null,
    },
    {
      name: "the administrator of a Windows container",
      text: "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerAdministrator\n",
      findings: [{ at: "3:6-3:28", problem: "rootUser" }],
      fixed: "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerUser\n",
    },
  ],
};
