export { measureStrength, type Strength } from '../vault/strength';
