FROM python:3.13
ONBUILD COPY . /app
ONBUILD RUN pip install -r /app/requirements.txt
