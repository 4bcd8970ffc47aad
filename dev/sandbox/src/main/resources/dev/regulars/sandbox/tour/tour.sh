api=@gateway@ control=@control@ n=$(date +%s)$RANDOM
call() { answer=$(curl -sS -w ' (%{http_code})' -H 'Content-Type: application/json' "$@"); printf '%s\n' "$answer"; }
got() { printf '%s\n' "$answer" | sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p' | tail -n 1; }

echo '--- Ana signs up, confirms the mailed code and logs in'
call "$api/api/v1/auth/register" -d "{\"firstname\":\"Ana\",\"lastname\":\"Silva\",\"username\":\"ana$n\",\"email\":\"ana$n@example.com\",\"password\":\"Sun-Flower-42\",\"confirmPassword\":\"Sun-Flower-42\"}"
call "$control/mails?to=ana$n@example.com&wait=20"
code=$(got text | sed 's/\\[nr]/ /g' | grep -owE '[0-9]{6}' | head -n 1)
call "$api/api/v1/auth/verify-email" -d "{\"email\":\"ana$n@example.com\",\"code\":\"$code\"}"
call "$api/api/v1/auth/login" -d "{\"email\":\"ana$n@example.com\",\"password\":\"Sun-Flower-42\"}"
token=$(got token) ana=$(got userId)

echo '--- She creates a community and two keys: one for a partner system, one for the System API'
call "$api/api/v1/servers" -H "Authorization: Bearer $token" -d "{\"name\":\"Garden $n\"}"
community=$(got _id)
call "$api/apis/v1/communities/$community/api-keys" -H "Authorization: Bearer $token" -d '{"name":"System","kind":"system","expirePeriod":0}'
call "$api/apis/v1/communities/$community/api-keys" -H "Authorization: Bearer $token" -d '{"name":"Partner","permissions":["createUser","getUserData","webhooks","store"],"expirePeriod":0}'
key=$(got key) keyId=$(got _id)

echo '--- The partner subscribes to joins: once encrypted with GCM (generated key), once with CBC (its own key)'
call "$api/v1/webhooks" -H "Authorization: Bearer $key" -d "{\"name\":\"Partner GCM\",\"url\":\"$control/receivers/gcm-$n\",\"events\":[\"user_join_server\",\"purchase_store_item\"],\"encryption\":{\"mode\":\"GCM\"}}"
call -X PUT "$control/receivers/gcm-$n" -d "{\"mode\":\"GCM\",\"aesKey\":\"$(got aesKey)\",\"secret\":\"$(got secret)\"}"
call "$api/v1/webhooks" -H "Authorization: Bearer $key" -d "{\"name\":\"Partner CBC\",\"url\":\"$control/receivers/cbc-$n\",\"events\":[\"user_join_server\"],\"encryption\":{\"mode\":\"CBC\",\"aesKey\":\"0123456789abcdef0123456789abcdef\"}}"
call -X PUT "$control/receivers/cbc-$n" -d "{\"mode\":\"CBC\",\"aesKey\":\"0123456789abcdef0123456789abcdef\",\"secret\":\"$(got secret)\"}"

echo '--- The partner adds Ben, and looks him up by id and by e-mail'
call "$api/apis/v1/users" -H "Authorization: Bearer $key" -d "{\"firstname\":\"Ben\",\"lastname\":\"Okoro\",\"username\":\"ben$n\",\"displayname\":\"Ben\",\"email\":\"ben$n@example.com\",\"accessLevel\":0,\"joinServer\":true,\"emailPassword\":false,\"sendEmail\":false}"
ben=$(got userId)
call "$api/apis/v1/users/info" -H "Authorization: Bearer $key" -d "{\"idOrEmail\":\"$ben\"}"
call "$api/apis/v1/users/info" -H "Authorization: Bearer $key" -d "{\"idOrEmail\":\"ben$n@example.com\"}"

echo '--- The webhooks that the partner received, verified and decrypted'
call "$control/deliveries?event=user_join_server&receiver=gcm-$n&containing=ben$n&wait=30"
call "$control/deliveries?event=user_join_server&receiver=cbc-$n&containing=ben$n&wait=30"

echo '--- Ana makes a role and gives it to Ben, opens a channel and visits her community'
call "$api/api/v1/roles?communityId=$community" -H "Authorization: Bearer $token" -d '{"class":"gold","title":"Gold","order":5,"billable":false,"server_permissions":{"server_administrator":false,"allow_dm":true,"create_invite":true,"warn_members":false,"suspend_members":false,"ban_members":false,"broadcast_messages":false,"overwrite_language":false},"channel_permissions":{"post_messages":true,"attach_files":true,"allow_mentions":true,"manage_messages":false,"pinable":false,"share_links":true,"share_Attachments":true}}'
role=$(got _id)
call "$api/api/v1/roles/$role/add?communityId=$community" -H "Authorization: Bearer $token" -d "{\"userId\":\"$ben\"}"
call "$api/apis/v1/communities/$community/permissions/explain?user=$ben&action=create_invite" -H "Authorization: Bearer $token"
call "$api/api/v1/channels?communityId=$community" -H "Authorization: Bearer $token" -d '{"topic":"General","channelType":"open"}'
channel=$(got _id)
call -X POST "$api/apis/v1/communities/$community/visits" -H "Authorization: Bearer $token"

echo '--- Ana lets messages earn XP, and awards Ben a badge'
call "$api/api/v1/gamifications/$community/xp-setting" -H "Authorization: Bearer $token" -d '{"enabled":true,"message":{"enabled":true,"xp":10,"time":0}}'
call "$api/api/v1/badges?communityId=$community" -H "Authorization: Bearer $token" -d '{"title":"Helper","action":"custom","awardXpQuantity":50}'
call "$api/api/v1/badges/$(got id)/award?communityId=$community" -H "Authorization: Bearer $token" -d "{\"userId\":\"$ben\"}"

echo '--- A wheel of fortune: Ana sets its prizes, and sees what it commits itself to before she spins'
call -X PUT "$api/v1/mini-games/wheel/settings?communityId=$community" -H "Authorization: Bearer $token" -d '{"isEnabled":true,"prizes":[{"label":"Jackpot","weight":1,"changes":{"coins":1000},"stock":1,"fallback":"Ten coins"},{"label":"Ten coins","weight":9,"changes":{"coins":10}}]}'
call "$api/v1/mini-games/wheel/me?communityId=$community" -H "Authorization: Bearer $token"

echo '--- A daily streak: a message on each day; what today is to the one of Ben'
call "$api/v1/streaks?communityId=$community" -H "Authorization: Bearer $token" -d "{\"name\":\"Daily talk\",\"timezone\":\"utc_gmt\",\"startDate\":\"$(date -u +%F)\",\"timeframe\":{\"value\":\"daily\",\"count\":1},\"action\":{\"operator\":\"and\",\"conditions\":[{\"action\":\"messages\",\"value\":1}]}}"
streak=$(printf '%s\n' "$answer" | grep -o '"_id":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
call "$api/v1/streaks/$streak/members/$ben/explain?communityId=$community&date=$(date -u +%F)" -H "Authorization: Bearer $token"

echo '--- She writes in the channel, and reads it'
call "$api/v1/messages/send?communityId=$community" -H "Authorization: Bearer $token" -d "{\"channelId\":\"$channel\",\"message\":\"Welcome to the garden\"}"
call "$api/v1/messages?communityId=$community&channel_id=$channel" -H "Authorization: Bearer $token"

echo '--- A leaderboard by XP: Ben is on it'
call "$api/v1/leaderboards?communityId=$community" -H "Authorization: Bearer $token" -d '{"name":"Most active","slug":"most-active","rankingField":"xp","displayedFields":["rank","username","score"],"startDate":"2026-01-01","isEnabled":true}'
call "$api/v1/leaderboards/$(got _id)/ranks/$ben?communityId=$community" -H "Authorization: Bearer $token"

echo '--- She publishes a chart analysis, and looks at its picture (SVG)'
call "$api/v1/analysis/$community/channels/$channel?communityId=$community" -H "Authorization: Bearer $token" -d "{\"sender\":\"ana$n@example.com\",\"metadata\":{\"direction\":\"BULLISH\",\"entryPlacement\":\"ABOVE_CURRENT\",\"title\":\"Breakout\",\"symbol\":\"GBP/USD\"},\"levels\":{\"pivot\":{\"price\":1.27},\"support\":{\"price\":1.262}}}"
call "$api/v1/analysis/$(got analysisId)/preview?communityId=$community" -H "Authorization: Bearer $token"

echo '--- She looks at the figures of her community'
call "$api/v1/analytics/loyalty-overview?communityId=$community" -H "Authorization: Bearer $token"

echo '--- The partner offers seeds in the store, and Ana takes a bag'
call "$api/v1/products" -H "Authorization: Bearer $key" -d '{"name":"Seeds","price":0,"stocks":3}'
call "$api/v1/products/$(got _id)/purchases?communityId=$community" -H "Authorization: Bearer $token" -d '{"quantity":1,"price":0}'
call "$control/deliveries?event=purchase_store_item&receiver=gcm-$n&wait=30"

echo '--- What Ana earned with her message, as the ledger has it'
call "$api/v1/ledger/members/$ana/postings?communityId=$community" -H "Authorization: Bearer $token"

echo '--- Ana makes a public widget for her site, whose pages get a token that reads what every member may see'
call "$api/v1/widgets?communityId=$community" -H "Authorization: Bearer $token" -d '{"type":"leaderboard","name":"Top members","auth":"attribute","dataAttributes":["data-email"],"origins":["https://www.example.com"]}'
call "$api/widget/$community/attributes" -d "{\"widgetId\":\"$(got _id)\",\"data-email\":\"ben$n@example.com\"}"
echo '--- Which columns a CSV file may have that changes many members at once (POST it as data to /v1/users/bulk-update)'
call "$api/v1/users/bulk-update/template?kind=update&communityId=$community" -H "Authorization: Bearer $token"

echo '--- Ana deletes the key: the next call is refused'
call -X DELETE "$api/apis/v1/communities/$community/api-keys/$keyId" -H "Authorization: Bearer $token"
call "$api/apis/v1/users/info" -H "Authorization: Bearer $key" -d "{\"idOrEmail\":\"ben$n@example.com\"}"
