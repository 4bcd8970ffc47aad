export interface Proof {
  commitment: string;
  serverSeed: string;
  clientSeed: string;
  draw: number | string;
}

/** Whether SHA-256 of the server's seed is the commitment; null where the browser cannot compute it (pages without TLS). */
export async function commitmentHolds(proof: Proof): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(proof.serverSeed));
  return hex(digest) === proof.commitment.toLowerCase();
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
