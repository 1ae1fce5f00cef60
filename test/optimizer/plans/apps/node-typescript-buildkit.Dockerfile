FROM node:24-bookworm AS build

# Where the sources live.
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build

ENV NODE_ENV=production
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs24-debian13:nonroot

ENV NODE_ENV=production
WORKDIR /app
COPY --link --from=build /app/package.json ./package.json
COPY --link --from=build /app/node_modules ./node_modules
COPY --link --from=build /app/dist ./dist
EXPOSE 3000
CMD ["dist/main.js"]
