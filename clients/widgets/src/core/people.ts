import type { Context } from './types';

interface Member {
  id?: number;
  username?: string;
  displayName?: string | null;
}

/** Display names of authors, whom messages name by decimal id only. The directory is read once, a page at a time. */
export class People {
  private readonly names = new Map<string, string>();
  private loading: Promise<void> | null = null;

  constructor(private readonly context: Context<unknown>) {}

  name(userId: string): string {
    return this.names.get(userId) ?? this.context.text.of('member', { id: userId });
  }

  knows(userId: string): boolean {
    return this.names.has(userId);
  }

  /** Learns who the members are; a failure leaves the numbers. */
  async learn(): Promise<void> {
    this.loading ??= this.read().catch(() => undefined);
    await this.loading;
    this.loading = null;
  }

  private async read(): Promise<void> {
    const path = `/v1/communities/${this.context.config.communityId}/users`;
    for (let page = 1; page <= 5; page += 1) {
      const members = await this.context.api.get<Member[]>(path, {
        page,
        limit: 200,
        id: 'true',
        username: 'true',
        displayName: 'true',
      });
      for (const member of members) {
        this.names.set(String(member.id), member.displayName || member.username || String(member.id));
      }
      if (members.length < 200) return;
    }
  }
}
