using ClientMgmt.Telemetry;

namespace ClientMgmt.Wire;

/// <summary>What must not be shown of what was sent.</summary>
internal static class SentSecrets
{
    public static IReadOnlyCollection<string> Of(Call call, IEnumerable<Access> sent)
    {
        HashSet<string> secrets = call.Operation.Secret is { } own ? [own.Reveal()] : [];
        foreach (Access access in sent)
        {
            using var request = new HttpRequestMessage();
            call.Protocol.Authorize(request.Headers, access);
            secrets.UnionWith(Disclosure.SecretsOf(request.Headers));
            secrets.Add(access.Credential.Value.Reveal());
        }

        return secrets;
    }
}
