using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Finds out how a copy answers to the id and the secret that applications have, and where it cannot.</summary>
/// <param name="source">The provider to copy from.</param>
/// <param name="target">The provider to copy to.</param>
/// <param name="options">What is to be kept.</param>
/// <param name="owners">The client of the target that answers to an id already.</param>
internal sealed class KeptCredentials(
    IClientManagement source, IClientManagement target, CopyOptions options, IReadOnlyDictionary<string, string> owners)
{
    /// <summary>What the plan says of a client, with what is kept of its id and its secret.</summary>
    /// <param name="item">What is planned without.</param>
    /// <param name="client">The client, with its secret.</param>
    /// <param name="copy">The copy that is at the target already.</param>
    public CopyItem Plan(CopyItem item, OAuthClient client, OAuthClient? copy) => PlanSecret(PlanId(item, client, copy), client, copy);

    private CopyItem PlanId(CopyItem item, OAuthClient client, OAuthClient? copy)
    {
        if (!options.KeepClientIds)
        {
            return item;
        }

        string? alias = ClientAlias.Find(client, source.Capabilities);
        bool isCalledByAlias = alias is not null && ClientAlias.Counts(client, source.Capabilities);
        if (target.Capabilities.ClientIdAlias is not { } place)
        {
            return Refuse(item, $"keeps no client id: {target.Provider} chooses the ids, and a client there answers to no other.");
        }

        if (isCalledByAlias && ClientAlias.IsBesideTheId(source.Capabilities))
        {
            return Refuse(item, $"answers to its id and to its alias {alias}, and a copy has place for one of them; copied without keeping ids, it keeps the alias.");
        }

        string id = isCalledByAlias ? alias! : client.ClientId;
        string? owner = owners.GetValueOrDefault(id);
        if (copy is not null)
        {
            return owner == copy.ClientId ? item with { KeptClientId = id }
                : Refuse(item, $"is there already as {copy.ClientId}, which does not answer to {id}; set {place.Property} there, or delete it.");
        }

        if (owner is not null)
        {
            return Refuse(item, $"cannot keep its id: {owner} at {target.Provider} answers to {id} already.");
        }

        item = item with { KeptClientId = id, Manifest = With(item.Manifest, ClientAlias.Set(place, id, target.Capabilities)) };
        return alias is null || isCalledByAlias ? item
            : Lose(item, new PropertyLoss(place.Property, JsonSerializer.SerializeToElement(alias), "the client id takes its place; it was not switched on"));
    }

    private CopyItem PlanSecret(CopyItem item, OAuthClient client, OAuthClient? copy)
    {
        if (!options.KeepSecrets || (client.ClientSecret is null && !NeedsSecret(client.Metadata)))
        {
            return item;
        }

        if (client.ClientSecret is not { } secret)
        {
            return Refuse(item, $"cannot keep its secret: {source.Provider} does not tell it.");
        }

        if (copy is not null)
        {
            return PlanSecretOf(item, secret, copy);
        }

        OperationCapability operation = target.Capabilities.Operations[ClientOperation.SetSecret];
        return !operation.Supported ? Refuse(item, $"cannot keep its secret at {target.Provider}: {operation.Remark}")
            : target.Capabilities.SecretRule is { } rule && !rule.Accepts(secret)
                ? Refuse(item, $"cannot keep its secret, which {target.Provider} would not take. {rule}")
            : item with { KeptSecret = secret };
    }

    // A secret that somebody has given the copy since stays; one that the target issued, and that nobody has replaced, does not.
    private static CopyItem PlanSecretOf(CopyItem item, Secret secret, OAuthClient copy)
    {
        if (copy.ClientSecret == secret)
        {
            return item.Mapping is null ? item : item with { Mapping = item.Mapping with { Secret = secret } };
        }

        bool isIssued = item.Mapping is { } known ? known.Secret is not null && known.Secret == copy.ClientSecret : item.KeptClientId is not null;
        return isIssued ? item with { KeptSecret = secret }
            : item.Mapping is not null ? item
            : Refuse(item, $"is there already as {copy.ClientId} with another secret; set it there, or delete it.");
    }

    private static bool NeedsSecret(ClientMetadata metadata) =>
        metadata.TokenEndpointAuthMethod is not { } method || method.StartsWith("client_secret_", StringComparison.Ordinal);

    private CopyItem Lose(CopyItem item, PropertyLoss loss)
    {
        item = item with { Losses = [.. item.Losses.Where(l => l.Name != loss.Name), loss] };
        return options.AllowLoss ? item
            : item with { Problems = [.. item.Problems, CopyPlanner.Problem(item, loss.Name, $"would be lost: {loss.Reason}.")] };
    }

    private static CopyItem Refuse(CopyItem item, string reason) =>
        item with { Problems = [.. item.Problems, CopyPlanner.Problem(item, null, reason)] };

    private static ClientManifest With(ClientManifest manifest, IEnumerable<(string Name, JsonElement Value)> extensions) => manifest with
    {
        Extensions = extensions.Aggregate(
            manifest.Extensions.ToImmutableDictionary(StringComparer.Ordinal), (all, one) => all.SetItem(one.Name, one.Value)),
    };
}
