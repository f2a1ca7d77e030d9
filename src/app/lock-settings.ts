export { HIDE_DESK_SETTING, LOCK_AFTER_SETTING } from '../store/lock-settings';
export { followSetting, putSetting } from '../store/settings';
export { LOCK_AFTER, type LockAfter } from '../vault/auto-lock';
