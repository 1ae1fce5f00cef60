import type { Rule } from '../engine/rule.ts';
import pragmaExpired from './style/pragma-expired.ts';
import pragmaUnused from './style/pragma-unused.ts';
import pragmaUsed from './style/pragma-used.ts';
import pragmaWithoutReason from './style/pragma-without-reason.ts';
import syntaxError from './correctness/syntax-error.ts';
import instructionBeforeFrom from './correctness/instruction-before-from.ts';
import invalidOnbuild from './correctness/invalid-onbuild.ts';
import multipleCmd from './correctness/multiple-cmd.ts';
import multipleEntrypoint from './correctness/multiple-entrypoint.ts';
import multipleHealthcheck from './correctness/multiple-healthcheck.ts';
import maintainerDeprecated from './correctness/maintainer-deprecated.ts';
import legacyKeyValue from './correctness/legacy-key-value.ts';
import emptyContinuation from './correctness/empty-continuation.ts';
import unknownStage from './correctness/unknown-stage.ts';
import copyFromSelf from './correctness/copy-from-self.ts';
import forwardStageReference from './correctness/forward-stage-reference.ts';
import duplicateStageName from './correctness/duplicate-stage-name.ts';
import reservedStageName from './correctness/reserved-stage-name.ts';
import workdirRelative from './correctness/workdir-relative.ts';
import workdirSystem from './correctness/workdir-system.ts';
import copyRelativeDestination from './correctness/copy-relative-destination.ts';
import copyDirectorySlash from './correctness/copy-directory-slash.ts';
import copyIgnored from './correctness/copy-ignored.ts';
import copyMissing from './correctness/copy-missing.ts';
import copyOutsideContext from './correctness/copy-outside-context.ts';
import exposePort from './correctness/expose-port.ts';
import exposeProtocolCase from './correctness/expose-protocol-case.ts';
import undefinedVariable from './correctness/undefined-variable.ts';
import undefinedArgInFrom from './correctness/undefined-arg-in-from.ts';
import invalidDefaultArgInFrom from './correctness/invalid-default-arg-in-from.ts';
import argNotInStage from './correctness/arg-not-in-stage.ts';
import envSelfReference from './correctness/env-self-reference.ts';
import trailingContinuation from './correctness/trailing-continuation.ts';
import invalidDefinitionDescription from './correctness/invalid-definition-description.ts';
import platformConstant from './correctness/platform-constant.ts';
import redundantTargetPlatform from './correctness/redundant-target-platform.ts';
import copyAfterUser from './correctness/copy-after-user.ts';
import userNeverUsed from './correctness/user-never-used.ts';
import libcMismatch from './correctness/libc-mismatch.ts';
import pythonMinorMismatch from './correctness/python-minor-mismatch.ts';
import heredocNeedsBuildkit from './correctness/heredoc-needs-buildkit.ts';
import archiveCopiedThenExtracted from './correctness/archive-copied-then-extracted.ts';
import missingUserAccount from './correctness/missing-user-account.ts';
import distrolessEntrypoint from './correctness/distroless-entrypoint.ts';
import shellFormInShellLess from './correctness/shell-form-in-shell-less.ts';
import shellChangedByLink from './correctness/shell-changed-by-link.ts';
import runCd from './correctness/run-cd.ts';
import runHostCommand from './correctness/run-host-command.ts';
import sudo from './correctness/sudo.ts';
import addInsteadOfCopy from './correctness/add-instead-of-copy.ts';
import syntaxDirectiveTypo from './correctness/syntax-directive-typo.ts';
import duplicateLabel from './correctness/duplicate-label.ts';
import jsonFormBroken from './correctness/json-form-broken.ts';
import aptUpdateAlone from './cache/apt-update-alone.ts';
import cacheMountAptCleaned from './cache/cache-mount-apt-cleaned.ts';
import cacheMountWrongTarget from './cache/cache-mount-wrong-target.ts';
import consecutiveCopy from './cache/consecutive-copy.ts';
import consecutiveRun from './cache/consecutive-run.ts';
import copyGitDirectory from './cache/copy-git-directory.ts';
import gitCloneUnpinned from './cache/git-clone-unpinned.ts';
import installBeforeConstant from './cache/install-before-constant.ts';
import remoteFetchUnpinned from './cache/remote-fetch-unpinned.ts';
import missingCacheMount from './cache/missing-cache-mount.ts';
import chmodChownLayer from './cache/chmod-chown-layer.ts';
import volatileArgEarly from './cache/volatile-arg-early.ts';
import volatileEnvEarly from './cache/volatile-env-early.ts';
import copyBeforeInstall from './cache/copy-before-install.ts';
import fullBaseImage from './size/full-base-image.ts';
import circularStages from './stages/circular-stages.ts';
import unusedStage from './stages/unused-stage.ts';
import copiesWholeStage from './stages/copies-whole-stage.ts';
import finalStageIsBuilder from './stages/final-stage-is-builder.ts';
import staticBinaryBase from './stages/static-binary-base.ts';
import spaServedByDevServer from './stages/spa-served-by-dev-server.ts';
import buildToolsInFinal from './size/build-tools-in-final.ts';
import devDependenciesInFinal from './size/dev-dependencies-in-final.ts';
import missingMultiStage from './stages/missing-multi-stage.ts';
import distrolessCandidate from './stages/distroless-candidate.ts';
import finalStageReinstalls from './stages/final-stage-reinstalls.ts';
import sdkImageAsRuntime from './stages/sdk-image-as-runtime.ts';
import instructionCasing from './style/instruction-casing.ts';
import fromAsCasing from './style/from-as-casing.ts';
import stageNameCasing from './style/stage-name-casing.ts';
import sortPackages from './style/sort-packages.ts';
import deprecatedSyntaxLine from './style/deprecated-syntax-line.ts';
import tabInHeredoc from './style/tab-in-heredoc.ts';
import forbiddenBaseImage from './security/forbidden-base-image.ts';
import forbiddenInstruction from './security/forbidden-instruction.ts';
import forbiddenPackage from './security/forbidden-package.ts';
import baseImageUntagged from './reproducibility/base-image-untagged.ts';
import baseImageLatest from './reproducibility/base-image-latest.ts';
import baseImageDigest from './reproducibility/base-image-digest.ts';
import aptInteractive from './reproducibility/apt-interactive.ts';
import yumInteractive from './reproducibility/yum-interactive.ts';
import dnfInteractive from './reproducibility/dnf-interactive.ts';
import zypperInteractive from './reproducibility/zypper-interactive.ts';
import aptUnpinned from './reproducibility/apt-unpinned.ts';
import apkUnpinned from './reproducibility/apk-unpinned.ts';
import yumUnpinned from './reproducibility/yum-unpinned.ts';
import dnfUnpinned from './reproducibility/dnf-unpinned.ts';
import zypperUnpinned from './reproducibility/zypper-unpinned.ts';
import pipUnpinned from './reproducibility/pip-unpinned.ts';
import npmUnpinned from './reproducibility/npm-unpinned.ts';
import gemUnpinned from './reproducibility/gem-unpinned.ts';
import goInstallUnpinned from './reproducibility/go-install-unpinned.ts';
import npmInstallNotCi from './reproducibility/npm-install-not-ci.ts';
import lockfileNotFrozen from './reproducibility/lockfile-not-frozen.ts';
import cargoInstallUnlocked from './reproducibility/cargo-install-unlocked.ts';
import lockfileNotCopied from './reproducibility/lockfile-not-copied.ts';
import zypperDistUpgrade from './reproducibility/zypper-dist-upgrade.ts';
import buildPlatformMissing from './portability/build-platform-missing.ts';
import alpineWheels from './portability/alpine-wheels.ts';
import bashismInSh from './portability/bashism-in-sh.ts';
import baseImageNoPlatform from './portability/base-image-no-platform.ts';
import architectureHardCoded from './portability/architecture-hard-coded.ts';
import runContinuesAfterFailure from './reproducibility/run-continues-after-failure.ts';
import aptNotAptGet from './reproducibility/apt-not-apt-get.ts';
import pipefailMissing from './reproducibility/pipefail-missing.ts';
import eolBaseImage from './security/eol-base-image.ts';
import rootUser from './security/root-user.ts';
import numericUser from './security/numeric-user.ts';
import pipeToShell from './security/pipe-to-shell.ts';
import addRemoteUnverified from './security/add-remote-unverified.ts';
import worldWritable from './security/world-writable.ts';
import setuidAdded from './security/setuid-added.ts';
import secretInRun from './security/secret-in-run.ts';
import secretMountCopiedOut from './security/secret-mount-copied-out.ts';
import tlsVerificationOff from './security/tls-verification-off.ts';
import sudoersNopasswd from './security/sudoers-nopasswd.ts';
import passwordSet from './security/password-set.ts';
import packageUpgrade from './security/package-upgrade.ts';
import dockerSocket from './security/docker-socket.ts';
import sshExposed from './security/ssh-exposed.ts';
import privilegedPort from './security/privileged-port.ts';
import secretCopied from './security/secret-copied.ts';
import dockerignoreMissing from './security/dockerignore-missing.ts';
import dockerignoreLeaks from './security/dockerignore-leaks.ts';
import secretInArgEnv from './security/secret-in-arg-env.ts';
import untrustedRegistry from './security/untrusted-registry.ts';
import aptListsKept from './size/apt-lists-kept.ts';
import aptRecommends from './size/apt-recommends.ts';
import apkCacheKept from './size/apk-cache-kept.ts';
import yumCacheKept from './size/yum-cache-kept.ts';
import dnfCacheKept from './size/dnf-cache-kept.ts';
import zypperCacheKept from './size/zypper-cache-kept.ts';
import pipCacheKept from './size/pip-cache-kept.ts';
import npmCacheKept from './size/npm-cache-kept.ts';
import condaCacheKept from './size/conda-cache-kept.ts';
import wgetAndCurl from './size/wget-and-curl.ts';
import wgetProgress from './size/wget-progress.ts';
import useraddSparseUid from './size/useradd-sparse-uid.ts';
import downloadKept from './size/download-kept.ts';
import unquotedVariable from './shell/unquoted-variable.ts';
import unquotedSubstitution from './shell/unquoted-substitution.ts';
import maskedReturn from './shell/masked-return.ts';
import cdWithoutExit from './shell/cd-without-exit.ts';
import literalTilde from './shell/literal-tilde.ts';
import uselessEchoEscape from './shell/useless-echo-escape.ts';
import singleQuotedExpansion from './shell/single-quoted-expansion.ts';
import globDash from './shell/glob-dash.ts';
import shellSyntaxError from './shell/shell-syntax-error.ts';
import removedInLaterLayer from './size/removed-in-later-layer.ts';
import docsAndManKept from './size/docs-and-man-kept.ts';
import shellFormCommand from './runtime/shell-form-command.ts';
import devServerInProduction from './runtime/dev-server-in-production.ts';
import healthcheckNeedsCurl from './runtime/healthcheck-needs-curl.ts';
import debianFrontendEnv from './runtime/debian-frontend-env.ts';
import unknownStopsignal from './runtime/unknown-stopsignal.ts';
import packageManagerAsPid1 from './runtime/package-manager-as-pid1.ts';
import entrypointNotExecutable from './runtime/entrypoint-not-executable.ts';
import crlfScript from './runtime/crlf-script.ts';
import volumeThenWrite from './runtime/volume-then-write.ts';
import userThenPrivilegedRun from './runtime/user-then-privileged-run.ts';
import userCannotWrite from './runtime/user-cannot-write.ts';
import healthcheckMissing from './runtime/healthcheck-missing.ts';
import pythonUnbuffered from './runtime/python-unbuffered.ts';
import nodeEnvMissing from './runtime/node-env-missing.ts';
import exposeMissing from './runtime/expose-missing.ts';
import labelKeyInvalid from './labels/label-key-invalid.ts';
import labelMissing from './labels/label-missing.ts';
import labelSuperfluous from './labels/label-superfluous.ts';
import labelEmpty from './labels/label-empty.ts';
import labelUrl from './labels/label-url.ts';
import labelDate from './labels/label-date.ts';
import labelSpdx from './labels/label-spdx.ts';
import labelGitHash from './labels/label-git-hash.ts';
import labelSemver from './labels/label-semver.ts';
import labelEmail from './labels/label-email.ts';

