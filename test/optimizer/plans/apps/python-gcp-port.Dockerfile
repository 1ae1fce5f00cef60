FROM python:3.14 AS build
ENV APP_HOME=/app
WORKDIR $APP_HOME
RUN python3 -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt

FROM python:3.14-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
ENV APP_HOME=/app
WORKDIR $APP_HOME
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY . ./
USER 10001:10001
CMD exec gunicorn --bind :$PORT --workers 1 main:app
