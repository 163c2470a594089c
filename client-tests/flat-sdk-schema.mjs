// Flat's official SDK as one JSON Schema: the answers of each operation, read from the SDK's own declarations. The script
// fails on everything that it cannot express exactly: a check that accepts what it does not understand would be worse
// than none.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const dist = dirname(createRequire(import.meta.url).resolve('flat-api'));
const entry = join(dist, 'apis', 'index.d.ts');
const errors = join(dist, 'models', 'FlatErrorResponse.d.ts');
const program = ts.createProgram([entry, errors], { strict: true, types: [] });
const checker = program.getTypeChecker();
const definitions = {};

const has = (type, flags) => (type.flags & flags) !== 0;
const exportsOf = (file) => checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
const scriptOf = (declaration) => readFileSync(declaration.getSourceFile().fileName.replace(/\.d\.ts$/, '.js'), 'utf8');

function schemaOf(type) {
  if (type.isUnion()) {
    return unionOf(type.types.filter((member) => !has(member, ts.TypeFlags.Undefined)));
  }
  if (isConstant(type)) {
    return { enum: [constantOf(type)] };
  }
  if (has(type, ts.TypeFlags.String)) {
    return { type: 'string' };
  }
  if (has(type, ts.TypeFlags.Number)) {
    return { type: 'number' };
  }
  if (checker.isArrayType(type)) {
    return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  }
  if (type.symbol?.name === 'Date') {
    return { type: 'string', format: 'date-time' };
  }
  if (has(type, ts.TypeFlags.Object) && has(type.symbol, ts.SymbolFlags.Interface)) {
    return modelOf(type);
  }
  if (type.isIntersection()) {
    return objectOf(type);
  }
  throw new Error(`No schema for the type ${checker.typeToString(type)}`);
}

function unionOf(types) {
  const constants = types.filter(isConstant).map(constantOf);
  const schemas = types.filter((type) => !isConstant(type)).map(schemaOf);
  const all = constants.length > 0 ? [...schemas, { enum: constants }] : schemas;
  return all.length === 1 ? all[0] : { anyOf: all };
}

function isConstant(type) {
  return type.isLiteral() || has(type, ts.TypeFlags.BooleanLiteral | ts.TypeFlags.Null);
}

function constantOf(type) {
  return type.isLiteral() ? type.value : JSON.parse(checker.typeToString(type));
}

/** Each interface is defined once, by name: some contain themselves. */
function modelOf(type) {
  const { name } = type.symbol;
  if (!(name in definitions)) {
    definitions[name] = {};
    definitions[name] = objectOf(type);
  }
  return { $ref: `#/$defs/${name}` };
}

function objectOf(type) {
  if (checker.getIndexInfosOfType(type).length > 0) {
    throw new Error(`No schema for the open fields of ${checker.typeToString(type)}`);
  }
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const name = wireName(property);
    properties[name] = schemaOf(checker.getTypeOfSymbol(property));
    if (!has(property, ts.SymbolFlags.Optional)) {
      required.push(name);
    }
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The JSON name of a property: json['default'] is called _default in the types. */
function wireName({ name, declarations }) {
  for (const declaration of declarations) {
    const reading = scriptOf(declaration).match(new RegExp(`'${name}': .*?json\\['([^']+)'\\]`));
    if (reading) {
      return reading[1];
    }
  }
  throw new Error(`The SDK declares ${name}, and does not read it`);
}

/** getOmrJobRaw declares the answer of getOmrJob, as Promise<ApiResponse<OmrJob>>; the script contains method and path. */
function operationOf(method) {
  const id = method.name.replace(/Raw$/, '');
  const request = scriptOf(method.declarations[0]).split(`async ${id}RequestOpts(`)[1].split(`async ${id}Raw(`)[0];
  const [, verb] = request.match(/method: '([A-Z]+)'/);
  const [, path] = request.match(/let urlPath = `([^`]+)`/);
  const [signature] = checker.getTypeOfSymbol(method).getCallSignatures();
  const [response] = checker.getTypeArguments(signature.getReturnType());
  const [answer] = checker.getTypeArguments(response);
  return [`${verb} ${path}`, { id, ...answerOf(answer) }];
}

function answerOf(type) {
  if (has(type, ts.TypeFlags.Void)) {
    return { answer: 'nothing' };
  }
  return type.symbol?.name === 'Blob' ? { answer: 'file' } : { answer: 'json', schema: schemaOf(type) };
}

const raw = exportsOf(entry)
  .map((symbol) => (has(symbol, ts.SymbolFlags.Alias) ? checker.getAliasedSymbol(symbol) : symbol))
  .filter((symbol) => has(symbol, ts.SymbolFlags.Class))
  .flatMap((api) => checker.getDeclaredTypeOfSymbol(api).getProperties())
  .filter(({ name }) => name.endsWith('Raw'));
const operations = Object.fromEntries(raw.map(operationOf)); // some stand in two classes
const error = exportsOf(errors).find(({ name }) => name === 'FlatErrorResponse');
modelOf(checker.getDeclaredTypeOfSymbol(error));

const [, , out] = process.argv;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify({ operations, $defs: definitions }, null, 1));
const count = (all) => Object.keys(all).length;
console.log(`Flat's SDK has ${count(operations)} operations and ${count(definitions)} types of answers: ${out}`);
