using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What of a client another backend can hold, and what is lost.</summary>
internal sealed class CopyTranslation(Capabilities source, Capabilities target, ClientMetadata defaults, IReadOnlySet<string>? scopes)
{
    private const string NoPlace = "the target has no place for it";

    // The same names among what no standard knows: the backends are of one vendor.
    private readonly bool _isOneVendor = source.Metadata.Keys.Where(IsVendors).Intersect(target.Metadata.Keys).Any();

    public (ClientManifest Manifest, IReadOnlyList<PropertyLoss> Losses, IReadOnlyList<FieldError> Missing) Translate(OAuthClient client)
    {
        var losses = new List<PropertyLoss>();
        ClientMetadata metadata = ClientAlias.Carry(client, source, target);
        ImmutableDictionary<string, JsonElement> values = Values(metadata, losses);
        ImmutableDictionary<string, JsonElement> extensions = Extensions(metadata, losses);
        var manifest = new ClientManifest { Enabled = Enabled(client, losses), Values = values, Extensions = extensions };
        foreach (FieldError refused in Check(manifest).Where(e => IsSet(manifest, e.Name)))
        {
            losses.Add(new PropertyLoss(refused.Name, Shown(refused.Name, metadata.GetValue(refused.Name)!.Value), refused.Message));
            manifest = manifest with
            {
                Values = ((ImmutableDictionary<string, JsonElement>)manifest.Values).Remove(refused.Name),
                Extensions = ((ImmutableDictionary<string, JsonElement>)manifest.Extensions).Remove(refused.Name),
            };
        }

        manifest = WithDefaults(manifest);
        return (
            manifest,
            [.. losses.OrderBy(l => IsVendors(l.Name)).ThenBy(l => l.Name, StringComparer.Ordinal)],
            Check(manifest));
    }

    // A copy of a client that is out of use would be in use.
    private bool? Enabled(OAuthClient client, List<PropertyLoss> losses)
    {
        if (client.Enabled != false || target.Supports(ClientOperation.Disable))
        {
            return client.Enabled;
        }

        losses.Add(new PropertyLoss(
            ManifestKeys.Enabled, JsonSerializer.SerializeToElement(false), $"the target cannot disable clients: {target.Operations[ClientOperation.Disable].Remark}"));
        return null;
    }

    private ImmutableDictionary<string, JsonElement> Values(ClientMetadata metadata, List<PropertyLoss> losses)
    {
        var values = ImmutableDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        foreach (string name in ClientMetadata.StandardNames)
        {
            if (metadata.GetValue(name) is not { } value || MetadataRules.IsUnset(name, value))
            {
                continue;
            }

            if (!target.CanSetAtCreation(name))
            {
                losses.AddRange(IsDefault(metadata, name) ? [] : [new PropertyLoss(name, Shown(name, value), Reason(name))]);
            }
            else if (name == "scope" && UnknownScopes(value) is { Count: > 0 } unknown)
            {
                losses.Add(new PropertyLoss(name, value, $"the target does not know {string.Join(", ", unknown)}"));
                string rest = string.Join(' ', Words(value).Except(unknown));
                if (rest.Length > 0)
                {
                    values[name] = JsonSerializer.SerializeToElement(rest);
                }
            }
            else
            {
                values[name] = MetadataRules.Sorted(name, value);
            }
        }

        return values.ToImmutable();
    }

    private ImmutableDictionary<string, JsonElement> Extensions(ClientMetadata metadata, List<PropertyLoss> losses)
    {
        var extensions = ImmutableDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        losses.AddRange(Unwritable.Losses(metadata));
        HashSet<string> unwritable = Unwritable.Names(metadata);
        foreach ((string name, JsonElement value) in metadata.Extensions.Where(e => !unwritable.Contains(e.Key)))
        {
            bool isServers = !source.CanSetAtCreation(name) && !source.CanUpdate(name) && !ClientAlias.IsSwitch(name, source);
            if (isServers || source.GetVendorPart(name, value) is not { } own || MetadataRules.IsUnset(name, own))
            {
                continue;
            }

            if (!_isOneVendor || !target.CanSetAtCreation(name))
            {
                losses.Add(new PropertyLoss(name, own, _isOneVendor ? Reason(name) : "only the vendor of the source has it"));
                continue;
            }

            (MetadataCapability Member, JsonElement Value)[] lost = [.. VendorMerge.Unsupported(target, name, own)];
            losses.AddRange(lost.Select(l => new PropertyLoss($"{name}.{l.Member.Name}", l.Value, l.Member.Remark ?? NoPlace)));
            JsonElement rest = lost.Length == 0 ? own : VendorMerge.Without(own, member => lost.Any(l => l.Member.Name == member));
            if (!MetadataRules.IsUnset(name, rest))
            {
                extensions[name] = rest;
            }
        }

        return extensions.ToImmutable();
    }

    private ClientManifest WithDefaults(ClientManifest manifest)
    {
        var values = (ImmutableDictionary<string, JsonElement>)manifest.Values;
        var extensions = (ImmutableDictionary<string, JsonElement>)manifest.Extensions;
        foreach (string name in ClientMetadata.StandardNames.Where(n => !values.ContainsKey(n) && target.CanSetAtCreation(n)))
        {
            values = defaults.GetValue(name) is { } value ? values.Add(name, value) : values;
        }

        foreach ((string name, JsonElement value) in defaults.Extensions)
        {
            extensions = extensions.ContainsKey(name) || !target.CanSetAtCreation(name) ? extensions : extensions.Add(name, value);
        }

        return manifest with { Values = values, Extensions = extensions };
    }

    // Cleared, it would be what it is, so that nobody need ever have set it. Another vendor's default may be another one.
    private bool IsDefault(ClientMetadata metadata, string name) =>
        _isOneVendor && source.FindChanges(metadata, metadata.WithValue(name, default)).Count == 0;

    private IReadOnlyList<FieldError> Check(ClientManifest manifest) =>
        target.CheckCreation(manifest.ApplyTo(new ClientMetadata(), target));

    private List<string> UnknownScopes(JsonElement value) => scopes is null ? [] : [.. Words(value).Where(s => !scopes.Contains(s))];

    private string Reason(string name) =>
        (target.Metadata.GetValueOrDefault(name) ?? target.Metadata.GetValueOrDefault(name[..^1] + "#"))?.Remark
        ?? NoPlace;

    private static string[] Words(JsonElement value) => value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Shown(string name, JsonElement value) =>
        PrivateKeys.Hide(name, MetadataRules.Sorted(name, value))!.Value;

    private static bool IsSet(ClientManifest manifest, string name) =>
        manifest.Values.ContainsKey(name) || manifest.Extensions.ContainsKey(name);

    private static bool IsVendors(string name) =>
        !name.EndsWith('#') && !ClientMetadata.StandardNames.Contains(name);
}
