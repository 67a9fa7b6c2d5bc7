using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>Compares manifests with what is there.</summary>
internal sealed class Planner(IClientManagement clients, IReadOnlyList<ClientManifest> manifests, PlanOptions options)
{
    private readonly List<ManifestProblem> _problems = [];

    private Capabilities Capabilities => clients.Capabilities;

    public async Task<ManifestPlan> PlanAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxDeletes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1);
        var matcher = new ClientMatcher(clients, manifests, options, _problems);
        (OAuthClient?[] found, IReadOnlyList<OAuthClient> rest) = await matcher.MatchAsync(cancellationToken).ConfigureAwait(false);

        // Nothing can be said of what a manifest does that is about no client, or about several.
        var changes = new List<ClientChange>();
        foreach ((ClientManifest manifest, OAuthClient? client) in manifests.Zip(found).Where(p => !matcher.IsUnclear(p.First)))
        {
            changes.Add(client is null ? Create(manifest) : Change(manifest, client));
        }

        changes.AddRange(rest.OrderBy(c => c.Metadata.ClientName, StringComparer.Ordinal)
            .ThenBy(c => c.ClientId, StringComparer.Ordinal).Select(Delete));
        if (rest.Count > options.MaxDeletes)
        {
            _problems.Add(new ManifestProblem(
                $"{rest.Count} clients have no manifest and would be deleted, but at most {options.MaxDeletes} may be; raise the limit if that is meant."));
        }

        return new ManifestPlan(clients.Provider, changes, ManifestRules.InOrder(_problems))
        {
            Warnings = ManifestValidation.Of(manifests).Warnings,
        };
    }

    private ClientChange Create(ClientManifest manifest)
    {
        var before = new ClientMetadata();
        ClientMetadata after = manifest.ApplyTo(before, Capabilities);
        Report(manifest, [.. ManifestRules.CheckParts(manifest, Capabilities), .. Capabilities.CheckCreation(after)]);
        return Compare(manifest, before, after, null) with
        {
            Kind = ChangeKind.Create,
            ClientName = manifest.ClientName,
        };
    }

    private ClientChange Change(ClientManifest manifest, OAuthClient client)
    {
        ClientMetadata after = manifest.ApplyTo(client.Metadata, Capabilities);
        Report(manifest, [.. ManifestRules.CheckParts(manifest, Capabilities), .. Capabilities.CheckUpdate(client.Metadata, after)]);

        // A server that does not say whether the client is locked does not say so because it is not.
        ClientChange change = Compare(manifest, client.Metadata, after, client.Enabled ?? true);
        return change with
        {
            Kind = change.Properties.Count == 0 ? ChangeKind.Unchanged : ChangeKind.Change,
            ClientId = client.ClientId,
            ClientName = client.Metadata.ClientName,
        };
    }

    private static ClientChange Delete(OAuthClient client) => new()
    {
        Kind = ChangeKind.Delete,
        ClientId = client.ClientId,
        ClientName = client.Metadata.ClientName,
        Before = client.Metadata,
        Client = client,
    };

    private ClientChange Compare(ClientManifest manifest, ClientMetadata before, ClientMetadata after, bool? enabled)
    {
        IEnumerable<PropertyChange> properties = Capabilities.FindChanges(before, after).Select(name => new PropertyChange(name, Shown(name, before), Shown(name, after))
        {
            IsExtension = !ClientMetadata.StandardNames.Contains(name),
        });
        bool isSwitched = manifest.Enabled is not null && manifest.Enabled != enabled;
        ClientOperation needed = manifest.Enabled == false ? ClientOperation.Disable : ClientOperation.Enable;
        if (isSwitched && !(enabled is null && manifest.Enabled == true)
            && Capabilities.Operations[needed] is { Supported: false, Remark: { } reason })
        {
            Report(manifest, [new FieldError(ManifestKeys.Enabled, $"cannot be changed: {reason}")]);
        }

        if (isSwitched)
        {
            properties = properties.Append(new PropertyChange(ManifestKeys.Enabled, Json(enabled), Json(manifest.Enabled)));
        }

        return new ClientChange
        {
            Kind = ChangeKind.Unchanged,
            Manifest = manifest,
            Properties = [.. properties.OrderBy(p => p.IsExtension).ThenBy(p => p.Name, StringComparer.Ordinal)],
            Before = before,
            After = after,
        };
    }

    private JsonElement? Shown(string name, ClientMetadata metadata) =>
        Unwritable.Find(metadata, name) is { } unexpressed ? PrivateKeys.Hide(name, unexpressed)
        : metadata.GetValue(name) is not { } value ? null
        : ClientMetadata.StandardNames.Contains(name) ? PrivateKeys.Hide(name, MetadataRules.Sorted(name, value))
        : Capabilities.GetVendorPart(name, value);

    private void Report(ClientManifest manifest, IEnumerable<FieldError> errors) =>
        _problems.AddRange(errors.Select(e => ManifestRules.Problem(manifest, e.Name, e.Message)));

    private static JsonElement? Json(bool? value) => value is { } known ? JsonSerializer.SerializeToElement(known) : null;
}
