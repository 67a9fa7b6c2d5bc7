using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ClientMgmt.Credentials;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>Keeps the signatures that portals issue in exchange for credentials.</summary>
internal sealed class SignatureCache(TimeProvider time)
{
    // The portal issues signatures for five minutes.
    private static readonly TimeSpan s_usualLifetime = TimeSpan.FromMinutes(5);

    private readonly RenewableCache<(string Provider, string Portal, ProviderCredential Credential), Secret> _signatures = new(time);

    /// <summary>The signature for a credential, if there is one that serves.</summary>
    public Secret? Find((string Provider, string Portal, ProviderCredential Credential) key) => _signatures.Find(key);

    public Task<Secret> GetAsync(
        (string Provider, string Portal, ProviderCredential Credential) key,
        Func<Task<string>> exchange,
        CancellationToken cancellationToken) =>
        _signatures.GetAsync(key, () => FetchAsync(exchange), cancellationToken);

    /// <summary>Forgets a signature that was refused, unless it has been renewed meanwhile.</summary>
    public void Forget((string Provider, string Portal, ProviderCredential Credential) key, Secret refused) =>
        _signatures.Forget(key, refused);

    private async Task<Renewable<Secret>> FetchAsync(Func<Task<string>> exchange)
    {
        DateTimeOffset asked = time.GetUtcNow();
        string value = await exchange().ConfigureAwait(false);
        return new Renewable<Secret>(new Secret(value), asked + Lifetime(value, asked));
    }

    // RFC 7519. Where the time of issue is told, the lifetime counts from when it was asked for, so that it does not
    // matter how the clocks stand.
    private static TimeSpan Lifetime(string token, DateTimeOffset asked)
    {
        string[] parts = token.Split('.');
        JsonElement claims = parts.Length == 3 && Base64Url.IsValid(parts[1])
            ? WireJson.ParseOrNothing(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])))
            : default;
        if (!long.TryParse(WireValues.Text(claims.Member("exp")), out long expires))
        {
            return s_usualLifetime;
        }

        long issued = long.TryParse(WireValues.Text(claims.Member("iat")), out long told) ? told : asked.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(expires - issued, 0, (long)s_usualLifetime.TotalSeconds));
    }
}
