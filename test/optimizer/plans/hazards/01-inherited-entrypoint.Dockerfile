FROM nginx:1.30-alpine-slim
COPY default.conf.template /etc/nginx/templates/
COPY site /usr/share/nginx/html
