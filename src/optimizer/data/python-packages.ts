/** What Python distributions need beside their wheels, as their documentation has it. Libraries are Debian's packages by suite. */
export interface PythonNeed {
  /** Debian packages with libraries that its modules load; `bookworm` and `trixie` where the names differ. */
  readonly libraries?: string | { readonly bookworm: string; readonly trixie: string };
  /** Programs that it starts, with the Debian package that has them. */
  readonly programs?: Readonly<Record<string, string>>;
  /** True where it cannot do without a whole Python installation or a tool chain. */
  readonly heavy?: true;
}

export const PYTHON_NEEDS: Readonly<Record<string, PythonNeed>> = {
  psycopg2: { libraries: 'libpq5' },
  mysqlclient: { libraries: 'libmariadb3' },
  'opencv-python': { libraries: { bookworm: 'libgl1 libglib2.0-0', trixie: 'libgl1 libglib2.0-0t64' } },
  'opencv-contrib-python': { libraries: { bookworm: 'libgl1 libglib2.0-0', trixie: 'libgl1 libglib2.0-0t64' } },
  'python-magic': { libraries: { bookworm: 'libmagic1', trixie: 'libmagic1t64' } },
  pyodbc: { libraries: 'libodbc2' },
  weasyprint: { libraries: 'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0' },
  cairocffi: { libraries: 'libcairo2' },
  pycairo: { libraries: 'libcairo2' },
  pycurl: { libraries: { bookworm: 'libcurl4', trixie: 'libcurl4t64' } },
  'python-ldap': { libraries: { bookworm: 'libldap-2.5-0', trixie: 'libldap2' } },
  xmlsec: { libraries: { bookworm: 'libxmlsec1-openssl', trixie: 'libxmlsec1-openssl' } },
  pyzbar: { libraries: { bookworm: 'libzbar0', trixie: 'libzbar0t64' } },
  soundfile: { libraries: 'libsndfile1' },
  librosa: { libraries: 'libsndfile1' },
  gdal: { libraries: { bookworm: 'libgdal32', trixie: 'libgdal36' } },
  gitpython: { programs: { git: 'git' } },
  pdf2image: { programs: { pdftoppm: 'poppler-utils' } },
  pytesseract: { programs: { tesseract: 'tesseract-ocr' } },
  pydub: { programs: { ffmpeg: 'ffmpeg' } },
  'ffmpeg-python': { programs: { ffmpeg: 'ffmpeg' } },
  moviepy: { programs: { ffmpeg: 'ffmpeg' } },
  'openai-whisper': { programs: { ffmpeg: 'ffmpeg' } },
  'yt-dlp': { programs: { ffmpeg: 'ffmpeg' } },
  paramiko: {},
  pyppeteer: { programs: { chromium: 'chromium' } },
  selenium: { programs: { chromedriver: 'chromium-driver' } },
  playwright: { heavy: true },
  uwsgi: { heavy: true },
  'mod-wsgi': { heavy: true },
  jupyter: { heavy: true },
  jupyterlab: { heavy: true },
  notebook: { heavy: true },
};
