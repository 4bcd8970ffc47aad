package dev.regulars.identity.accounts.key;

/** What a community key may be good for (contract §1.3); the constants are the names on the wire. */
enum Permission {
    getUserData,
    getUserStats,
    createUser,
    manageUser,
    bulkUpdateUser,
    sendMessage,
    replyMessage,
    getMessages,
    userFields,
    leaderboard,
    store,
    appearance,
    reactMessage,
    getChannels,
    bulkImportUser,
    analysis,
    streaks,
    redemption,
    tiers,
    analytics,
    webhooks,
    miniGames,
    ledger,
    members,
    widgets,
    auditLog
}
