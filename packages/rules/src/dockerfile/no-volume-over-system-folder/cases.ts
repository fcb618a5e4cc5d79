import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "folders of the application",
      text: 'FROM alpine:3.20\nVOLUME /data ["/var/lib/app"]\nVOLUME ["/etc/app"]\n',
    },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG DATA\nVOLUME $DATA\n" },
  ],
  fail: [
    {
      name: "the configuration of the system",
      text: "FROM alpine:3.20\nVOLUME /data /etc\n",
      findings: [
        {
          at: "2:14-2:18",
          problem: "systemFolder",
          message:
            'Volume "/etc" covers a folder of the system, so its content outlives the image and can be changed.',
        },
      ],
      fixed: null,
    },
    {
      name: "in JSON form, and out of a variable",
      text: 'FROM alpine:3.20\nENV DIR=/usr/\nVOLUME ["/proc/sys", "/data"]\nVOLUME $DIR\n',
      findings: [
        { at: "3:9-3:20", problem: "systemFolder" },
        { at: "4:8-4:12", problem: "systemFolder" },
      ],
      fixed: null,
    },
  ],
};
