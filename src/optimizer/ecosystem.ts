export type { Ecosystem } from '../context/manifests/ecosystem.ts';
