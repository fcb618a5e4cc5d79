import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "variables that the script sets",
      text: 'FROM alpine:3.20\nRUN dir=/x && echo "$dir"; for f in a; do echo $f; done; read -r line && echo $line; export b=1; echo ${b}\n',
    },
    {
      name: "variables of the file and of the environment",
      text: "FROM alpine:3.20\nARG version\nENV name=a\nRUN echo $version $name $HOME $http_proxy ${other:-x}\n",
    },
    {
      name: "a script that another one may set variables for",
      text: "FROM alpine:3.20\nRUN . /etc/os-release && echo $id\n",
    },
    { name: "a program of another language", text: "FROM alpine:3.20\nRUN awk '{ print $name }' x\n" },
  ],
  fail: [
    {
      name: "a misspelled name",
      text: 'FROM alpine:3.20\nRUN version=1 && curl "https://example.mil/$verison/x"\n',
      findings: [
        {
          at: "2:44-2:52",
          problem: "notAssigned",
          message: 'Variable "verison" is used but never set; "version" may be meant.',
        },
      ],
      fixed: 'FROM alpine:3.20\nRUN version=1 && curl "https://example.mil/$version/x"\n',
    },
    {
      name: "what another RUN set",
      text: "FROM alpine:3.20\nRUN dir=/x\nRUN cd ${dir} && echo ${dir}\n",
      findings: [{ at: "3:8-3:13", problem: "notAssigned" }],
      fixed: null,
    },
  ],
};
