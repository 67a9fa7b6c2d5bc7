using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What one client is: as the model has it, as the library tells it, or as the sandbox stores it.</summary>
internal sealed record SoakState(
    string Id, string Name, string? Description, string RedirectUris, bool Enabled, string? Secret, bool IsGranted)
{
    public static SoakState From(OAuthClient client, bool isGranted) => new(
        client.ClientId,
        client.Metadata.ClientName!,
        SampleMetadata.TextOf(client.Metadata),
        string.Join(' ', client.Metadata.RedirectUris!),
        client.Enabled ?? true,
        client.ClientSecret?.Reveal(),
        isGranted);
}
