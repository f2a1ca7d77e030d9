export { checkRecoveryKey, type RecoveryKeyCheck } from '../vault/recovery-key';
