import rule from '../../../src/rules/size/conda-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM continuumio/miniconda3\nRUN conda install -y numpy && conda clean -afy',
    'FROM continuumio/miniconda3\nRUN conda env create -f environment.yml && conda clean --all --yes',
    'FROM mambaorg/micromamba\nRUN micromamba install -y numpy && micromamba clean -ay',
    'FROM continuumio/miniconda3\nRUN mamba install -y numpy && conda clean --tarballs -y',
    'FROM continuumio/miniconda3\nRUN --mount=type=cache,target=/opt/conda/pkgs conda install -y numpy',
    'FROM continuumio/miniconda3\nENV CONDA_PKGS_DIRS=/tmp/pkgs\nRUN conda install -y numpy',
    'FROM continuumio/miniconda3\nRUN conda install -y numpy && rm -rf /opt/conda/pkgs/*',
    'FROM continuumio/miniconda3 AS build\nRUN conda create -p /env numpy\nFROM debian\nCOPY --from=build /env /env',
    'FROM continuumio/miniconda3\nRUN conda config --set channel_priority strict',
  ],
  invalid: [
    {
      code: 'FROM continuumio/miniconda3\nRUN conda install -y numpy',
      finds: [['kept', 'conda install']],
      says: ['`conda install` leaves the archives of its packages and the index of its channels in the layer.'],
      fixed: 'FROM continuumio/miniconda3\nRUN conda install -y numpy && conda clean -afy',
    },
    {
      code: 'FROM continuumio/miniconda3\nRUN /opt/conda/bin/conda env update -f env.yml',
      finds: [['kept', '/opt/conda/bin/conda env update']],
      fixed:
        'FROM continuumio/miniconda3\nRUN /opt/conda/bin/conda env update -f env.yml && /opt/conda/bin/conda clean -afy',
    },
    {
      code: 'FROM mambaorg/micromamba\nRUN micromamba install -y -n base -f env.yml',
      finds: [['kept', 'micromamba install']],
      fixed: 'FROM mambaorg/micromamba\nRUN micromamba install -y -n base -f env.yml && micromamba clean --all --yes',
    },
  ],
});
