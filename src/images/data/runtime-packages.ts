/** Lines of Debian -dev package, its runtime packages in bookworm, in trixie; '->' leads to other -dev packages. Source: README.md. */
export const RUNTIME_PACKAGES = `
libpq-dev	libpq5	libpq5
libssl-dev	libssl3	libssl3t64
libffi-dev	libffi8	libffi8
libxml2-dev	libxml2	libxml2
libxslt1-dev	libxslt1.1	libxslt1.1
libjpeg62-turbo-dev	libjpeg62-turbo	libjpeg62-turbo
zlib1g-dev	->libc6-dev	->libc6-dev
libmariadb-dev	libmariadb3	libmariadb3
default-libmysqlclient-dev	libmariadb-dev-compat	libmariadb-dev-compat
libvips-dev	libvips42	libvips42t64
libsqlite3-dev	libsqlite3-0	libsqlite3-0
libcurl4-openssl-dev	libcurl4	libcurl4t64
libicu-dev	libicu72	libicu76
libsodium-dev	libsodium23	libsodium23
librdkafka-dev	librdkafka++1 librdkafka1	librdkafka++1 librdkafka1
libgeos-dev	libgeos-c1v5	libgeos-c1t64
libproj-dev	libproj25	libproj25
libgdal-dev	libgdal32	libgdal36
unixodbc-dev	libodbc2 libodbccr2 libodbcinst2	libodbc2 libodbccr2 libodbcinst2
libldap-dev	libldap-2.5-0	libldap2
libsasl2-dev	libsasl2-2	libsasl2-2
libmagic-dev	libmagic1	libmagic1t64
libcairo2-dev	libcairo-gobject2 libcairo-script-interpreter2 libcairo2	libcairo-gobject2 libcairo-script-interpreter2 libcairo2
libpango1.0-dev	libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libpangoxft-1.0-0	libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libpangoxft-1.0-0
libfreetype-dev	libfreetype6	libfreetype6
libpng-dev	libpng16-16	libpng16-16t64
libtiff-dev	libtiff6 libtiffxx6	libtiff6 libtiffxx6
libwebp-dev	libwebp7 libwebpmux3 libwebpdemux2	libwebp7 libwebpdemux2 libwebpmux3 libwebpdecoder3
liblcms2-dev	liblcms2-2	liblcms2-2
libyaml-dev	libyaml-0-2	libyaml-0-2
libgmp-dev	libgmp10 libgmpxx4ldbl	libgmp10 libgmpxx4ldbl
libmagickwand-dev	->libmagickwand-6.q16-dev	->libmagickwand-7.q16-dev
libonig-dev	libonig5	libonig5
libzip-dev	libzip4	libzip5
libpcre2-dev	libpcre2-8-0 libpcre2-16-0 libpcre2-32-0 libpcre2-posix3	libpcre2-8-0 libpcre2-16-0 libpcre2-32-0 libpcre2-posix3
libevent-dev	libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-pthreads-2.1-7 libevent-openssl-2.1-7	libevent-2.1-7t64 libevent-core-2.1-7t64 libevent-extra-2.1-7t64 libevent-pthreads-2.1-7t64 libevent-openssl-2.1-7t64
libuv1-dev	libuv1	libuv1t64
libzmq3-dev	libzmq5	libzmq5
libsnappy-dev	libsnappy1v5	libsnappy1v5
liblz4-dev	liblz4-1	liblz4-1
libzstd-dev	libzstd1	libzstd1
libbz2-dev	libbz2-1.0	libbz2-1.0
liblzma-dev	liblzma5	liblzma5
libncurses-dev	libtinfo6 libncurses6 libncursesw6	libtinfo6 libncurses6 libncursesw6
libreadline-dev	libreadline8	libreadline8t64
libxmlsec1-dev	libxmlsec1 libxmlsec1-gcrypt libxmlsec1-gnutls libxmlsec1-nss libxmlsec1-openssl	libxmlsec1t64 libxmlsec1t64-gcrypt libxmlsec1t64-gnutls libxmlsec1t64-nss libxmlsec1t64-openssl
libkrb5-dev	->	->
libhdf5-dev	libhdf5-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-fortran-100 libhdf5-cpp-103-1 libhdf5-hl-cpp-100	libhdf5-310 libhdf5-fortran-310 libhdf5-hl-310 libhdf5-hl-fortran-310 libhdf5-cpp-310 libhdf5-hl-cpp-310
libopenblas-dev	libopenblas0	libopenblas0
libboost-all-dev	->libboost-dev libboost-tools-dev libboost-atomic-dev libboost-chrono-dev libboost-container-dev libboost-context-dev libboost-coroutine-dev libboost-date-time-dev libboost-exception-dev libboost-fiber-dev libboost-filesystem-dev libboost-graph-dev libboost-graph-parallel-dev libboost-iostreams-dev libboost-locale-dev libboost-log-dev libboost-math-dev libboost-mpi-dev libboost-mpi-python-dev libboost-numpy-dev libboost-program-options-dev libboost-python-dev libboost-random-dev libboost-regex-dev libboost-serialization-dev libboost-stacktrace-dev libboost-system-dev libboost-test-dev libboost-thread-dev libboost-timer-dev libboost-type-erasure-dev libboost-wave-dev libboost-nowide-dev	->libboost-atomic-dev libboost-chrono-dev libboost-container-dev libboost-context-dev libboost-coroutine-dev libboost-date-time-dev libboost-dev libboost-exception-dev libboost-fiber-dev libboost-filesystem-dev libboost-graph-dev libboost-graph-parallel-dev libboost-iostreams-dev libboost-json-dev libboost-locale-dev libboost-log-dev libboost-math-dev libboost-mpi-dev libboost-mpi-python-dev libboost-nowide-dev libboost-numpy-dev libboost-program-options-dev libboost-python-dev libboost-random-dev libboost-regex-dev libboost-serialization-dev libboost-stacktrace-dev libboost-system-dev libboost-test-dev libboost-thread-dev libboost-timer-dev libboost-tools-dev libboost-type-erasure-dev libboost-url-dev libboost-wave-dev
libprotobuf-dev	libprotobuf32 libprotobuf-lite32	libprotobuf32t64 libprotobuf-lite32t64
libgrpc++-dev	libgrpc++1.51	libgrpc++1.51t64
libudev-dev	libudev1	libudev1
libusb-1.0-0-dev	libusb-1.0-0	libusb-1.0-0
libsnmp-dev	libsnmp40 libnetsnmptrapd40	libsnmp40t64 libnetsnmptrapd40t64
libleveldb-dev	libleveldb1d	libleveldb1d
libgraphviz-dev	libcdt5 libcgraph6 libgvc6 libgvpr2 libpathplan4 libxdot4 liblab-gamut1 libgvc6-plugins-gtk	libcdt5 libcgraph6 libgvc6 libgvpr2 libpathplan4 libxdot4 liblab-gamut1 libgvc6-plugins-gtk
freetds-dev	libct4 libsybdb5	libct4 libsybdb5
libre2-dev	libre2-9	libre2-11
`;
