// An OpenID provider on a free port of this machine, for one test: prints its address, ends with its input.
// Arguments: the redirect URI of the client "catalogue", and the one after signing out. Whoever types a name is that subject, with the address NAME@city.example;
// "new-NAME" is another subject with the address of NAME; some names make it lie: what they are called is what is wrong with the ID token.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { SignJWT, UnsecuredJWT, decodeJwt, importJWK } from "jose";
import { Provider } from "oidc-provider";

const [redirect, signedOut] = process.argv.slice(2);
const server = createServer();
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

function key(kid) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" };
}
const own = key("own");
const strange = key("own");

const client = (id, more) => ({
  client_id: id,
  redirect_uris: [redirect],
  post_logout_redirect_uris: [signedOut],
  response_types: ["code"],
  grant_types: ["authorization_code"],
  ...more,
});

const provider = new Provider(issuer, {
  clients: [
    client("catalogue", { client_secret: "of the catalogue and the provider" }),
    client("other", { client_secret: "of another client" }),
  ],
  jwks: { keys: [own] },
  cookies: { keys: ["for this test"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id.replace(/^new-/, "")}@city.example`, email_verified: id !== "unverified" }),
  }),
});

const now = () => Math.floor(Date.now() / 1000);
const lies = {
  "wrong-nonce": { nonce: "another" },
  "wrong-audience": { aud: "other" },
  "wrong-issuer": { iss: "https://id.example" },
  "expired": { iat: now() - 7200, exp: now() - 3600 },
};

async function lie(subject, token) {
  const claims = { ...decodeJwt(token), ...lies[subject] };
  if (subject === "unsigned") {
    return new UnsecuredJWT(claims).encode();
  }
  const signer = await importJWK(subject === "strange-key" ? strange : own, "RS256");
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "own" }).sign(signer);
}

provider.use(async (ctx, next) => {
  await next();
  if (ctx.oidc?.route === "token" && ctx.body?.id_token) {
    const { sub } = decodeJwt(ctx.body.id_token);
    if (sub in lies || ["unsigned", "strange-key"].includes(sub)) {
      ctx.body = { ...ctx.body, id_token: await lie(sub, ctx.body.id_token) };
    }
  }
  if (ctx.oidc?.route === "userinfo" && ctx.body?.sub === "wrong-userinfo") {
    ctx.body = { ...ctx.body, sub: "aoki", email: "aoki@city.example" };
  }
});

server.on("request", provider.callback());
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
console.log(`issuer ${issuer}`);
