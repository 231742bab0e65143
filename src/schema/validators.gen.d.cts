// Generated from schemas/ by `npm run generate`. Do not edit.
import type { ErrorObject } from 'ajv';
interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}
declare const validators: Readonly<Record<'atelier' | 'session' | 'jury' | 'theme' | 'dossier' | 'territoire' | 'echelle' | 'acteurs' | 'candidature' | 'debats' | 'vision' | 'principe' | 'feuille_de_route' | 'initiative' | 'seance' | 'enseignements' | 'medias' | 'relectures' | 'perimetre', Validator>>;
export = validators;
