import type { LaunchOptions } from './surface';

/** The extension's fixed address in a test, so that it keeps its storage over restarts. */
export const extensionUuid = '51de1197-0000-4000-8000-000000000001';

/** The settings of a test's Firefox: quiet, cut off the network, with made-up cameras, and the extension at a fixed address. */
export function firefoxSettings(
  extensionId: string,
  downloads: string,
  { dark = false, forcedColours = false }: LaunchOptions,
): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionUuid }),
    // A temporary add-on is removed at each end, with its storage, unless this says otherwise.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.getAddons.cache.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    'network.dns.disablePrefetch': true,
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    // A call within one page meets itself at 127.0.0.1, not behind a made-up .local name that nothing here resolves.
    'media.peerconnection.ice.loopback': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    // Always the system's colours, and those of a contrast theme.
    ...(forcedColours ? { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 } : {}),
    'intl.locale.requested': 'en-US',
    'intl.accept_languages': 'en-US, en',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.sessionstore.resume_from_crash': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'sidebar.animation.enabled': false,
    'toolkit.cosmeticAnimations.enabled': false,
  };
}