/** Every rule, by category; where the fixes of two meet, that of the earlier one goes first. */
export const rules: readonly Rule[] = [
  // correctness
  syntaxError,
  instructionBeforeFrom,
  invalidOnbuild,
  multipleCmd,
  multipleEntrypoint,
  multipleHealthcheck,
  maintainerDeprecated,
  legacyKeyValue,
  emptyContinuation,
  unknownStage,
  copyFromSelf,
  forwardStageReference,
  duplicateStageName,
  reservedStageName,
  workdirRelative,
  workdirSystem,
  copyRelativeDestination,
  copyDirectorySlash,
  copyIgnored,
  copyMissing,
  copyOutsideContext,
  exposePort,
  exposeProtocolCase,
  undefinedVariable,
  undefinedArgInFrom,
  invalidDefaultArgInFrom,
  argNotInStage,
  envSelfReference,
  trailingContinuation,
  invalidDefinitionDescription,
  platformConstant,
  redundantTargetPlatform,
  copyAfterUser,
  userNeverUsed,
  libcMismatch,
  pythonMinorMismatch,
  heredocNeedsBuildkit,
  archiveCopiedThenExtracted,
  missingUserAccount,
  distrolessEntrypoint,
  shellFormInShellLess,
  shellChangedByLink,
  runCd,
  runHostCommand,
  sudo,
  addInsteadOfCopy,
  syntaxDirectiveTypo,
  duplicateLabel,
  jsonFormBroken,
  // cache
  copyBeforeInstall,
  volatileArgEarly,
  volatileEnvEarly,
  chmodChownLayer,
  cacheMountWrongTarget,
  cacheMountAptCleaned,
  missingCacheMount,
  installBeforeConstant,
  remoteFetchUnpinned,
  gitCloneUnpinned,
  copyGitDirectory,
  consecutiveRun,
  consecutiveCopy,
  aptUpdateAlone,
  // size
  aptListsKept,
  aptRecommends,
  apkCacheKept,
  yumCacheKept,
  dnfCacheKept,
  zypperCacheKept,
  pipCacheKept,
  npmCacheKept,
  condaCacheKept,
  docsAndManKept,
  removedInLaterLayer,
  downloadKept,
  wgetAndCurl,
  wgetProgress,
  useraddSparseUid,
  buildToolsInFinal,
  devDependenciesInFinal,
  fullBaseImage,
  // stages
  circularStages,
  unusedStage,
  copiesWholeStage,
  finalStageIsBuilder,
  missingMultiStage,
  distrolessCandidate,
  finalStageReinstalls,
  sdkImageAsRuntime,
  staticBinaryBase,
  spaServedByDevServer,
  // security
  forbiddenBaseImage,
  forbiddenPackage,
  forbiddenInstruction,
  eolBaseImage,
  untrustedRegistry,
  rootUser,
  numericUser,
  pipeToShell,
  addRemoteUnverified,
  worldWritable,
  setuidAdded,
  secretInRun,
  secretMountCopiedOut,
  tlsVerificationOff,
  sudoersNopasswd,
  passwordSet,
  packageUpgrade,
  dockerSocket,
  sshExposed,
  privilegedPort,
  dockerignoreMissing,
  dockerignoreLeaks,
  // Behind those that write the whole of .dockerignore: it only adds lines.
  secretCopied,
  secretInArgEnv,
  // reproducibility
  baseImageUntagged,
  baseImageLatest,
  baseImageDigest,
  aptInteractive,
  yumInteractive,
  dnfInteractive,
  zypperInteractive,
  aptUnpinned,
  apkUnpinned,
  yumUnpinned,
  dnfUnpinned,
  zypperUnpinned,
  pipUnpinned,
  npmUnpinned,
  gemUnpinned,
  goInstallUnpinned,
  npmInstallNotCi,
  lockfileNotFrozen,
  cargoInstallUnlocked,
  lockfileNotCopied,
  zypperDistUpgrade,
  runContinuesAfterFailure,
  aptNotAptGet,
  pipefailMissing,
  // runtime
  shellFormCommand,
  devServerInProduction,
  healthcheckNeedsCurl,
  debianFrontendEnv,
  unknownStopsignal,
  packageManagerAsPid1,
  entrypointNotExecutable,
  crlfScript,
  volumeThenWrite,
  userThenPrivilegedRun,
  userCannotWrite,
  healthcheckMissing,
  pythonUnbuffered,
  nodeEnvMissing,
  exposeMissing,
  // portability
  buildPlatformMissing,
  alpineWheels,
  bashismInSh,
  baseImageNoPlatform,
  architectureHardCoded,
  // labels
  labelKeyInvalid,
  labelMissing,
  labelSuperfluous,
  labelEmpty,
  labelUrl,
  labelDate,
  labelSpdx,
  labelGitHash,
  labelSemver,
  labelEmail,
  // style
  pragmaUnused,
  pragmaExpired,
  pragmaWithoutReason,
  pragmaUsed,
  instructionCasing,
  fromAsCasing,
  stageNameCasing,
  sortPackages,
  deprecatedSyntaxLine,
  tabInHeredoc,
  // shell
  unquotedVariable,
  unquotedSubstitution,
  maskedReturn,
  cdWithoutExit,
  literalTilde,
  uselessEchoEscape,
  singleQuotedExpansion,
  globDash,
  shellSyntaxError,
];
