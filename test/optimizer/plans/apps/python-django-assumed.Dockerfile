FROM python:3.13 AS build
WORKDIR /app
RUN python3 -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt
COPY . .
RUN python manage.py collectstatic --noinput
# Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.
RUN ln -sf /usr/bin/python3.13 /venv/bin/python3

FROM gcr.io/distroless/python3-debian13:nonroot
WORKDIR /app
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY --from=build /app /app
EXPOSE 8000
# The image's own entrypoint would put the interpreter before the command a second time.
ENTRYPOINT []
CMD ["gunicorn", "site.wsgi"]
