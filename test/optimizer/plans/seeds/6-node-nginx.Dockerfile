FROM node:18 AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm install && npm run build

FROM nginx:alpine
COPY --from=build /app/dist /usr/share/nginx/html
