FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

FROM node:22-slim
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY . .
# The account node of the base image.
USER 1000:1000
CMD ["node", "server.js"]
