# Plimsoll as an image: docker run --rm -v "$PWD:/work" -w /work plimsoll Dockerfile
FROM node:24 AS build
WORKDIR /app
COPY package-lock.json package.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM gcr.io/distroless/nodejs24-debian13:nonroot
WORKDIR /app
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/dist ./dist
ENTRYPOINT ["/nodejs/bin/node", "/app/dist/cli.cjs"]
