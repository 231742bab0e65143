// Generated from schemas/ by `npm run generate`. Do not edit.
import type { ErrorObject } from 'ajv';
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}
export const atelier: Validator;
export const session: Validator;
export const jury: Validator;
export const theme: Validator;
export const dossier: Validator;
export const territoire: Validator;
export const echelle: Validator;
export const acteurs: Validator;
export const candidature: Validator;
export const debats: Validator;
export const vision: Validator;
export const principe: Validator;
export const feuille_de_route: Validator;
export const initiative: Validator;
export const seance: Validator;
export const enseignements: Validator;
export const medias: Validator;
export const relectures: Validator;
export const perimetre: Validator;
