FROM node:24-bookworm AS build
WORKDIR /repo
COPY package-lock.json package.json ./
COPY packages/api/package.json ./packages/api/
COPY packages/prices/package.json ./packages/prices/
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build --workspace packages/api
ENV NODE_ENV=production
RUN npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /repo
COPY --from=build /repo ./
# The account node of the base image.
USER 1000:1000
CMD ["npm", "run", "start", "--workspace", "packages/api"]
