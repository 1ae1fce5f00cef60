/** The day on which the dates were read. */
export const END_OF_LIFE_AS_OF = '2026-08-22';

/** Lines of image, product, cycle, codename, released, eol, extended, lts. Source and licence: README.md. */
export const END_OF_LIFE = `
debian	debian	13	Trixie	2025-08-09	2028-08-09	2030-06-30	
debian	debian	12	Bookworm	2023-06-10	2026-07-11	2028-06-30	
debian	debian	11	Bullseye	2021-08-14	2024-08-14	2026-08-31	
debian	debian	10	Buster	2019-07-06	2022-09-10	2024-06-30	
debian	debian	9	Stretch	2017-06-17	2020-07-18	2022-07-01	
debian	debian	8	Jessie	2015-04-25	2018-06-17	2020-06-30	
debian	debian	7	Wheezy	2013-05-04	2016-04-25	2018-05-31	
debian	debian	6	Squeeze	2011-02-06	2014-05-31	2016-02-29	
debian	debian	5	Lenny	2009-02-14	2012-02-06	2012-02-06	
debian	debian	4	Etch	2007-04-08	2010-02-15	2010-02-15	
debian	debian	3.1	Sarge	2005-06-06	2008-03-31	2008-03-31	
debian	debian	3.0	Woody	2002-07-19	2006-06-30	2006-06-30	
debian	debian	2.2	Potato	2000-08-15	2003-06-30	2003-06-30	
debian	debian	2.1	Slink	1999-03-09	2000-09-30	2000-10-30	
debian	debian	2.0	Hamm	1998-07-24	1999-02-15	1999-02-15	
debian	debian	1.3	Bo	1997-07-02	1998-12-08	1998-12-08	
debian	debian	1.2	Rex	1996-12-12	1997-10-23	1997-10-23	
debian	debian	1.1	Buzz	1996-06-17	1996-12-12	1996-12-12	
ubuntu	ubuntu	26.04	Resolute Raccoon	2026-04-23	2031-04-30	2036-04-30	yes
ubuntu	ubuntu	25.10	Questing Quokka	2025-10-09	2026-07-01		
ubuntu	ubuntu	25.04	Plucky Puffin	2025-04-17	2026-01-17		
ubuntu	ubuntu	24.10	Oracular Oriole	2024-10-10	2025-07-10		
ubuntu	ubuntu	24.04	Noble Numbat	2024-04-25	2029-05-31	2036-05-31	yes
ubuntu	ubuntu	23.10	Mantic Minotaur	2023-10-12	2024-07-12		
ubuntu	ubuntu	23.04	Lunar Lobster	2023-04-20	2024-01-20		
ubuntu	ubuntu	22.10	Kinetic Kudu	2022-10-20	2023-07-20		
ubuntu	ubuntu	22.04	Jammy Jellyfish	2022-04-21	2027-04-01	2032-04-09	yes
ubuntu	ubuntu	21.10	Impish Indri	2021-10-14	2022-07-14		
ubuntu	ubuntu	21.04	Hirsute Hippo	2021-04-22	2022-01-20		
ubuntu	ubuntu	20.10	Groovy Gorilla	2020-10-22	2021-07-22		
ubuntu	ubuntu	20.04	Focal Fossa	2020-04-23	2025-05-31	2030-04-02	yes
ubuntu	ubuntu	19.10	Eoan Ermine	2019-10-17	2020-07-06		
ubuntu	ubuntu	19.04	Disco Dingo	2019-04-18	2020-01-23		
ubuntu	ubuntu	18.10	Cosmic Cuttlefish	2018-10-18	2019-07-18		
ubuntu	ubuntu	18.04	Bionic Beaver	2018-04-26	2023-05-31	2028-04-01	yes
ubuntu	ubuntu	17.10	Artful Aardvark	2017-10-19	2018-07-19		
ubuntu	ubuntu	17.04	Zesty Zapus	2017-04-13	2018-01-13		
ubuntu	ubuntu	16.10	Yakkety Yak	2016-10-13	2017-07-20		
ubuntu	ubuntu	16.04	Xenial Xerus	2016-04-21	2021-04-02	2026-04-02	yes
ubuntu	ubuntu	15.10	Wily Werewolf	2015-10-22	2016-07-28		
ubuntu	ubuntu	15.04	Vivid Vervet	2015-04-23	2016-02-04		
ubuntu	ubuntu	14.10	Utopic Unicorn	2014-10-23	2015-07-23		
ubuntu	ubuntu	14.04	Trusty Tahr	2014-04-17	2019-04-02	2024-04-02	yes
ubuntu	ubuntu	13.10	Saucy Salamander	2013-10-17	2014-07-17		
ubuntu	ubuntu	13.04	Raring Ringtail	2013-04-25	2014-01-27		
ubuntu	ubuntu	12.10	Quantal Quetzal	2012-10-18	2014-05-16		
ubuntu	ubuntu	12.04	Precise Pangolin	2012-04-26	2017-04-28	2019-04-26	yes
ubuntu	ubuntu	11.10	Oneiric Ocelot	2011-10-13	2013-05-09		
ubuntu	ubuntu	11.04	Natty Narwhal	2011-04-28	2012-10-28		
ubuntu	ubuntu	10.10	Maverick Meerkat	2010-10-10	2012-04-10		
ubuntu	ubuntu	10.04	Lucid Lynx	2010-04-29	2013-05-09		yes
ubuntu	ubuntu	9.10	Karmic Koala	2009-10-29	2011-04-30		
ubuntu	ubuntu	9.04	Jaunty Jackalope	2009-04-23	2010-10-23		
ubuntu	ubuntu	8.10	Intrepid Ibex	2008-10-30	2010-04-30		
ubuntu	ubuntu	8.04	Hardy Heron	2008-04-24	2013-05-09		yes
ubuntu	ubuntu	7.10	Gutsy Gibbon	2007-10-18	2009-04-18		
ubuntu	ubuntu	7.04	Feisty Fawn	2007-04-19	2008-10-19		
ubuntu	ubuntu	6.10	Edgy Eft	2006-10-26	2008-04-26		
ubuntu	ubuntu	6.06	Dapper Drake	2006-08-10	2011-06-01		yes
ubuntu	ubuntu	5.10	Breezy Badger	2005-10-13	2007-04-13		
ubuntu	ubuntu	5.04	Hoary Hedgehog	2005-04-08	2006-10-31		
ubuntu	ubuntu	4.10	Warty Warthog	2004-10-20	2006-04-30		
alpine	alpine-linux	3.24		2026-06-09	2028-06-01		
alpine	alpine-linux	3.23		2025-12-04	2027-11-01		
alpine	alpine-linux	3.22		2025-05-30	2027-05-01		
alpine	alpine-linux	3.21		2024-12-05	2026-11-01		
alpine	alpine-linux	3.20		2024-05-22	2026-04-01		
alpine	alpine-linux	3.19		2023-12-07	2025-11-01		
alpine	alpine-linux	3.18		2023-05-09	2025-05-09		
alpine	alpine-linux	3.17		2022-11-22	2024-11-22		
alpine	alpine-linux	3.16		2022-05-23	2024-05-23		
alpine	alpine-linux	3.15		2021-11-24	2023-11-01		
alpine	alpine-linux	3.14		2021-06-15	2023-05-01		
alpine	alpine-linux	3.13		2021-01-14	2022-11-01		
alpine	alpine-linux	3.12		2020-05-29	2022-05-01		
alpine	alpine-linux	3.11		2019-12-19	2021-11-01		
alpine	alpine-linux	3.10		2019-06-19	2021-05-01		
alpine	alpine-linux	3.9		2019-01-29	2020-11-01		
alpine	alpine-linux	3.8		2018-06-26	2020-05-01		
alpine	alpine-linux	3.7		2017-11-30	2019-11-01		
alpine	alpine-linux	3.6		2017-05-24	2019-05-01		
alpine	alpine-linux	3.5		2016-12-22	2018-11-01		
alpine	alpine-linux	3.4		2016-05-31	2018-05-01		
alpine	alpine-linux	3.3		2015-12-19	2017-11-01		
alpine	alpine-linux	3.2		2015-05-26	2017-05-01		
alpine	alpine-linux	3.1		2014-12-10	2016-11-01		
alpine	alpine-linux	3.0		2014-06-04	2016-05-01		
alpine	alpine-linux	2.7		2011-01-06	2015-11-01		
alpine	alpine-linux	2.6		2010-12-15	2015-05-01		
alpine	alpine-linux	2.5		2010-08-12	2014-11-01		
alpine	alpine-linux	2.4		2010-07-07	2014-05-01		
alpine	alpine-linux	2.3		2010-05-19	2013-11-01		
alpine	alpine-linux	2.2		2010-05-04	2013-05-01		
alpine	alpine-linux	2.1		2009-12-30	2012-11-01		
centos	centos	8		2019-09-24	2021-12-31		
centos	centos	7		2014-07-07	2024-06-30		
centos	centos	6		2011-07-10	2020-11-30		
centos	centos	5		2007-04-12	2017-03-31		
fedora	fedora	44		2026-04-28	2027-06-02		
fedora	fedora	43		2025-10-28	2026-12-09		
fedora	fedora	42	Adams	2025-04-15	2026-05-27		
fedora	fedora	41		2024-10-29	2025-12-15		
fedora	fedora	40		2024-04-23	2025-05-13		
fedora	fedora	39		2023-11-07	2024-11-26		
fedora	fedora	38		2023-04-18	2024-05-21		
fedora	fedora	37		2022-11-15	2023-12-05		
fedora	fedora	36		2022-05-10	2023-05-16		
fedora	fedora	35		2021-11-02	2022-12-13		
fedora	fedora	34		2021-04-27	2022-06-07		
fedora	fedora	33		2020-10-27	2021-11-30		
fedora	fedora	32		2020-04-28	2021-05-25		
fedora	fedora	31		2019-10-29	2020-11-24		
fedora	fedora	30		2019-04-30	2020-05-26		
fedora	fedora	29		2018-10-30	2019-11-26		
fedora	fedora	28		2018-05-01	2019-05-28		
fedora	fedora	27		2017-11-14	2018-11-30		
fedora	fedora	26		2017-07-11	2018-05-29		
fedora	fedora	25		2016-11-22	2017-12-12		
fedora	fedora	24		2016-06-21	2017-08-08		
fedora	fedora	23		2015-11-03	2016-12-20		
fedora	fedora	22		2015-05-26	2016-07-19		
fedora	fedora	21		2014-12-09	2015-12-01		
fedora	fedora	20	Heisenbug	2013-12-17	2015-06-23		
fedora	fedora	19	Schrödinger's Cat	2013-07-02	2015-01-06		
fedora	fedora	18	Spherical Cow	2013-01-15	2014-01-14		
fedora	fedora	17	Beefy Miracle	2012-05-29	2013-07-30		
fedora	fedora	16	Verne	2011-11-08	2013-02-12		
fedora	fedora	15	Lovelock	2011-05-24	2012-06-26		
fedora	fedora	14	Laughlin	2010-11-02	2011-12-09		
fedora	fedora	13	Goddard	2010-05-25	2011-06-24		
fedora	fedora	12	Constantine	2009-11-17	2010-12-02		
fedora	fedora	11	Leonidas	2009-06-09	2010-06-25		
fedora	fedora	10	Cambridge	2008-11-25	2009-12-17		
fedora	fedora	9	Sulphur	2008-05-13	2009-07-10		
fedora	fedora	8	Werewolf	2007-11-08	2009-01-07		
fedora	fedora	7	Moonshine	2007-05-31	2008-06-13		
fedora	fedora	6	Zod	2006-10-24	2007-12-07		
fedora	fedora	5	Bordeaux	2006-03-20	2007-07-02		
fedora	fedora	4	Stentz	2005-06-13	2006-08-07		
fedora	fedora	3	Heidelberg	2004-11-08	2006-01-16		
fedora	fedora	2	Tettnang	2004-05-18	2005-04-11		
fedora	fedora	1	Yarrow	2003-11-05	2004-09-20		
rockylinux	rocky-linux	10		2025-06-11	2035-05-31		
rockylinux	rocky-linux	9		2022-07-14	2032-05-31		
rockylinux	rocky-linux	8		2021-05-01	2029-05-31		
almalinux	almalinux	10		2025-05-27	2035-05-31		
almalinux	almalinux	9		2022-05-26	2032-05-31		
almalinux	almalinux	8		2021-03-30	2029-05-31		
oraclelinux	oracle-linux	10		2025-06-26	no		
oraclelinux	oracle-linux	9		2022-07-06	2032-06-30	2035-06-30	
oraclelinux	oracle-linux	8		2019-07-19	2029-07-31	2032-07-31	
oraclelinux	oracle-linux	7		2014-07-23	2024-12-31	2028-06-30	
oraclelinux	oracle-linux	6		2011-02-12	2021-03-31	2024-12-31	
amazonlinux	amazon-linux	2023		2023-03-01	2029-06-30		
amazonlinux	amazon-linux	2		2018-06-26	2026-06-30		
amazonlinux	amazon-linux	2018.03		2018-04-25	2023-12-31		
amazonlinux	amazon-linux	2017.09		2017-11-03	2023-12-31		
amazonlinux	amazon-linux	2017.03		2017-04-07	2023-12-31		
amazonlinux	amazon-linux	2016.09		2016-11-16	2023-12-31		
amazonlinux	amazon-linux	2016.03		2016-03-22	2023-12-31		
amazonlinux	amazon-linux	2015.09		2015-09-22	2023-12-31		
amazonlinux	amazon-linux	2015.03		2015-03-24	2023-12-31		
amazonlinux	amazon-linux	2014.09		2014-09-23	2023-12-31		
amazonlinux	amazon-linux	2014.03		2014-03-27	2023-12-31		
amazonlinux	amazon-linux	2013.09		2013-09-30	2023-12-31		
amazonlinux	amazon-linux	2013.03		2013-03-27	2023-12-31		
amazonlinux	amazon-linux	2012.09		2012-10-11	2023-12-31		
amazonlinux	amazon-linux	2012.03		2012-03-28	2023-12-31		
amazonlinux	amazon-linux	2011.09		2011-09-26	2023-12-31		
amazonlinux	amazon-linux	2010.11		2010-12-01	2023-12-31		
opensuse/leap	opensuse	16.0		2025-10-01	2027-10-31		
opensuse/leap	opensuse	15.6		2024-06-12	2026-04-30		
opensuse/leap	opensuse	15.5		2023-06-07	2024-12-31		
opensuse/leap	opensuse	15.4		2022-06-09	2023-12-07		
opensuse/leap	opensuse	15.3		2021-06-02	2022-12-31		
opensuse/leap	opensuse	15.2		2020-07-02	2022-01-04		
opensuse/leap	opensuse	15.1		2019-05-22	2021-02-02		
opensuse/leap	opensuse	15.0		2018-05-25	2019-12-03		
opensuse/leap	opensuse	42.3		2017-07-26	2019-07-01		
opensuse/leap	opensuse	42.2		2016-11-16	2018-01-26		
opensuse/leap	opensuse	42.1		2015-11-04	2017-05-17		
opensuse/leap	opensuse	13.2		2014-11-04	2017-01-17		
opensuse/leap	opensuse	13.1		2014-01-08	2016-02-03		
opensuse/leap	opensuse	12.3		2013-03-13	2015-01-29		
opensuse/leap	opensuse	12.2		2012-09-05	2014-01-15		
opensuse/leap	opensuse	12.1		2011-11-16	2013-05-15		
opensuse/leap	opensuse	11.4		2011-03-10	2012-11-05		
opensuse/leap	opensuse	11.3		2010-07-15	2012-01-20		
opensuse/leap	opensuse	11.2		2009-11-12	2011-05-12		
opensuse/leap	opensuse	11.1		2008-12-18	2011-01-14		
opensuse/leap	opensuse	11.0		2008-06-19	2010-07-26		
python	python	3.14		2025-10-07	2030-10-31		
python	python	3.13		2024-10-07	2029-10-31		
python	python	3.12		2023-10-02	2028-10-31		
python	python	3.11		2022-10-24	2027-10-31		
python	python	3.10		2021-10-04	2026-10-31		
python	python	3.9		2020-10-05	2025-10-31		
python	python	3.8		2019-10-14	2024-10-07		
python	python	3.7		2018-06-27	2023-06-27		
python	python	3.6		2016-12-23	2021-12-23		
python	python	3.5		2015-09-13	2020-09-30		
python	python	3.4		2014-03-16	2019-03-18		
python	python	3.3		2012-09-29	2017-09-29		
python	python	3.2		2011-02-20	2016-02-20		
python	python	2.7		2010-07-03	2020-01-01		
python	python	3.1		2009-06-27	2012-04-09		
python	python	3.0		2008-12-03	2009-06-27		
python	python	2.6		2008-10-01	2013-10-29		
node	nodejs	26		2026-05-05	2029-04-30		2026-10-28
node	nodejs	25		2025-10-15	2026-06-01		
node	nodejs	24		2025-05-06	2028-04-30		2025-10-28
node	nodejs	23		2024-10-16	2025-06-01		
node	nodejs	22		2024-04-24	2027-04-30		2024-10-29
node	nodejs	21		2023-10-17	2024-06-01		
node	nodejs	20		2023-04-18	2026-04-30		2023-10-24
node	nodejs	19		2022-10-18	2023-06-01		
node	nodejs	18		2022-04-19	2025-04-30		2022-10-25
node	nodejs	17		2021-10-19	2022-06-01		
node	nodejs	16		2021-04-20	2023-09-11		2021-10-26
node	nodejs	15		2020-10-20	2021-06-01		
node	nodejs	14		2020-04-21	2023-04-30		2020-10-27
node	nodejs	13		2019-10-22	2020-06-01		
node	nodejs	12		2019-04-23	2022-04-30		2019-10-21
node	nodejs	11		2018-10-23	2019-06-30		
node	nodejs	10		2018-04-24	2021-04-30		2018-10-30
node	nodejs	9		2017-10-31	2018-06-30		
node	nodejs	8		2017-05-30	2019-12-31		2017-10-31
node	nodejs	7		2016-10-25	2017-06-30		
node	nodejs	6		2016-04-26	2019-04-30		2016-10-18
node	nodejs	5		2015-10-30	2016-06-30		
node	nodejs	4		2015-09-09	2018-04-30		2015-10-01
node	nodejs	3		2015-08-04	yes		
node	nodejs	2		2015-05-04	yes		
node	nodejs	1		2015-01-20	yes		
golang	go	1.27		2026-08-19	no		
golang	go	1.26		2026-02-10	no		
golang	go	1.25		2025-08-12	2026-08-19		
golang	go	1.24		2025-02-11	2026-02-10		
golang	go	1.23		2024-08-13	2025-08-12		
golang	go	1.22		2024-02-06	2025-02-11		
golang	go	1.21		2023-08-08	2024-08-13		
golang	go	1.20		2023-02-01	2024-02-06		
golang	go	1.19		2022-08-02	2023-09-06		
golang	go	1.18		2022-03-15	2023-02-01		
golang	go	1.17		2021-08-16	2022-08-02		
golang	go	1.16		2021-02-16	2022-03-15		
golang	go	1.15		2020-08-11	2021-08-16		
golang	go	1.14		2020-02-25	2021-02-16		
golang	go	1.13		2019-09-03	2020-08-11		
golang	go	1.12		2019-02-25	2020-02-25		
golang	go	1.11		2018-08-24	2019-09-03		
golang	go	1.10		2018-02-16	2019-02-25		
ruby	ruby	4.0		2025-12-25	2029-03-31		
ruby	ruby	3.4		2024-12-24	2028-03-31		
ruby	ruby	3.3		2023-12-25	2027-03-31		
ruby	ruby	3.2		2022-12-25	2026-03-31		
ruby	ruby	3.1		2021-12-25	2025-03-26		
ruby	ruby	3.0		2020-12-25	2024-04-23		
ruby	ruby	2.7		2019-12-25	2023-03-31		
ruby	ruby	2.6		2018-12-25	2022-03-31		
ruby	ruby	2.5		2017-12-25	2021-03-31		
ruby	ruby	2.4		2016-12-23	2020-03-31		
ruby	ruby	2.3		2015-12-24	2019-03-31		
ruby	ruby	2.2		2014-12-25	2018-03-31		
ruby	ruby	2.1		2013-12-25	2017-03-31		
ruby	ruby	2.0.0		2013-02-24	2016-02-24		
ruby	ruby	1.9.3		2011-10-30	2015-02-23		
php	php	8.5		2025-11-20	2029-12-31		
php	php	8.4		2024-11-21	2028-12-31		
php	php	8.3		2023-11-23	2027-12-31		
php	php	8.2		2022-12-08	2026-12-31		
php	php	8.1		2021-11-25	2025-12-31		
php	php	8.0		2020-11-26	2023-11-26		
php	php	7.4		2019-11-28	2022-11-28		
php	php	7.3		2018-12-06	2021-12-06		
php	php	7.2		2017-11-30	2020-11-30		
php	php	7.1		2016-12-01	2019-12-01		
php	php	7.0		2015-12-03	2019-01-10		
php	php	5.6		2014-08-28	2018-12-31		
php	php	5.5		2013-06-20	2016-07-21		
php	php	5.4		2012-03-01	2015-09-14		
php	php	5.3		2009-06-30	2014-08-14		
php	php	5.2		2006-11-02	2011-01-06		
php	php	5.1		2005-11-24	2006-08-24		
php	php	5.0		2004-07-13	2005-09-05		
rust	rust	1.98		2026-08-20	no		
rust	rust	1.97		2026-07-09	2026-08-20		
rust	rust	1.96		2026-05-28	2026-07-09		
rust	rust	1.95		2026-04-16	2026-05-28		
rust	rust	1.94		2026-03-06	2026-04-16		
rust	rust	1.93		2026-01-22	2026-03-06		
rust	rust	1.92		2025-12-11	2026-01-22		
rust	rust	1.91		2025-10-30	2025-12-11		
rust	rust	1.90		2025-09-18	2025-10-30		
rust	rust	1.89		2025-08-07	2025-09-18		
rust	rust	1.88		2025-06-26	2025-08-07		
rust	rust	1.87		2025-05-15	2025-06-26		
rust	rust	1.86		2025-04-03	2025-05-15		
rust	rust	1.85		2025-02-20	2025-04-03		
rust	rust	1.84		2025-01-09	2025-02-20		
rust	rust	1.83		2024-11-28	2025-01-09		
rust	rust	1.82		2024-10-17	2024-11-28		
rust	rust	1.81		2024-09-05	2024-10-17		
rust	rust	1.80		2024-07-25	2024-09-05		
rust	rust	1.79		2024-06-13	2024-07-25		
rust	rust	1.78		2024-05-02	2024-06-13		
rust	rust	1.77		2024-03-21	2024-05-02		
rust	rust	1.76		2024-02-08	2024-03-21		
rust	rust	1.75		2023-12-28	2024-02-08		
rust	rust	1.74		2023-11-16	2023-12-28		
rust	rust	1.73		2023-10-05	2023-11-17		
rust	rust	1.72		2023-08-24	2023-10-06		
rust	rust	1.71		2023-07-13	2023-08-25		
rust	rust	1.70		2023-06-01	2023-07-14		
rust	rust	1.69		2023-04-20	2023-06-02		
rust	rust	1.68		2023-03-09	2023-04-21		
rust	rust	1.67		2023-01-26	2023-03-10		
rust	rust	1.66		2022-12-15	2023-01-27		
rust	rust	1.65		2022-11-03	2022-12-16		
rust	rust	1.64		2022-09-22	2022-11-04		
rust	rust	1.63		2022-08-11	2022-09-23		
rust	rust	1.62		2022-06-30	2022-09-12		
rust	rust	1.61		2022-05-19	2022-07-01		
rust	rust	1.60		2022-04-07	2022-05-20		
rust	rust	1.59		2022-02-24	2022-04-08		
rust	rust	1.58		2022-01-13	2022-02-25		
rust	rust	1.57		2021-12-02	2022-01-14		
rust	rust	1.56		2021-10-21	2021-12-03		
rust	rust	1.55		2021-09-09	2021-10-22		
rust	rust	1.54		2021-07-29	2021-09-10		
rust	rust	1.53		2021-06-17	2021-07-30		
rust	rust	1.52		2021-05-06	2021-06-18		
rust	rust	1.51		2021-03-25	2021-05-07		
rust	rust	1.50		2021-02-11	2021-03-26		
rust	rust	1.49		2020-12-31	2021-02-12		
rust	rust	1.48		2020-11-19	2021-01-01		
rust	rust	1.47		2020-10-08	2020-11-20		
rust	rust	1.46		2020-08-27	2020-10-08		
rust	rust	1.45		2020-07-16	2020-08-28		
rust	rust	1.44		2020-06-04	2020-07-17		
rust	rust	1.43		2020-04-23	2020-06-05		
rust	rust	1.42		2020-03-12	2020-04-24		
rust	rust	1.41		2020-01-30	2020-03-13		
rust	rust	1.40		2019-12-19	2020-01-31		
rust	rust	1.39		2019-11-07	2019-12-20		
rust	rust	1.38		2019-09-26	2019-11-08		
rust	rust	1.37		2019-08-15	2019-09-27		
rust	rust	1.36		2019-07-04	2019-08-16		
rust	rust	1.35		2019-05-23	2019-07-04		
rust	rust	1.34		2019-04-11	2019-05-24		
rust	rust	1.33		2019-02-28	2019-04-12		
rust	rust	1.32		2019-01-17	2019-03-01		
rust	rust	1.31		2018-12-06	2019-01-18		
rust	rust	1.30		2018-10-25	2018-12-07		
rust	rust	1.29		2018-09-13	2018-10-26		
perl	perl	5.44		2026-07-15	2029-07-15		
perl	perl	5.42		2025-07-03	2028-07-03		
perl	perl	5.40		2024-06-09	2027-06-09		
perl	perl	5.38		2023-07-02	2026-07-02		
perl	perl	5.36		2022-05-27	2025-05-27		
perl	perl	5.34		2021-05-20	2024-05-20		
perl	perl	5.32		2020-06-20	2023-06-20		
perl	perl	5.30		2019-05-22	2022-05-22		
perl	perl	5.28		2018-06-22	2021-06-23		
perl	perl	5.26		2017-05-30	2020-05-30		
elixir	elixir	1.20		2026-06-03	no		
elixir	elixir	1.19		2025-10-16	no		
elixir	elixir	1.18		2024-12-19	no		
elixir	elixir	1.17		2024-06-12	no		
elixir	elixir	1.16		2023-12-22	no		
elixir	elixir	1.15		2023-06-19	2026-06-03		
elixir	elixir	1.14		2022-09-01	2025-10-16		
elixir	elixir	1.13		2021-12-03	2024-12-19		
elixir	elixir	1.12		2021-05-19	2024-06-12		
elixir	elixir	1.11		2020-10-06	2023-12-22		
elixir	elixir	1.10		2020-01-27	2023-06-19		
elixir	elixir	1.9		2019-06-24	2022-09-01		
elixir	elixir	1.8		2019-01-14	2021-12-03		
elixir	elixir	1.7		2018-07-25	2021-05-19		
elixir	elixir	1.6		2018-01-17	2020-10-06		
elixir	elixir	1.5		2017-07-25	2020-01-27		
elixir	elixir	1.4		2017-01-05	2019-06-24		
erlang	erlang	29		2026-05-11	2029-05-11		
erlang	erlang	28		2025-05-20	2028-05-20		
erlang	erlang	27		2024-05-17	2027-05-20		
erlang	erlang	26		2023-05-15	2026-05-26		
erlang	erlang	25		2022-05-17	2025-05-17		
erlang	erlang	24		2021-05-10	2024-05-10		
erlang	erlang	23		2020-05-11	2024-03-14		
erlang	erlang	22		2019-05-10	2024-03-18		
erlang	erlang	21		2018-06-19	2021-06-19		
erlang	erlang	20		2017-06-21	2020-06-21		
erlang	erlang	19		2016-06-21	2019-06-21		
erlang	erlang	18		2015-06-23	2018-11-09		
erlang	erlang	17		2014-04-07	2018-10-11		
haskell	ghc	9.14		2025-12-19	no		yes
haskell	ghc	9.12		2024-11-15	no		
haskell	ghc	9.10		2024-05-10	no		
haskell	ghc	9.8		2023-10-09	no		
haskell	ghc	9.6		2023-03-10	no		
haskell	ghc	9.4		2022-08-07	yes		
haskell	ghc	9.2		2021-10-29	yes		
haskell	ghc	9.0		2021-02-03	yes		
haskell	ghc	8.10		2020-03-22	yes		
haskell	ghc	8.8		2019-08-25	yes		
haskell	ghc	8.6		2018-09-21	yes		
haskell	ghc	8.4		2018-03-08	yes		
haskell	ghc	8.2		2017-07-21	yes		
haskell	ghc	8.0		2016-05-17	yes		
julia	julia	1.12		2025-10-08	no		
julia	julia	1.11		2024-10-07	2025-10-08		
julia	julia	1.10		2023-12-25	no		2024-10-08
julia	julia	1.6		2021-03-24	2024-10-08		2021-12-01
julia	julia	1.0		2018-08-08	2021-12-01		2019-01-22
eclipse-temurin	eclipse-temurin	26		2026-03-23	2026-09-15		
eclipse-temurin	eclipse-temurin	25		2025-09-22	2031-09-30		yes
eclipse-temurin	eclipse-temurin	24		2025-03-20	2025-09-16		
eclipse-temurin	eclipse-temurin	23		2024-09-17	2025-03-18		
eclipse-temurin	eclipse-temurin	22		2024-03-20	2024-09-17		
eclipse-temurin	eclipse-temurin	21		2023-10-10	2029-12-31		yes
eclipse-temurin	eclipse-temurin	20		2023-03-23	2023-09-19		
eclipse-temurin	eclipse-temurin	19		2022-09-26	2023-03-31		
eclipse-temurin	eclipse-temurin	18		2022-03-24	2022-09-30		
eclipse-temurin	eclipse-temurin	17		2021-09-22	2027-10-31		yes
eclipse-temurin	eclipse-temurin	11		2021-08-01	2027-10-31		yes
eclipse-temurin	eclipse-temurin	16		2021-07-30	2021-09-30		
eclipse-temurin	eclipse-temurin	8		2021-07-29	2030-12-31		yes
amazoncorretto	amazon-corretto	26		2026-03-17	2026-10-31		
amazoncorretto	amazon-corretto	25		2025-09-16	2032-10-31		yes
amazoncorretto	amazon-corretto	24		2025-03-18	2025-10-31		
amazoncorretto	amazon-corretto	23		2024-09-17	2025-04-30		
amazoncorretto	amazon-corretto	22		2024-03-19	2024-10-15		
amazoncorretto	amazon-corretto	21		2023-08-25	2030-10-31		yes
amazoncorretto	amazon-corretto	20		2023-02-23	2023-10-17		
amazoncorretto	amazon-corretto	19		2022-08-17	2023-04-19		
amazoncorretto	amazon-corretto	18		2022-02-26	2022-10-18		
amazoncorretto	amazon-corretto	17		2021-08-24	2029-10-31		yes
amazoncorretto	amazon-corretto	16		2021-03-16	2021-10-19		
amazoncorretto	amazon-corretto	15		2020-08-26	2021-04-20		
amazoncorretto	amazon-corretto	11		2019-02-18	2032-01-31		yes
amazoncorretto	amazon-corretto	8		2019-01-31	2030-12-31		yes
maven	apache-maven	3.9		2023-01-31	no		
maven	apache-maven	3.8		2021-03-30	2025-06-14		
maven	apache-maven	3.6		2018-10-24	2021-03-30		
maven	apache-maven	3.5		2017-04-03	2018-10-24		
maven	apache-maven	3.3		2015-03-13	2017-04-03		
maven	apache-maven	3.2		2014-02-14	2015-03-13		
maven	apache-maven	3.1		2013-06-28	2014-02-14		
maven	apache-maven	3.0		2010-10-04	2013-06-28		
maven	apache-maven	2		2006-05-07	2014-02-18		
maven	apache-maven	1		2004-07-13	2014-02-18		
gradle	gradle	9		2025-07-31	no		
gradle	gradle	8		2023-02-10	no		
gradle	gradle	7		2021-04-09	2025-07-31		
gradle	gradle	6		2019-11-08	2023-02-10		
gradle	gradle	5		2018-11-23	2019-11-08		
gradle	gradle	4		2017-06-14	2018-11-26		
gradle	gradle	3		2016-08-15	2017-06-14		
gradle	gradle	2		2014-07-01	2016-08-15		
gradle	gradle	1		2012-06-12	2014-07-01		
tomcat	tomcat	11.0		2024-10-03	no		
tomcat	tomcat	10.1		2022-09-23	no		
tomcat	tomcat	10.0		2020-12-03	2022-10-31		
tomcat	tomcat	9.0		2017-09-27	2027-03-31		
tomcat	tomcat	8.5		2016-03-17	2024-03-31		
tomcat	tomcat	8.0		2014-01-29	2018-06-30		
tomcat	tomcat	7		2013-01-10	2021-03-31		
tomcat	tomcat	6		2006-10-21	2016-12-31		
tomcat	tomcat	5		2003-09-06	2012-09-30		
mcr.microsoft.com/dotnet/sdk	dotnet	10		2025-11-11	2028-11-14		yes
mcr.microsoft.com/dotnet/sdk	dotnet	9		2024-11-12	2026-11-10		
mcr.microsoft.com/dotnet/sdk	dotnet	8		2023-11-14	2026-11-10		yes
mcr.microsoft.com/dotnet/sdk	dotnet	7		2022-11-08	2024-05-14		
mcr.microsoft.com/dotnet/sdk	dotnet	6		2021-11-08	2024-11-12		yes
mcr.microsoft.com/dotnet/sdk	dotnet	5		2020-11-10	2022-05-10		
mcr.microsoft.com/dotnet/sdk	dotnet	3.1		2019-12-03	2022-12-13		yes
mcr.microsoft.com/dotnet/sdk	dotnet	3.0		2019-09-23	2020-03-03		
mcr.microsoft.com/dotnet/sdk	dotnet	2.2		2018-12-04	2019-12-23		
mcr.microsoft.com/dotnet/sdk	dotnet	2.1		2018-05-30	2021-08-21		yes
mcr.microsoft.com/dotnet/sdk	dotnet	2.0		2017-08-14	2018-10-01		
mcr.microsoft.com/dotnet/sdk	dotnet	1.1		2016-11-16	2019-06-27		
mcr.microsoft.com/dotnet/sdk	dotnet	1.0		2016-06-27	2019-06-27		
mcr.microsoft.com/dotnet/aspnet	dotnet	10		2025-11-11	2028-11-14		yes
mcr.microsoft.com/dotnet/aspnet	dotnet	9		2024-11-12	2026-11-10		
mcr.microsoft.com/dotnet/aspnet	dotnet	8		2023-11-14	2026-11-10		yes
mcr.microsoft.com/dotnet/aspnet	dotnet	7		2022-11-08	2024-05-14		
mcr.microsoft.com/dotnet/aspnet	dotnet	6		2021-11-08	2024-11-12		yes
mcr.microsoft.com/dotnet/aspnet	dotnet	5		2020-11-10	2022-05-10		
mcr.microsoft.com/dotnet/aspnet	dotnet	3.1		2019-12-03	2022-12-13		yes
mcr.microsoft.com/dotnet/aspnet	dotnet	3.0		2019-09-23	2020-03-03		
mcr.microsoft.com/dotnet/aspnet	dotnet	2.2		2018-12-04	2019-12-23		
mcr.microsoft.com/dotnet/aspnet	dotnet	2.1		2018-05-30	2021-08-21		yes
mcr.microsoft.com/dotnet/aspnet	dotnet	2.0		2017-08-14	2018-10-01		
mcr.microsoft.com/dotnet/aspnet	dotnet	1.1		2016-11-16	2019-06-27		
mcr.microsoft.com/dotnet/aspnet	dotnet	1.0		2016-06-27	2019-06-27		
mcr.microsoft.com/dotnet/runtime	dotnet	10		2025-11-11	2028-11-14		yes
mcr.microsoft.com/dotnet/runtime	dotnet	9		2024-11-12	2026-11-10		
mcr.microsoft.com/dotnet/runtime	dotnet	8		2023-11-14	2026-11-10		yes
mcr.microsoft.com/dotnet/runtime	dotnet	7		2022-11-08	2024-05-14		
mcr.microsoft.com/dotnet/runtime	dotnet	6		2021-11-08	2024-11-12		yes
mcr.microsoft.com/dotnet/runtime	dotnet	5		2020-11-10	2022-05-10		
mcr.microsoft.com/dotnet/runtime	dotnet	3.1		2019-12-03	2022-12-13		yes
mcr.microsoft.com/dotnet/runtime	dotnet	3.0		2019-09-23	2020-03-03		
mcr.microsoft.com/dotnet/runtime	dotnet	2.2		2018-12-04	2019-12-23		
mcr.microsoft.com/dotnet/runtime	dotnet	2.1		2018-05-30	2021-08-21		yes
mcr.microsoft.com/dotnet/runtime	dotnet	2.0		2017-08-14	2018-10-01		
mcr.microsoft.com/dotnet/runtime	dotnet	1.1		2016-11-16	2019-06-27		
mcr.microsoft.com/dotnet/runtime	dotnet	1.0		2016-06-27	2019-06-27		
nginx	nginx	1.31		2026-05-13	no		
nginx	nginx	1.30		2026-04-14	no		
nginx	nginx	1.29		2025-06-24	2026-05-13		
nginx	nginx	1.28		2025-04-23	2026-04-14		
nginx	nginx	1.27		2024-05-28	2025-06-24		
nginx	nginx	1.26		2024-04-23	2025-04-23		
nginx	nginx	1.25		2023-05-23	2024-05-29		
nginx	nginx	1.24		2023-04-11	2024-04-23		
nginx	nginx	1.23		2022-06-21	2023-05-23		
nginx	nginx	1.22		2022-05-24	2023-04-11		
nginx	nginx	1.21		2021-05-25	2022-06-21		
nginx	nginx	1.20		2021-04-20	2022-05-24		
nginx	nginx	1.19		2020-05-26	2021-05-25		
nginx	nginx	1.18		2020-04-21	2021-04-20		
nginx	nginx	1.16		2019-04-23	2020-04-20		
nginx	nginx	1.14		2018-04-17	2019-04-23		
nginx	nginx	1.12		2017-04-12	2018-04-17		
nginx	nginx	1.10		2016-04-26	2017-04-12		
nginx	nginx	1.8		2015-04-21	2016-04-26		
nginx	nginx	1.6		2014-04-24	2015-04-21		
nginx	nginx	1.4		2013-04-24	2014-04-24		
nginx	nginx	1.2		2012-04-23	2013-04-24		
nginx	nginx	1.0		2011-04-12	2012-04-23		
httpd	apache-http-server	2.4		2012-02-21	no		
httpd	apache-http-server	2.2		2005-12-01	2017-07-11		
httpd	apache-http-server	2.0		2002-04-05	2013-07-10		
httpd	apache-http-server	1.3		1998-06-01	2010-02-03		
caddy	caddy	2		2020-05-04	no		
caddy	caddy	1		2019-04-24	2020-07-01		
haproxy	haproxy	3.4		2026-06-03	2031-04-01		yes
haproxy	haproxy	3.3		2025-11-26	2027-01-01		
haproxy	haproxy	3.2		2025-05-28	2030-04-01		yes
haproxy	haproxy	3.1		2024-11-26	2026-01-01		
haproxy	haproxy	3.0		2024-05-29	2029-04-01		yes
haproxy	haproxy	2.9		2023-12-05	2025-03-21		
haproxy	haproxy	2.8		2023-05-31	2028-04-01		yes
haproxy	haproxy	2.7		2022-12-01	2024-04-05		
haproxy	haproxy	2.6		2022-05-31	2027-04-01		yes
haproxy	haproxy	2.5		2021-11-23	2023-05-02		
haproxy	haproxy	2.4		2021-05-14	2026-04-01		yes
haproxy	haproxy	2.3		2020-11-05	2022-07-27		
haproxy	haproxy	2.2		2020-07-07	2025-04-23		yes
haproxy	haproxy	2.1		2019-11-25	2021-03-18		
haproxy	haproxy	2.0		2019-06-16	2024-04-05		
haproxy	haproxy	1.9		2018-12-19	2020-07-31		
haproxy	haproxy	1.8		2017-11-26	2022-12-09		
haproxy	haproxy	1.7		2016-11-25	2021-10-01		
haproxy	haproxy	1.6		2015-10-13	2020-10-01		
haproxy	haproxy	1.5		2014-06-19	2020-01-10		
haproxy	haproxy	1.4		2010-02-26	2020-01-10		
haproxy	haproxy	1.3		2006-06-29	2016-03-14		
haproxy	haproxy	1.2		2003-11-09	2011-08-06		
haproxy	haproxy	1.1		2002-03-10	2006-01-29		
haproxy	haproxy	1.0		2001-12-16	2001-12-30		
traefik	traefik	3.7		2026-05-05	no		
traefik	traefik	3.6		2025-11-07	2026-08-16		
traefik	traefik	3.5		2025-07-23	2025-11-07		
traefik	traefik	3.4		2025-05-05	2025-07-23		
traefik	traefik	3.3		2025-01-06	2025-05-05		
traefik	traefik	3.2		2024-10-28	2025-01-06		
traefik	traefik	3.1		2024-07-15	2024-10-28		
traefik	traefik	3.0		2024-04-29	2024-07-15		
traefik	traefik	2.11		2024-02-12	2026-02-01		
traefik	traefik	2.10		2023-04-24	2024-02-12		
traefik	traefik	2.9		2022-10-03	2023-04-24		
traefik	traefik	2.8		2022-06-29	2022-10-03		
traefik	traefik	2.7		2022-05-24	2022-06-29		
traefik	traefik	2.6		2022-01-24	2022-05-24		
traefik	traefik	2.5		2021-08-17	2022-01-24		
traefik	traefik	2.4		2021-01-19	2021-08-17		
traefik	traefik	2.3		2020-09-23	2021-01-19		
traefik	traefik	2.2		2020-03-25	2020-09-23		
traefik	traefik	2.1		2019-12-11	2020-03-25		
traefik	traefik	2.0		2019-09-16	2019-12-11		
traefik	traefik	1.7		2018-09-24	2021-12-31		
postgres	postgresql	18		2025-09-25	2030-11-14		
postgres	postgresql	17		2024-09-26	2029-11-08		
postgres	postgresql	16		2023-09-14	2028-11-09		
postgres	postgresql	15		2022-10-13	2027-11-11		
postgres	postgresql	14		2021-09-30	2026-11-12		
postgres	postgresql	13		2020-09-24	2025-11-13		
postgres	postgresql	12		2019-10-03	2024-11-21		
postgres	postgresql	11		2018-10-18	2023-11-09		
postgres	postgresql	10		2017-10-05	2022-11-10		
postgres	postgresql	9.6		2016-09-29	2021-11-11		
postgres	postgresql	9.5		2016-01-07	2021-02-11		
postgres	postgresql	9.4		2014-12-18	2020-02-13		
postgres	postgresql	9.3		2013-09-09	2018-11-08		
postgres	postgresql	9.2		2012-09-10	2017-11-09		
postgres	postgresql	9.1		2011-09-12	2016-10-27		
postgres	postgresql	9.0		2010-09-20	2015-10-08		
postgres	postgresql	8.4		2009-07-01	2014-07-24		
postgres	postgresql	8.3		2008-02-04	2013-02-07		
postgres	postgresql	8.2		2006-12-05	2011-12-05		
postgres	postgresql	8.1		2005-11-08	2010-11-08		
postgres	postgresql	8.0		2005-01-19	2010-10-01		
postgres	postgresql	7.4		2003-11-17	2010-10-01		
postgres	postgresql	7.3		2002-11-27	2007-11-27		
postgres	postgresql	7.2		2002-02-04	2007-02-04		
postgres	postgresql	7.1		2001-04-13	2006-04-13		
postgres	postgresql	7.0		2000-05-08	2005-05-08		
postgres	postgresql	6.5		1999-06-09	2004-06-09		
postgres	postgresql	6.4		1998-10-30	2003-10-30		
postgres	postgresql	6.3		1998-03-01	2003-03-01		
mysql	mysql	9.7		2026-04-21	2034-04-21		yes
mysql	mysql	9.6		2026-01-20	2026-04-21		
mysql	mysql	9.5		2025-10-21	2026-01-20		
mysql	mysql	9.4		2025-07-09	2025-10-21		
mysql	mysql	9.3		2025-03-31	2025-07-22		
mysql	mysql	9.2		2024-12-15	2025-04-15		
mysql	mysql	9.1		2024-09-24	2025-01-21		
mysql	mysql	9.0		2024-06-07	2024-10-15		
mysql	mysql	8.4		2024-04-10	2032-04-30		yes
mysql	mysql	8.3		2023-12-14	2024-04-10		
mysql	mysql	8.2		2023-10-12	2023-12-14		
mysql	mysql	8.1		2023-06-21	2023-10-25		
mysql	mysql	8.0		2018-04-08	2026-04-30		2023-07-18
mysql	mysql	5.7		2015-10-09	2023-10-31		
mysql	mysql	5.6		2013-02-01	2021-02-28		
mysql	mysql	5.5		2010-12-03	2018-12-31		
mariadb	mariadb	12.3		2026-05-28	2029-06-12		yes
mariadb	mariadb	12.2		2026-02-13	2026-05-28		
mariadb	mariadb	12.1		2025-11-18	2026-02-13		
mariadb	mariadb	12.0		2025-08-07	2025-11-18		
mariadb	mariadb	11.8		2025-06-04	2028-06-04	2033-10-22	yes
mariadb	mariadb	11.7		2025-02-12	2025-05-12		
mariadb	mariadb	11.6		2024-11-13	2025-02-13		
mariadb	mariadb	11.5		2024-08-14	2024-11-21		
mariadb	mariadb	11.4		2024-05-29	2029-05-29	2033-01-16	yes
mariadb	mariadb	11.3		2024-02-16	2024-05-29		
mariadb	mariadb	11.2		2023-11-21	2024-11-21		
mariadb	mariadb	11.1		2023-08-21	2024-08-21		
mariadb	mariadb	11.0		2023-06-06	2024-06-06		
mariadb	mariadb	10.11		2023-02-16	2028-02-16	2028-02-16	yes
mariadb	mariadb	10.10		2022-11-07	2023-11-17		
mariadb	mariadb	10.9		2022-08-15	2023-08-22		
mariadb	mariadb	10.8		2022-05-20	2023-05-20		
mariadb	mariadb	10.7		2022-02-08	2023-02-09		
mariadb	mariadb	10.6		2021-07-06	2026-07-06	2029-08-23	yes
mariadb	mariadb	10.5		2020-06-24	2025-06-24	2025-07-16	yes
mariadb	mariadb	10.4		2019-06-18	2024-06-18	2024-06-18	yes
mariadb	mariadb	10.3		2018-05-25	2023-05-25	2023-05-25	
mariadb	mariadb	10.2		2017-05-23	2022-05-23	2022-05-23	
mariadb	mariadb	10.1		2015-10-17	2020-10-17	2020-10-17	
mariadb	mariadb	10.0		2014-03-31	2019-03-31	2019-03-31	
mariadb	mariadb	5.5		2012-04-11	2020-04-11	2020-04-11	yes
mariadb	mariadb	5.3		2012-02-29	2017-03-01	2017-03-01	
mariadb	mariadb	5.2		2010-11-10	2015-11-10	2015-11-10	
mariadb	mariadb	5.1		2010-02-01	2015-02-01	2015-02-01	
mongo	mongodb	8.3		2026-05-31	2029-10-31		
mongo	mongodb	8.2		2025-09-30	2026-07-31		
mongo	mongodb	8.1		2025-06-30	2025-09-30		
mongo	mongodb	8.0		2024-10-31	2029-10-31		
mongo	mongodb	7.3		2024-03-31	2024-10-02		
mongo	mongodb	7.2		2024-01-31	2024-03-27		
mongo	mongodb	7.1		2023-10-31	2024-01-23		
mongo	mongodb	7.0		2023-08-31	2027-08-31		
mongo	mongodb	6.3		2023-04-30	2023-08-31		
mongo	mongodb	6.2		2023-02-28	2023-04-24		
mongo	mongodb	6.1		2022-10-31	2023-02-09		
mongo	mongodb	6.0		2022-07-31	2025-07-31		
mongo	mongodb	5.3		2022-03-31	2022-07-19		
mongo	mongodb	5.2		2022-01-31	2022-03-23		
mongo	mongodb	5.1		2021-11-30	2022-01-19		
mongo	mongodb	5.0		2021-07-31	2024-10-31		
mongo	mongodb	4.4		2020-07-31	2024-02-29		
mongo	mongodb	4.2		2019-08-31	2023-04-30		
mongo	mongodb	4.0		2018-06-30	2022-04-30		
mongo	mongodb	3.6		2017-11-30	2021-04-30		
mongo	mongodb	3.4		2016-11-30	2020-01-31		
mongo	mongodb	3.2		2015-12-31	2018-09-30		
mongo	mongodb	3.0		2015-03-31	2018-02-28		
mongo	mongodb	2.6		2014-04-07	2016-10-31		
mongo	mongodb	2.4		2013-03-18	2013-03-31		
mongo	mongodb	2.2		2012-08-28	2014-02-28		
mongo	mongodb	2.0		2011-09-11	2013-03-31		
mongo	mongodb	1.8		2011-03-16	2012-09-30		
mongo	mongodb	1.6		2010-08-05	2012-02-28		
mongo	mongodb	1.4		2010-03-25	2012-09-30		
mongo	mongodb	1.2		2009-12-10	2011-06-30		
mongo	mongodb	1.0		2009-08-27	2010-08-31		
redis	redis	8.10		2026-07-29	no		
redis	redis	8.8		2026-05-25	no		
redis	redis	8.6		2026-02-11	no		
redis	redis	8.4		2025-11-18	no		
redis	redis	8.2		2025-08-04	2030-09-01		
redis	redis	8.0		2025-05-02	2026-12-01		
redis	redis	7.4		2024-07-29	2029-12-01		
redis	redis	7.2		2023-08-15	2029-12-01		
redis	redis	7.0		2022-04-27	2024-07-29		
redis	redis	6.2		2021-02-22	2027-04-01		
redis	redis	6.0		2020-04-30	2022-05-31		
redis	redis	5.0		2018-10-17	2022-04-27		
memcached	memcached	1.6		2020-03-08	no		
memcached	memcached	1.5		2017-07-21	2020-03-09		
memcached	memcached	1.4		2009-07-09	2017-07-21		
rabbitmq	rabbitmq	4.3		2026-04-23	no		
rabbitmq	rabbitmq	4.2		2025-10-27	2026-07-31	2030-06-30	
rabbitmq	rabbitmq	4.1		2025-04-15	2026-01-30	2028-04-29	
rabbitmq	rabbitmq	4.0		2024-09-18	2025-04-15	2027-09-29	
rabbitmq	rabbitmq	3.13		2024-02-22	2024-09-17	2027-12-30	
rabbitmq	rabbitmq	3.12		2023-06-01	2024-02-21	2025-06-29	
rabbitmq	rabbitmq	3.11		2022-09-26	2023-06-01	2024-06-29	
rabbitmq	rabbitmq	3.10		2022-05-03	2022-09-28	2023-12-31	
rabbitmq	rabbitmq	3.9		2021-07-23	2023-01-31	2023-07-31	
rabbitmq	rabbitmq	3.8		2019-10-01	2022-07-31	2022-07-31	
rabbitmq	rabbitmq	3.7		2017-11-28	2020-09-30	2020-09-30	
rabbitmq	rabbitmq	3.6		2015-12-22	2018-05-31	2018-05-31	
rabbitmq	rabbitmq	3.5		2015-03-11	2016-10-31	2016-10-31	
rabbitmq	rabbitmq	3.4		2014-10-21	2015-10-31	2015-10-31	
rabbitmq	rabbitmq	3.3		2014-04-02	2015-03-31	2015-03-31	
rabbitmq	rabbitmq	3.2		2013-10-23	2014-10-31	2014-10-31	
rabbitmq	rabbitmq	3.1		2013-05-01	2014-04-30	2014-04-30	
rabbitmq	rabbitmq	3.0		2012-11-19	2013-11-30	2013-11-30	
elasticsearch	elasticsearch	9.5		2026-08-04	no		
elasticsearch	elasticsearch	9.4		2026-05-05	no		
elasticsearch	elasticsearch	9.3		2026-02-03	2026-08-04		
elasticsearch	elasticsearch	9.2		2025-10-23	2026-05-05		
elasticsearch	elasticsearch	9.1		2025-07-29	2026-02-03		
elasticsearch	elasticsearch	8.19		2025-07-29	2027-07-15		
elasticsearch	elasticsearch	8.18		2025-04-15	2025-10-21		
elasticsearch	elasticsearch	9.0		2025-04-15	2025-10-23		
elasticsearch	elasticsearch	8.17		2024-12-12	2025-08-12		
elasticsearch	elasticsearch	8.16		2024-11-12	2025-04-15		
elasticsearch	elasticsearch	7		2019-04-10	2026-01-15		
elasticsearch	elasticsearch	6		2017-11-14	2022-02-10		
cassandra	apache-cassandra	5.0		2024-09-05	no		
cassandra	apache-cassandra	4.1		2022-12-13	no		
cassandra	apache-cassandra	4.0		2021-07-26	no		
cassandra	apache-cassandra	3.11		2017-06-23	2024-09-05		
cassandra	apache-cassandra	3.0		2015-11-09	2024-09-05		
solr	solr	10		2026-03-03	no		
solr	solr	9		2022-05-11	no		
solr	solr	8		2019-03-13	2024-10-25		
solr	solr	7		2017-09-18	2022-05-11		
solr	solr	6		2016-04-07	2019-03-13		
solr	solr	5		2015-02-19	2017-10-24		
solr	solr	4		2012-10-11	yes		
solr	solr	3		2011-03-30	yes		
solr	solr	1		2006-12-22	yes		
zookeeper	zookeeper	3.9		2023-07-19	no		
zookeeper	zookeeper	3.8		2022-02-25	no		
zookeeper	zookeeper	3.7		2021-03-17	2024-01-19		
zookeeper	zookeeper	3.6		2020-02-25	2022-12-30		
zookeeper	zookeeper	3.5		2019-05-03	2022-06-01		
zookeeper	zookeeper	3.4		2011-11-23	2020-06-01		
kong	kong-gateway	3.9		2024-12-12	no	2025-12-12	
kong	kong-gateway	3.8		2024-09-09	2024-12-12	2025-09-09	
kong	kong-gateway	3.7		2024-05-28	2024-09-09	2025-05-28	
kong	kong-gateway	3.6		2024-02-09	2024-05-28	2025-02-15	
kong	kong-gateway	3.5		2023-11-08	2024-02-15	2024-11-08	
kong	kong-gateway	3.4		2023-08-09	no	2026-08-09	yes
kong	kong-gateway	3.3		2023-05-18	2023-08-09	2024-05-18	
kong	kong-gateway	3.2		2023-02-20	2023-05-18	2024-02-21	
kong	kong-gateway	3.1		2022-12-06	2023-02-21	2023-12-06	
kong	kong-gateway	3.0		2022-09-12	2022-12-09	2023-09-12	
kong	kong-gateway	2.8		2022-03-01	2024-06-24	2025-03-01	yes
wordpress	wordpress	7.1		2026-08-19	no		
wordpress	wordpress	7.0		2026-05-20	2026-08-19		
wordpress	wordpress	6.9		2025-12-02	2026-05-20		
wordpress	wordpress	6.8		2025-04-15	2025-12-02		
wordpress	wordpress	6.7		2024-11-12	2025-04-15		
wordpress	wordpress	6.6		2024-07-16	2024-11-12		
wordpress	wordpress	6.5		2024-04-02	2024-07-16		
wordpress	wordpress	6.4		2023-11-07	2024-04-02		
wordpress	wordpress	6.3		2023-08-08	2023-11-07		
wordpress	wordpress	6.2		2023-03-29	2023-08-08		
wordpress	wordpress	6.1		2022-11-02	2023-03-29		
wordpress	wordpress	6.0		2022-05-24	2022-11-01		
wordpress	wordpress	5.9		2022-01-25	2022-05-24		
wordpress	wordpress	5.8		2021-07-20	2022-01-25		
wordpress	wordpress	5.7		2021-03-09	2021-07-20		
wordpress	wordpress	5.6		2020-12-08	2021-03-09		
wordpress	wordpress	5.5		2020-08-11	2020-12-08		
wordpress	wordpress	5.4		2020-03-31	2020-08-11		
wordpress	wordpress	5.3		2019-11-12	2020-03-31		
wordpress	wordpress	5.2		2019-05-07	2019-11-12		
wordpress	wordpress	5.1		2019-02-21	2019-05-07		
wordpress	wordpress	5.0		2018-12-06	2019-02-21		
wordpress	wordpress	4.9		2017-11-16	2018-12-06		
wordpress	wordpress	4.8		2017-06-08	2017-11-16		
wordpress	wordpress	4.7		2016-12-06	2017-06-08		
wordpress	wordpress	4.6		2016-08-16	2016-12-06		
wordpress	wordpress	4.5		2016-04-12	2016-08-16		
wordpress	wordpress	4.4		2015-12-09	2016-04-12		
wordpress	wordpress	4.3		2015-08-18	2015-12-08		
wordpress	wordpress	4.2		2015-04-23	2015-08-18		
wordpress	wordpress	4.1		2014-12-18	2015-04-23		
wordpress	wordpress	4.0		2014-09-04	2014-12-18		
wordpress	wordpress	3.9		2014-04-16	2014-09-04		
wordpress	wordpress	3.8		2013-12-12	2014-04-16		
wordpress	wordpress	3.7		2013-10-24	2013-12-12		
wordpress	wordpress	3.6		2013-08-01	2013-10-24		
drupal	drupal	11.4		2026-07-01	2027-07-07		
drupal	drupal	11.3		2025-12-17	2026-12-16		
drupal	drupal	10.6		2025-12-17	2026-12-16		
drupal	drupal	11.2		2025-06-18	2026-06-17		
drupal	drupal	10.5		2025-06-18	2026-06-17		
drupal	drupal	10.4		2024-12-17	2025-12-10		
drupal	drupal	11.1		2024-12-16	2025-12-10		
drupal	drupal	11.0		2024-08-02	2025-06-16		
drupal	drupal	10.3		2024-06-20	2025-06-16		
drupal	drupal	10.2		2023-12-15	2024-12-17		
drupal	drupal	10.1		2023-06-22	2024-06-20		
drupal	drupal	10.0		2022-12-15	2023-12-15		
drupal	drupal	9.5		2022-12-15	2023-11-01		
drupal	drupal	9.4		2022-06-15	2023-06-21		
drupal	drupal	9.3		2021-12-08	2022-12-14		
drupal	drupal	9.2		2021-06-16	2022-06-15		
drupal	drupal	9.1		2020-12-02	2021-12-08		
drupal	drupal	9.0		2020-06-03	2021-06-16		
drupal	drupal	8.9		2020-06-03	2021-11-02		
drupal	drupal	8.8		2019-12-04	2020-12-01		
drupal	drupal	7		2011-01-05	2025-01-05		yes
joomla	joomla	6		2025-10-14	2029-10-16		
joomla	joomla	5		2023-10-14	2027-10-12		
joomla	joomla	4		2021-08-17	2025-10-14		
joomla	joomla	3		2012-09-27	2023-08-17		
nextcloud	nextcloud	34		2026-06-09	2027-06-30		
nextcloud	nextcloud	33		2026-02-18	2027-02-28		
nextcloud	nextcloud	32		2025-09-27	2026-09-30		
nextcloud	nextcloud	31		2025-02-25	2026-02-28		
nextcloud	nextcloud	30		2024-09-11	2025-10-31		
nextcloud	nextcloud	29		2024-04-24	2025-04-30		
nextcloud	nextcloud	28		2023-12-12	2024-12-31		
nextcloud	nextcloud	27		2023-06-13	2024-06-30		
nextcloud	nextcloud	26		2023-03-21	2024-03-31		
nextcloud	nextcloud	25		2022-10-19	2023-10-31		
nextcloud	nextcloud	24		2022-05-03	2023-04-30		
nextcloud	nextcloud	23		2021-11-30	2022-12-31		
nextcloud	nextcloud	22		2021-07-06	2022-07-31		
nextcloud	nextcloud	21		2021-02-22	2022-02-28		
nextcloud	nextcloud	20		2020-10-03	2021-11-30		
nextcloud	nextcloud	19		2020-06-03	2021-06-30		
nextcloud	nextcloud	18		2020-01-16	2021-01-31		
nextcloud	nextcloud	17		2019-09-30	2020-10-31		
nextcloud	nextcloud	16		2019-04-25	2020-06-30		
nextcloud	nextcloud	15		2018-12-10	2019-12-31		
nextcloud	nextcloud	14		2018-09-10	2019-09-30		
nextcloud	nextcloud	13		2018-02-06	2019-02-28		
nextcloud	nextcloud	12		2017-05-22	2018-11-30		
nextcloud	nextcloud	11		2016-12-13	2018-03-31		
nextcloud	nextcloud	10		2016-08-25	2017-08-31		
nextcloud	nextcloud	9		2016-08-03	2017-08-31		
composer	composer	2.10		2026-05-28	no		
composer	composer	2.9		2025-11-13	2026-05-28		
composer	composer	2.8		2024-10-02	2025-11-13		
composer	composer	2.7		2024-02-08	2024-10-02		
composer	composer	2.6		2023-09-01	2024-02-08		
composer	composer	2.5		2022-12-20	2023-09-01		
composer	composer	2.4		2022-08-16	2022-12-20		
composer	composer	2.3		2022-03-30	2022-08-16		
composer	composer	2.2		2021-12-22	no		yes
composer	composer	2.1		2021-06-03	2021-12-22		
composer	composer	2.0		2020-10-24	2021-06-03		
composer	composer	1		2016-04-05	2020-10-24		
sonarqube	sonarqube-server	2026.4		2026-07-23	no		
sonarqube	sonarqube-server	2026.3		2026-05-21	2026-07-23		
sonarqube	sonarqube-server	2026.2		2026-03-24	2026-05-21		
sonarqube	sonarqube-server	2026.1		2026-01-30	2027-08-02		yes
sonarqube	sonarqube-server	2025.6		2025-12-12	2026-01-30		
sonarqube	sonarqube-server	2025.5		2025-09-26	2025-12-12		
sonarqube	sonarqube-server	2025.4		2025-07-30	2027-01-30		yes
sonarqube	sonarqube-server	2025.3		2025-05-30	2025-07-29		
sonarqube	sonarqube-server	2025.2		2025-03-27	2025-05-26		
sonarqube	sonarqube-server	2025.1		2025-01-23	2026-07-01		yes
sonarqube	sonarqube-server	10		2023-03-30	2025-03-26		
sonarqube	sonarqube-server	9		2021-07-05	2025-01-20		2023-02-07
sonarqube	sonarqube-server	8		2019-10-15	2023-02-07		2021-05-04
sonarqube	sonarqube-server	7		2018-02-02	2021-05-04		2019-07-01
oven/bun	bun	1		2023-09-07	no		
denoland/deno	deno	2.9		2026-06-25	no		
denoland/deno	deno	2.8		2026-05-22	2026-06-25		
denoland/deno	deno	2.7		2026-02-25	2026-05-22		
denoland/deno	deno	2.6		2025-12-10	2026-02-25		
denoland/deno	deno	2.5		2025-09-10	2026-04-30		2025-11-01
denoland/deno	deno	2.4		2025-07-01	2025-09-10		
denoland/deno	deno	2.3		2025-04-30	2025-07-01		
denoland/deno	deno	2.2		2025-02-18	2025-10-31		2025-05-01
denoland/deno	deno	2.1		2024-11-21	2025-04-30		2025-02-01
denoland/deno	deno	2.0		2024-10-08	2024-11-21		
denoland/deno	deno	1		2020-04-13	2024-10-09		
`;
