# A sample for Plimsoll. Put the cursor on an underlined word and press Ctrl+. (Cmd+. on a Mac).
FROM nginx

RUN apt update && apt install -y curl

ADD site/ /usr/share/nginx/html/

EXPOSE 80

CMD nginx -g "daemon off;"
