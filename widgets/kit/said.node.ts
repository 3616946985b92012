import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plain, said } from './said.ts';

const known = { figure: 'turns_known' } as const;
const solved = { figure: 'stayed_solved' } as const;
const piecesOf = (say: Parameters<typeof said>[0]) => said(say).pieces.map(({ text, opens }) => (opens === null ? text : [text, opens.figure]));

describe('a sentence whose numbers open their chats', () => {
  test('is cut at its numbers, in whatever order a language or a host names them', () => {
    assert.deepEqual(
      piecesOf(({ number }) => `Measured in ${number('540', known)} of ${number('620', solved)} chats`),
      ['Measured in ', ['540', 'turns_known'], ' of ', ['620', 'stayed_solved'], ' chats'],
    );
    assert.deepEqual(
      piecesOf(({ number }) => {
        const [measured, of] = [number('540', known), number('620', solved)];
        return `${of} chats, ${measured} measured`;
      }),
      [['620', 'stayed_solved'], ' chats, ', ['540', 'turns_known'], ' measured'],
    );
    assert.deepEqual(
      piecesOf(({ number }) => (number('540', known), 'Some of them')),
      ['Some of them'],
    );
  });
  test('reads as it would without', () => {
    assert.equal(said(({ number }) => `${number('9', known)} of ${number('10', null)}`).text, '9 of 10');
    assert.deepEqual(plain('Nothing'), { text: 'Nothing', pieces: [{ text: 'Nothing', opens: null }] });
  });
  test('has a range as one number', () => {
    assert.deepEqual(
      piecesOf(({ from, to }) => `between ${from('58', solved)} and ${to('66')}.`),
      ['between ', ['58 and 66', 'stayed_solved'], '.'],
    );
    assert.deepEqual(
      piecesOf(({ from, to }) => [from('58', solved), to('66')].toReversed().join(' down to ')),
      ['66 down to 58'],
      'a wording that turns it around is said without a list',
    );
  });
});
