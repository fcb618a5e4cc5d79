import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "packages of that name, and text",
      text: 'FROM debian:12\nRUN apt-get install -y nano vim && echo top\nRUN systemctl enable x\nCMD ["top", "-b"]\n',
    },
    {
      name: "a server for the time of the step",
      text: "FROM debian:12\nRUN service mysql start && mysql < schema.sql\nRUN redis-server & sleep 1 && kill $!\n",
    },
    {
      name: "a key of the person who builds",
      text: "FROM debian:12\nRUN --mount=type=ssh ssh git@example.mil true\n",
    },
  ],
  fail: [
    {
      name: "programs for people",
      text: 'FROM debian:12\nRUN top\nRUN ["ps", "-d"]\nRUN make && free -m\n',
      findings: [
        {
          at: "2:5-2:8",
          problem: "pointless",
          message: 'Command "top" makes no sense in a build: nothing of what it does or shows stays.',
        },
        { at: "3:6-3:10", problem: "pointless" },
        { at: "4:13-4:17", problem: "pointless" },
      ],
      fixed: null,
    },
    {
      name: "services, machines and other hosts",
      text: "FROM debian:12\nRUN make && service nginx start\nRUN systemctl restart x\nRUN mount /dev/sda1 /x && ssh host\nRUN kill 1; /sbin/reboot\n",
      findings: [
        { at: "2:13-2:20", problem: "pointless" },
        { at: "3:5-3:14", problem: "pointless" },
        { at: "4:5-4:10", problem: "pointless" },
        { at: "4:27-4:30", problem: "pointless" },
        { at: "5:5-5:9", problem: "pointless" },
        { at: "5:13-5:25", problem: "pointless" },
      ],
      fixed: null,
    },
  ],
};
