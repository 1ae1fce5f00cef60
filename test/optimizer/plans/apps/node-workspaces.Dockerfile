FROM node:22 AS build
WORKDIR /app
COPY package-lock.json package.json ./
COPY packages/api/package.json ./packages/api/
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .

FROM gcr.io/distroless/nodejs22-debian13:nonroot
WORKDIR /app
COPY --from=build /app ./
CMD ["packages/api/server.js"]
