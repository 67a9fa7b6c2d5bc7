using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What a file may hold of a client's metadata: nothing that is secret. What it is compared with is made so too.</summary>
internal static class SavedMetadata
{
    private const string Keys = "jwks";

    public static ClientMetadata Of(ClientMetadata metadata)
    {
        ClientMetadata shown = ManifestKeys.Secrets.Aggregate(metadata, (result, name) => result.WithoutExtension(name));
        if (shown.GetValue(Keys) is { } keys && PrivateKeys.IsIn(Keys, keys))
        {
            shown = shown.WithValue(Keys, PrivateKeys.Hide(Keys, keys)!.Value);
        }

        // What is no set of keys stands there under this name.
        return shown.Extensions.TryGetValue(Keys, out JsonElement odd) ? shown.WithExtension(Keys, PrivateKeys.Hide(Keys, odd)!.Value) : shown;
    }
}
