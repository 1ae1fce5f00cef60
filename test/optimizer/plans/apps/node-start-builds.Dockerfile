FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

FROM node:22-slim
WORKDIR /app
COPY --from=build /app/node_modules /app/node_modules
COPY . .
EXPOSE 3000
CMD ["npm", "start"]
