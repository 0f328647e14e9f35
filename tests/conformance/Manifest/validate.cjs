// node validate.cjs <folder> <node_modules>
// Prints what Microsoft's schemas find wrong with the app package unpacked in the folder; nothing when it is right.
const fs = require('node:fs');
const path = require('node:path');

const [folder, modules] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [modules] }));
const { AppManifestUtils } = load('@microsoft/app-manifest');
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));
const manifest = read(folder, 'manifest.json');

(async () => {
  const faults = await AppManifestUtils.validateAgainstSchema(manifest);

  const schemas = path.join(modules, '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams');
  const schema = read(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.Localization.schema.json');
  const Ajv = load('ajv-draft-04');
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  load('ajv-formats').default(ajv);
  const check = ajv.compile(schema);
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    if (!check(read(folder, file))) {
      faults.push(...check.errors.map((error) => `${file}${error.instancePath} ${error.message}`));
    }
  }

  faults.forEach((fault) => console.log(fault));
})().catch((error) => {
  console.log(error.stack);
  process.exit(1);
});
