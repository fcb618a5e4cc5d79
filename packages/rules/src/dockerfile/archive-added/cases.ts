import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "ADD", text: "FROM alpine:3.20\nADD app.tar.gz /app/\n" },
    { name: "an archive that stays one", text: "FROM alpine:3.20\nCOPY app.tar.gz /srv/\n" },
    {
      name: "a stage, from which ADD cannot take",
      text: "FROM alpine:3.20 AS a\nFROM alpine:3.20\nCOPY --from=a /x.tar /x.tar\nRUN tar -xf /x.tar\n",
    },
    {
      name: "a zip file, which ADD does not unpack",
      text: "FROM alpine:3.20\nCOPY app.zip /\nRUN unzip /app.zip\n",
    },
    {
      name: "an archive that is listed, and another that is unpacked",
      text: "FROM alpine:3.20\nCOPY a.tar /\nRUN tar -tf /a.tar && tar -xf /b.tar\n",
    },
  ],
  fail: [
    {
      name: "unpacked by the next step",
      text: "FROM alpine:3.20\nCOPY dist/app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /app && rm /tmp/app.tar.gz\n",
      findings: [
        {
          at: "2:6-2:21",
          problem: "unpackedLater",
          message:
            'Archive "app.tar.gz" is copied and unpacked later, so the image holds it twice: ADD unpacks it at once.',
        },
      ],
      fixed: null,
    },
    {
      name: "under another name",
      text: "FROM alpine:3.20\nCOPY dist/app-1.2.tar /app.tar\nRUN tar -xf /app.tar\n",
      findings: [{ at: "2:6-2:22", problem: "unpackedLater" }],
      fixed: null,
    },
    {
      name: "the old spelling, and a long option",
      text: "FROM alpine:3.20\nCOPY a.tgz b.tar ./\nRUN tar xf a.tgz\nRUN tar --extract --file b.tar\n",
      findings: [
        { at: "2:6-2:11", problem: "unpackedLater" },
        { at: "2:12-2:17", problem: "unpackedLater" },
      ],
      fixed: null,
    },
  ],
};
