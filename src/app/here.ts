export {
  SINGLE_KEYS_SETTING,
  SITES_SETTING,
  STRIP_ADVICE_READ_SETTING,
  STRIP_PLACES_SETTING,
} from '../store/here';
export { followSetting, getSetting, putSetting, type Setting } from '../store/settings';
