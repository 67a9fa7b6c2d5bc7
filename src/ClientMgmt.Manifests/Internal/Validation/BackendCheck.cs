namespace ClientMgmt.Manifests;

/// <summary>What a backend cannot do of a manifest, whether or not the client is there.</summary>
internal static class BackendCheck
{
    public static (IEnumerable<ManifestProblem> Refused, IEnumerable<ManifestProblem> Lacking) Of(ClientManifest manifest, Capabilities capabilities)
    {
        var nothing = new ClientMetadata();
        ClientMetadata after = manifest.ApplyTo(nothing, capabilities);
        IReadOnlyList<FieldError> atCreation = capabilities.CheckCreation(after);

        // What may be set at creation alone may be what the client has already.
        FieldError[] always = [.. capabilities.CheckUpdate(nothing, after).Where(e => atCreation.Any(c => c.Name == e.Name))];
        IEnumerable<FieldError> refused = [.. ManifestRules.CheckParts(manifest, capabilities), .. always, .. CheckSwitch(manifest, capabilities)];

        // One that is found by its name may also be new.
        IEnumerable<FieldError> lacking = manifest.ClientId is not null ? [] : atCreation.Where(c => always.All(e => e.Name != c.Name));
        return (
            refused.Select(e => ManifestRules.Problem(manifest, e.Name, e.Message)),
            lacking.Select(e => ManifestRules.Problem(manifest, e.Name, $"{e.Message.TrimEnd('.')}, if the client is not there yet.")));
    }

    private static IEnumerable<FieldError> CheckSwitch(ClientManifest manifest, Capabilities capabilities) =>
        manifest.Enabled == false && capabilities.Operations[ClientOperation.Disable] is { Supported: false, Remark: { } reason }
            ? [new FieldError(ManifestKeys.Enabled, $"cannot be changed: {reason}")]
            : [];
}
