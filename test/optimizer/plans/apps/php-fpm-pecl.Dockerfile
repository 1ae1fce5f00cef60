FROM php:8.4-fpm AS build
WORKDIR /var/www
RUN apt-get update && apt-get install -y libicu-dev libpq-dev git zip unzip
RUN docker-php-ext-install intl pdo_pgsql opcache
RUN pecl install redis && docker-php-ext-enable redis
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
COPY --chown=www-data:www-data . /var/www
RUN cp .env.example .env
RUN --mount=type=cache,target=/root/.cache/composer \
    composer install --no-interaction --optimize-autoloader --no-dev

FROM php:8.4-fpm
WORKDIR /var/www
RUN apt-get update && apt-get install -y libicu76 libpq5
COPY --from=build /usr/local/lib/php/extensions /usr/local/lib/php/extensions
COPY --from=build /usr/local/etc/php/conf.d /usr/local/etc/php/conf.d
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY --from=build --chown=www-data:www-data /var/www /var/www
USER www-data
EXPOSE 9000
CMD ["php-fpm"]
