using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>The clients of a target that may be copies: all of them or, where the target has no list, those that mappings tell of.</summary>
internal static class TargetClients
{
    public static IAsyncEnumerable<OAuthClient> ReadAsync(
        IClientManagement target, UnreadableClients unreadable, IEnumerable<string> mapped, CancellationToken cancellationToken) =>
        target.Capabilities.Supports(ClientOperation.List)
            ? target.ListAsync(unreadable.Options, cancellationToken)
            : ReadEachAsync(target, mapped, cancellationToken);

    private static async IAsyncEnumerable<OAuthClient> ReadEachAsync(
        IClientManagement target, IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string id in ids.Distinct(target.Capabilities.ClientIdComparer))
        {
            OAuthClient client;
            try
            {
                client = await target.GetAsync(id, cancellationToken).ConfigureAwait(false);
            }
            catch (ClientNotFoundException)
            {
                continue;
            }

            yield return client;
        }
    }
}
