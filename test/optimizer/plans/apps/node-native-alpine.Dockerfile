FROM node:22-alpine AS build
RUN apk add --no-cache python3 make g++
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

FROM node:22-alpine
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY . .
# The account node of the base image.
USER 1000:1000
CMD ["node", "index.js"]
