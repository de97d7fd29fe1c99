// The design tokens of the Digital Agency of Japan that our styles name, as a style sheet.
import { readFile, writeFile } from "node:fs/promises";

const DECLARATION = /^\s*(--[\w-]+):\s*([^;]+);/gm;
const USE = /var\((--[\w-]+)\)/g;

const uses = (css) => [...css.matchAll(USE)].map(([, name]) => name);

/**
 * Writes the tokens that a style sheet uses and does not define, and those which these use.
 * Names that neither has are an error.
 */
export async function writeTokens(tokensFile, stylesFile, outFile) {
  const source = await readFile(tokensFile, "utf8");
  const tokens = new Map([...source.matchAll(DECLARATION)].map(([, name, value]) => [name, value]));
  const styles = await readFile(stylesFile, "utf8");
  const own = new Set([...styles.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const wanted = new Set();
  const want = (name) => {
    if (own.has(name) || wanted.has(name)) {
      return;
    }
    if (!tokens.has(name)) {
      throw new Error(`${stylesFile}: ${name} is neither defined there nor a design token`);
    }
    wanted.add(name);
    uses(tokens.get(name)).forEach(want);
  };
  uses(styles).forEach(want);
  const lines = [...tokens].filter(([name]) => wanted.has(name)).map(([name, value]) => `  ${name}: ${value};`);
  const head = "/* @digital-go-jp/design-tokens, (c) 2023 Digital Agency of Japan, MIT licence. */";
  await writeFile(outFile, `${head}\n:root {\n${lines.join("\n")}\n}\n`);
}
