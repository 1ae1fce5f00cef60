FROM ruby:3.3 AS build
WORKDIR /rails
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM ruby:3.3-slim
RUN apt-get update && apt-get install -y --no-install-recommends libpq5 \
    && rm -rf /var/lib/apt/lists/*
RUN apt-get update -qq && apt-get install -y nodejs postgresql-client libvips
WORKDIR /rails
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY . .
RUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile
ENTRYPOINT ["./bin/docker-entrypoint"]
EXPOSE 3000
CMD ["rails", "server", "-b", "0.0.0.0"]
