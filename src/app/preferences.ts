export {
  CLIENT_CONTEXT_SETTING,
  FOCUS_PERIOD_SETTING,
  FOCUS_SETTING,
  MOST_FOCUS,
  NO_CLIENT_SETTING,
  OWN_WORDS_SETTING,
  PHASE_SHARES_SETTING,
  SETTLE_SETTING,
} from '../store/preferences';
export { followSetting, getSetting, putSetting, type Setting } from '../store/settings';
