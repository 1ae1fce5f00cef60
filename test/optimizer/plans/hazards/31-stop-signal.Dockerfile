FROM nginx:1.30-alpine-slim
COPY site /usr/share/nginx/html
