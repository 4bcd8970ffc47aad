// Receives Regulars webhooks, with Go's standard library alone. WEBHOOK_SECRET=whsec_… go run receiver.go
package main

import ("crypto/aes"; "crypto/cipher"; "crypto/hmac"; "crypto/sha256"; "encoding/base64"; "encoding/hex"; "encoding/json"; "fmt"; "io"; "math"; "net/http"; "os"; "strconv"; "strings"; "sync"; "time")

var secret, _ = base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_"))
var seen sync.Map // in production: a unique column, kept for as long as a delivery can be repeated

func env(name, otherwise string) string { if value := os.Getenv(name); value != "" { return value }; return otherwise }
func text(s string) (b []byte) { if env("WEBHOOK_ENCODING", "hex") == "hex" { b, _ = hex.DecodeString(s) } else { b, _ = base64.StdEncoding.DecodeString(s) }; return }
func verified(h http.Header, body []byte) bool {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(h.Get("webhook-id") + "." + h.Get("webhook-timestamp") + "." + string(body)))
	seconds, wrong := strconv.ParseInt(h.Get("webhook-timestamp"), 10, 64)
	tolerance, _ := strconv.ParseFloat(env("WEBHOOK_TOLERANCE", "300"), 64)
	if wrong != nil || math.Abs(float64(time.Now().Unix()-seconds)) > tolerance { return false }
	for _, one := range strings.Split(h.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(one), []byte("v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))) { return true } }
	return false }
func decrypted(h http.Header, body []byte) ([]byte, error) {
	if h.Get("x-encrypted") != "true" { return body, nil }
	part := map[string]string{}
	block, wrong := aes.NewCipher([]byte(os.Getenv("WEBHOOK_AES_KEY_" + h.Get("x-encryption-key-id")))) // 32 characters, used as they are
	if wrong != nil || json.Unmarshal(body, &part) != nil { return nil, fmt.Errorf("unreadable") }
	iv, data := text(part["iv"]), text(part["data"])
	if part["tag"] != "" { gcm, _ := cipher.NewGCM(block); return gcm.Open(nil, iv, append(data, text(part["tag"])...), nil) }
	if len(data) == 0 || len(data)%16 != 0 || len(iv) != 16 { return nil, fmt.Errorf("unreadable") }
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(data, data)
	return data[:len(data)-int(data[len(data)-1])%17], nil } // the signature covers the padding
func receive(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body); event := map[string]any{}
	if !verified(r.Header, raw) { w.WriteHeader(401); return }
	if plain, wrong := decrypted(r.Header, raw); wrong != nil || json.Unmarshal(plain, &event) != nil { w.WriteHeader(401); return }
	if _, again := seen.LoadOrStore(r.Header.Get("webhook-id"), true); event["type"] != "webhook.challenge" && !again {
		line, _ := json.Marshal(event); fmt.Println(string(line)) } // your work: store it, answer at once, work on it later
	json.NewEncoder(w).Encode(map[string]any{"challenge": event["challenge"]}) }
func main() { http.HandleFunc("/", receive); panic(http.ListenAndServe(":"+env("PORT", "3000"), nil)) }
