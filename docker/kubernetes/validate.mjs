// validate.mjs NAME FILE…: holds the objects of the files against the types and schemas of
// kubernetes-models, which are generated from the OpenAPI description that Kubernetes publishes.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import yaml from 'js-yaml';

const [name, ...files] = process.argv.slice(2);
const objects = files.flatMap((file) => yaml.loadAll(fs.readFileSync(file, 'utf8'))).filter(Boolean);
const problems = [];

// Types: a literal with a field too many, or of a wrong type, does not compile.
const lines = objects.map(
  (object, i) =>
    `import { I${object.kind} as T${i} } from "kubernetes-models/${object.apiVersion}";\n` +
    `export const o${i}: T${i} = ${JSON.stringify(object)};`,
);
fs.writeFileSync('objects.mts', lines.join('\n'));
try {
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext'];
  execFileSync('node', ['node_modules/typescript/bin/tsc', ...options, 'objects.mts'], { encoding: 'utf8' });
} catch (error) {
  problems.push(...error.stdout.trim().split('\n').map((line) => line.slice(0, 400)));
}

// Values: what types cannot say, such as required fields of an empty object and formats.
for (const object of objects) {
  try {
    const model = (await import(`kubernetes-models/${object.apiVersion}`))[object.kind];
    new model(object).validate();
  } catch (error) {
    problems.push(`${object.kind}/${object.metadata.name}: ${error.message}`);
  }
}

// Names: who selects, mounts or scales something must find it.
const find = (kind, wanted) => objects.some((object) => object.kind === kind && object.metadata.name === wanted);
const need = (object, kind, wanted) => {
  if (!find(kind, wanted)) problems.push(`${object.kind}/${object.metadata.name} names ${kind}/${wanted}, which is not there`);
};
const matches = (labels, selector) => Object.entries(selector).every(([key, value]) => labels[key] === value);
const pods = objects.filter((object) => object.spec && object.spec.template);
const needPods = (object, selector) => {
  if (!pods.some((pod) => matches(pod.spec.template.metadata.labels, selector))) {
    problems.push(`${object.kind}/${object.metadata.name} selects no pods: ${JSON.stringify(selector)}`);
  }
};
const ports = (pod) => pod.spec.template.spec.containers.flatMap((container) => container.ports || []);
for (const object of objects) {
  const spec = object.spec || {};
  if (object.kind === 'Service' && spec.selector) {
    needPods(object, spec.selector);
    const chosen = pods.find((pod) => matches(pod.spec.template.metadata.labels, spec.selector));
    for (const port of spec.ports) {
      if (chosen && !ports(chosen).some((p) => p.name === port.targetPort)) problems.push(`Service/${object.metadata.name}: no port ${port.targetPort}`);
    }
  }
  if (object.kind === 'PodDisruptionBudget') needPods(object, spec.selector.matchLabels);
  if (object.kind === 'NetworkPolicy') needPods(object, spec.podSelector.matchLabels);
  if (object.kind === 'HorizontalPodAutoscaler') need(object, spec.scaleTargetRef.kind, spec.scaleTargetRef.name);
  if (object.kind === 'Ingress') {
    spec.rules.forEach((rule) => rule.http.paths.forEach((path) => need(object, 'Service', path.backend.service.name)));
  }
  if (object.kind === 'Deployment') needPods(object, spec.selector.matchLabels);
  if (spec.template) {
    const pod = spec.template.spec;
    for (const volume of pod.volumes || []) if (volume.configMap) need(object, 'ConfigMap', volume.configMap.name);
    for (const container of pod.containers) {
      for (const source of container.envFrom || []) need(object, 'ConfigMap', source.configMapRef.name);
      for (const mount of container.volumeMounts || []) {
        if (!pod.volumes.some((volume) => volume.name === mount.name)) problems.push(`${object.metadata.name}: no volume ${mount.name}`);
      }
      for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
        const asked = container[probe] && (container[probe].httpGet || container[probe].tcpSocket).port;
        if (asked && !container.ports.some((port) => port.name === asked)) problems.push(`${object.metadata.name}: ${probe} asks port ${asked}`);
      }
      const security = container.securityContext || {};
      if (!security.readOnlyRootFilesystem || security.allowPrivilegeEscalation !== false || !(security.capabilities || {}).drop) {
        problems.push(`${object.metadata.name}: container ${container.name} is not locked down`);
      }
      if (!/[:@]/.test(container.image.split('/').pop())) problems.push(`${object.metadata.name}: image ${container.image} is not pinned`);
      if (!container.resources.limits.memory) problems.push(`${object.metadata.name}: no memory limit`);
    }
    if (!pod.securityContext.runAsNonRoot) problems.push(`${object.metadata.name}: may run as root`);
  }
}

console.log(`${name}: ${objects.length} objects, ${problems.length} problems`);
problems.forEach((problem) => console.log(`  ${problem}`));
process.exit(problems.length === 0 && objects.length > 0 ? 0 : 1);
