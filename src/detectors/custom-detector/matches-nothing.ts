/** Whether a pattern can match between two characters, taking none of them: a place without a length cannot be masked. */
import type { AST } from '@eslint-community/regexpp';

export function matchesNothing(node: AST.Node): boolean {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some(matchesNothing);
    case 'Alternative':
      return node.elements.every(matchesNothing);
    case 'Quantifier':
      return node.min === 0 || matchesNothing(node.element);
    case 'Assertion':
    case 'Backreference':
      return true;
    default:
      return false;
  }
}
