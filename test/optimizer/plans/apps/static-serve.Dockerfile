FROM node:22
WORKDIR /app
COPY package-lock.json package.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
RUN npm run build
CMD ["npx", "serve", "-s", "dist"]
