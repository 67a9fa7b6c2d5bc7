using System.Buffers.Text;
using System.Text;
using ClientMgmt.Http;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.DocSpace;

/// <summary>
/// Keeps the signatures that portals issue in exchange for credentials. However many callers wait for one, one request
/// fetches it, and it is renewed before it expires.
/// </summary>
internal sealed class SignatureCache(TimeProvider time)
{
    // The portal issues signatures for five minutes.
    private static readonly TimeSpan s_usualLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Provider, Uri Portal, ProviderCredential Credential), Task<Signature>> _signatures = [];

    public async Task<Secret> GetAsync(
        (string Provider, Uri Portal, ProviderCredential Credential) key,
        Func<CancellationToken, Task<string?>> exchange,
        CancellationToken cancellationToken)
    {
        Task<Signature> signature;
        lock (_gate)
        {
            foreach ((var old, _) in _signatures.Where(s => !IsUsable(s.Value)).ToArray())
            {
                _signatures.Remove(old);
            }

            if (!_signatures.TryGetValue(key, out signature!))
            {
                // Not this caller's token: others wait for the same request.
                signature = Task.Run(() => FetchAsync(exchange), CancellationToken.None);
                _signatures.Add(key, signature);
            }
        }

        return (await signature.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Forgets a signature that was refused, unless it has been renewed meanwhile.</summary>
    public void Forget((string Provider, Uri Portal, ProviderCredential Credential) key, Secret refused)
    {
        lock (_gate)
        {
            if (_signatures.TryGetValue(key, out Task<Signature>? signature)
                && signature.IsCompletedSuccessfully && signature.Result.Value.Equals(refused))
            {
                _signatures.Remove(key);
            }
        }
    }

    private bool IsUsable(Task<Signature> signature) =>
        !signature.IsCompleted || (signature.IsCompletedSuccessfully && time.GetUtcNow() < signature.Result.RenewAt);

    private async Task<Signature> FetchAsync(Func<CancellationToken, Task<string?>> exchange)
    {
        DateTimeOffset asked = time.GetUtcNow();
        string? value = await exchange(CancellationToken.None).ConfigureAwait(false);
        if (string.IsNullOrEmpty(value) || !ProviderCredential.IsPrintable(value))
        {
            throw new ResponseException(
                "The portal's answer holds no signature.", 200, null, new Dictionary<string, IEnumerable<string>>(), null);
        }

        return new Signature(new Secret(value), asked + Lifetime(value, asked) - s_margin);
    }

    // RFC 7519. Where the time of issue is told, the lifetime counts from when it was asked for, so that it does not
    // matter how the clocks stand.
    private static TimeSpan Lifetime(string token, DateTimeOffset asked)
    {
        string[] parts = token.Split('.');
        JObject? claims = parts.Length == 3 && Base64Url.IsValid(parts[1])
            ? WireJson.ParseObjectOrNull(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])))
            : null;
        if (!long.TryParse(WireValues.Text(claims?["exp"]), out long expires))
        {
            return s_usualLifetime;
        }

        long issued = long.TryParse(WireValues.Text(claims?["iat"]), out long told) ? told : asked.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(expires - issued, 0, (long)s_usualLifetime.TotalSeconds));
    }

    private sealed record Signature(Secret Value, DateTimeOffset RenewAt);
}
