using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What becomes of one property. Private keys are hidden in both values.</summary>
/// <param name="Name">The standard name, <c>enabled</c>, or the vendor's JSON name.</param>
/// <param name="Old">The value now; <see langword="null"/> if there is none.</param>
/// <param name="New">The value to be; <see langword="null"/> if it is cleared.</param>
public sealed record PropertyChange(string Name, JsonElement? Old, JsonElement? New)
{
    /// <summary>Whether it is a vendor's property.</summary>
    public bool IsExtension { get; init; }

    /// <summary>Whether it is about whether the client may be used, which is not metadata.</summary>
    internal bool IsSwitch => !IsExtension && Name == ManifestKeys.Enabled;
}
