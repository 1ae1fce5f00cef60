FROM python:3.13-trixie AS build

ENV VIRTUAL_ENV=/opt/venv
RUN python -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"

RUN pip install --upgrade pip setuptools

WORKDIR /app
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt
# Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.
RUN ln -sf /usr/bin/python3.13 /opt/venv/bin/python

FROM gcr.io/distroless/python3-debian13:nonroot

ENV VIRTUAL_ENV=/opt/venv
ENV PATH="$VIRTUAL_ENV/bin:$PATH"

WORKDIR /app

COPY --from=build /opt/venv /opt/venv

COPY . .
# The image's own entrypoint would put the interpreter before the command a second time.
ENTRYPOINT []
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
